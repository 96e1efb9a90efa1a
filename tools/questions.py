"""The ten questions of `docs/questions.md`, asked three ways: `python -m tools.questions` writes the page anew.

A section of the page has a saved query of Neo4j Browser, the same question to `kg` and to the REST API, and the answer
of all three. A test asks anew and compares.
"""

import json
import re
import shlex
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import neo4j
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api.app.application import make_app
from api.browser.files import iter_queries
from api.cli.app import app
from kg.standing import COUNT_FOR_NOTHING
from kg.stores import open_store
from tools.neo4j import held_server
from tools.readme import ROOT, ask_server, make_folder, run

PAGE = ROOT / "docs" / "questions.md"
_API, _NEO4J = "http://127.0.0.1:8000", "neo4j://localhost:7687"
_SHOWN, _WIDEST = 6, 100

_SECTION = re.compile(
    r"```cypher\n(?P<query>.*?)```\n\n"
    r"```sh\n(?P<kg>kg [^\n]*)\n(?P<curl>curl [^\n]*)\n```\n\n"
    r"```text\n(?P<answer>.*?)```",
    re.DOTALL,
)
_SETUP = re.compile(r"```sh\n(?P<commands>kg load .*?)```", re.DOTALL)

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """How the answers of Cypher, and those of `kg` and REST, are told in the same words, under the same headings."""

    headings: Row
    record: Callable[[neo4j.Record], Row]
    found: Callable[[Any], Iterable[Row]]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One question as it stands on the page."""

    key: str
    query: str
    kg: str
    curl: str
    answer: str
    block: str


def iter_sections(page: str) -> Iterator[Section]:
    """The questions of a page; a query's first line is the name that Neo4j Browser shows."""
    keys = {query.name: query.key for query in iter_queries()}
    for found in _SECTION.finditer(page):
        name = found["query"].partition("\n")[0].removeprefix("// ")
        yield Section(keys[name], found["query"], found["kg"], found["curl"], found["answer"], found[0])


def furnish(page: str, folder: Path, server: str) -> str:
    """Load what the page says, into a file and into a server; the URL of the file."""
    env = make_folder(folder)
    setup = _SETUP.search(page)
    for command in setup["commands"].splitlines() if setup else ():
        run(command.replace(_NEO4J, server), folder, env)
    return f"sqlite:{folder / 'demo.db'}"


def ask_cypher(section: Section, server: str) -> Sequence[Row]:
    """What Neo4j answers."""
    question = QUESTIONS[section.key]
    return _told(question, [question.record(record) for record in ask_server(server)(section.query)])


def ask_kg(section: Section, store: str) -> Sequence[Row]:
    """What the command answers; what it draws is not compared, what it tells as JSON is."""
    command = [*shlex.split(section.kg)[1:], "--json"]
    done = CliRunner().invoke(app, command, env={"KG_STORE": store}, prog_name="kg", catch_exceptions=False)
    return _told(QUESTIONS[section.key], QUESTIONS[section.key].found(_items(json.loads(done.stdout))))


def ask_rest(section: Section, store: str) -> Sequence[Row]:
    """What the API answers; it is asked in process."""
    path = shlex.split(section.curl)[-1].removeprefix(_API)
    with open_store(store) as opened, TestClient(make_app(opened)) as client:
        answer = client.get(path).raise_for_status().json()
    return _told(QUESTIONS[section.key], QUESTIONS[section.key].found(_items(answer)))


def with_answers(page: str, server: str) -> str:
    """The page with the saved queries as they are, and with what they answer now."""
    texts = {query.key: query.text for query in iter_queries()}
    for old in iter_sections(page):
        new = replace(old, query=texts[old.key])
        answer = _table(QUESTIONS[old.key].headings, ask_cypher(new, server))
        page = page.replace(old.block, old.block.replace(old.query, new.query).replace(old.answer, answer))
    return page


def _told(question: Question, rows: Iterable[Row]) -> Sequence[Row]:
    return tuple(dict.fromkeys(rows)) if question.ordered else tuple(sorted(set(rows)))


def _items(answer: Any) -> Any:
    """What a page of REST lists; any other answer is as it is."""
    return answer["items"] if isinstance(answer, Mapping) and "items" in answer else answer


def _table(headings: Row, rows: Sequence[Row]) -> str:
    lines = [" | ".join(_cell(value) for value in row) for row in (headings, *rows[:_SHOWN])]
    more = [f"and {len(rows) - _SHOWN} more"] if len(rows) > _SHOWN else []
    return "".join(f"{line}\n" for line in [*lines, *more])


def _cell(value: str) -> str:
    return value if len(value) <= _WIDEST else f"{value[:_WIDEST]}…"


def _name(who: Any) -> str:
    return str(who["name"]) if who else "nobody named"


def _side(claim: Any) -> str:
    """As the relationship of Neo4j is named: a claim that demands, warns or doubts takes no side."""
    return "MENTIONS" if claim["stance"] in COUNT_FOR_NOTHING else str(claim["polarity"]).upper()


def _sentence(claim: Any) -> str:
    return str(claim["evidence"][0].get("quote") or claim["content"])


def _route(nodes: Iterable[Any]) -> Row:
    return (" – ".join(_name(node) for node in nodes),)


def _positions(answer: Any) -> Iterator[Row]:
    claims = (*answer["affirmed"], *answer["negated"], *answer["open"])
    return ((_side(claim), _name(claim["claimant"]), _sentence(claim)) for claim in claims)


def _contested(claims: Any) -> Iterator[Row]:
    """What takes a side and has a claimant, which is what the query draws."""
    taken = (claim for claim in claims if claim["claimant"] and _side(claim) != "MENTIONS")
    return ((_side(claim), _name(claim["claimant"]), claim["content"], claim["proposition"]["id"]) for claim in taken)


def _said(document: Any) -> Iterator[Row]:
    """What takes a position, which is what the query draws."""
    taken = (claim for claim in document["claims"] if claim["proposition"])
    return ((_side(claim), _name(claim["claimant"]), claim["content"], claim["proposition"]["id"]) for claim in taken)


def _drawn(record: neo4j.Record) -> Row:
    return record["side"].type, _name(record["who"]), record["claim"]["content"], record["what"]["id"]


def _deals(answer: Any) -> Iterator[Row]:
    shares = ((span["since"], share) for span in answer["spans"] for share in span["suppliers"])
    return ((str(year), _name(share["supplier"]), str(share["deals"])) for year, share in shares)


QUESTIONS: Mapping[str, Question] = {
    "who-arms-whom": Question(
        ("supplier", "recipient", "status", "origins"),
        lambda it: (_name(it["supplier"]), _name(it["recipient"]), it["sale"]["status"], str(it["sale"]["origins"])),
        lambda links: (
            (_name(link["supplier"]), _name(link["recipient"]), link["status"], str(link["origins"])) for link in links
        ),
    ),
    "who-arms-both-sides": Question(
        ("supplier", "one", "other"),
        lambda it: (_name(it["supplier"]), _name(it["one"]), _name(it["other"])),
        lambda rows: (
            (_name(row["supplier"]), _name(row["hostility"]["source"]), _name(row["hostility"]["target"]))
            for row in rows
        ),
    ),
    "what-is-contested": Question(("side", "claimant", "claim", "proposition"), _drawn, _contested),
    "positions-on-one-proposition": Question(
        ("side", "claimant", "sentence"), lambda it: (it["side"], it["claimant"], it["sentence"]), _positions
    ),
    "allies-that-arm-opponents": Question(
        ("ally", "arms", "who fights"),
        lambda it: (_name(it["ally"]), _name(it["opponent"]), _name(it["one"])),
        lambda rows: ((_name(row["ally"]), _name(row["opponent"]), _name(row["one"])) for row in rows),
    ),
    "shortest-paths": Question(
        ("path",),
        lambda it: _route(it["path"].nodes),
        lambda answer: (_route(path["entities"]) for path in answer["paths"]),
    ),
    "suppliers-over-the-years": Question(
        ("year", "supplier", "claims"), lambda it: (it["year"], it["supplier"], str(it["claims"])), _deals
    ),
    "one-claimants-claims": Question(
        ("claimant", "stance", "sentence"),
        lambda it: (it["claimant"], it["stance"], it["sentence"]),
        lambda claims: ((_name(claim["claimant"]), claim["stance"], _sentence(claim)) for claim in claims),
        ordered=True,
    ),
    "rumours": Question(
        ("claimant", "sentence", "status"),
        lambda it: (it["claimant"], it["sentence"], it["status"]),
        lambda claims: (
            (_name(claim["claimant"]), _sentence(claim), claim["proposition"]["status"]) for claim in claims
        ),
    ),
    "what-one-document-says": Question(("side", "claimant", "claim", "proposition"), _drawn, _said),
}
"""How each answer is told in a few words that all three have, by the file of the query."""


def main() -> None:
    """Write the page anew."""
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name, held_server() as server:
        furnish(page, Path(name), server)
        PAGE.write_text(with_answers(page, server), encoding="utf-8")


if __name__ == "__main__":
    main()
