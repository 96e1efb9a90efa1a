"""`kg analyse` and `kg proposition`, drawn, as JSON and as CSV."""

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest

from kg.stores import open_store
from tests.api.conftest import Kg
from tests.kg.analysis.stories import ALL

COMMANDS = {
    "paths": ("paths", "Turkey", "Armenia"),
    "brokers": ("brokers", "--all"),
    "communities": ("communities",),
    "suppliers": ("suppliers", "Azerbaijan"),
    "both-sides": ("both-sides",),
    "allies": ("allies-arming-opponents", "--whenever"),
}


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = f"sqlite:{tmp_path_factory.mktemp('analysed') / 'store.db'}"
    with open_store(address, create=True) as store:
        for bundle in ALL:
            store.put(bundle)
    return address


DRAWN = {
    "paths": ["Turkey · Azerbaijan · Armenia", "Azerbaijan fights Armenia", "“Turkey sends no arms.”"],
    "brokers": [
        "between the others: 12 entities, 16 ties",
        "1. Azerbaijan: 0.0955 (from 3, to 4, 7 claims, 2 contested)",
    ],
    "communities": ["3 communities, modularity ", "3 members, 3 ties within, 1 beyond", "State D, State E, State F"],
    "suppliers": [
        "suppliers of Azerbaijan",
        "2020 to 2029: 2 deals, concentration 0.50",
        "Turkey: 1, 50 %, -50 points (The Herald, contested: denied by Turkey)",
    ],
    "both-sides": ["Russia arms Azerbaijan and Armenia, 2020-09 to 2020-11", "“They fought again ␛<&.”"],
    "allies": ["Russia, ally of Armenia, arms Azerbaijan, 1992 to 2020-11", "Russia is allied with Common Pact"],
}


@pytest.mark.parametrize("key", COMMANDS)
def test_an_analysis_is_drawn_with_who_says_so(kg: Kg, key: str) -> None:
    done = kg("analyse", *COMMANDS[key])

    assert done.exit_code == 0, done.output
    for words in DRAWN[key]:
        assert words in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        ("paths", ["source", "target", "length", "paths", "more"]),
        ("brokers", ["entities", "ties", "sampled", "brokers"]),
        ("communities", ["modularity", "found", "communities"]),
        ("suppliers", ["recipient", "counted", "spans", "undated"]),
        ("both-sides", ["supplier", "since", "until", "hostility", "to_source", "to_target"]),
        ("allies", ["ally", "one", "opponent", "since", "until", "hostility", "arms", "ties"]),
    ],
)
def test_as_json_it_has_the_shape_that_others_read(kg: Kg, key: str, keys: list[str]) -> None:
    answer = json.loads(kg("analyse", *COMMANDS[key], "--json").stdout)
    assert list(answer[0] if isinstance(answer, list) else answer) == keys


@pytest.mark.parametrize(
    ("key", "rows"),
    [("paths", 3), ("brokers", 6), ("communities", 11), ("suppliers", 3), ("both-sides", 1), ("allies", 2)],
)
def test_as_csv_it_has_a_row_a_finding(kg: Kg, key: str, rows: int) -> None:
    found = list(csv.DictReader(io.StringIO(kg("analyse", *COMMANDS[key], "--format", "csv").stdout)))

    assert len(found) == rows
    assert all(None not in row and None not in row.values() for row in found)


def test_an_edge_shows_its_evidence_in_every_face(kg: Kg) -> None:
    [row] = csv.DictReader(io.StringIO(kg("analyse", "both-sides", "--format", "csv").stdout))
    [found] = json.loads(kg("analyse", "both-sides", "--json").stdout)

    assert row["to_one_evidence"] == "The Herald: Russia sells arms to both sides."
    assert found["to_source"]["evidence"][0]["evidence"][0]["quote"] == "Russia sells arms to both sides."


def test_no_path_is_told_as_none(kg: Kg) -> None:
    done = kg("analyse", "paths", "Turkey", "State A")

    assert done.exit_code == 0
    assert "no path leads from Turkey to State A" in done.stdout


def test_a_name_that_is_nobodys_is_no_finding(kg: Kg) -> None:
    done = kg("analyse", "suppliers", "Nobody Whoever", "--json")

    assert (done.exit_code, json.loads(done.stdout)) == (0, [])
    assert "Nobody Whoever" in done.stderr


@pytest.mark.parametrize(
    "asked",
    [
        ("paths", "Turkey", "Ankara"),
        ("brokers", "--kind", "Casualties"),
        ("suppliers", "Azerbaijan", "--since", "2020-13"),
        ("both-sides", "--between", "Shusha", "--since", "2021", "--until", "2020"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(kg: Kg, asked: tuple[str, ...]) -> None:
    done = kg("analyse", *asked)

    assert done.exit_code != 0
    assert done.stdout == ""
    assert done.stderr.startswith("kg: ")
    assert done.stderr.count("\n") == 1


def test_what_is_left_out_is_told(kg: Kg) -> None:
    done = kg("analyse", "allies-arming-opponents", "--whenever", "--limit", "1")
    assert "1 of 2 are shown" in done.stderr


@pytest.mark.parametrize(("format_", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_the_graph_is_written_for_others(kg: Kg, tmp_path: Path, format_: str, read: "object") -> None:
    path = tmp_path / f"graph.{format_}"

    assert kg("analyse", "export", "--format", format_, "-o", str(path), "--kind", "ArmsSale").exit_code == 0
    assert callable(read)
    assert "Russia" in {data.get("name", data.get("label")) for _, data in read(path).nodes(data=True)}


def test_a_proposition_is_drawn_with_both_sides(kg: Kg) -> None:
    [link] = json.loads(kg("arms", "--supplier", "Turkey", "--json").stdout)
    done = kg("proposition", link["proposition"])

    assert done.exit_code == 0
    assert "Turkey sells arms to Azerbaijan" in done.stdout
    assert "“Turkey sent drones.”" in done.stdout
    assert "Turkey: negates (denies)" in done.stdout


def test_a_proposition_as_json_tells_its_sides_apart(kg: Kg) -> None:
    [link] = json.loads(kg("arms", "--supplier", "Turkey", "--json").stdout)
    found = json.loads(kg("proposition", link["proposition"], "--json").stdout)

    assert [claim["content"] for claim in found["affirmed"]] == ["Turkey sent drones."]
    assert [claim["content"] for claim in found["negated"]] == ["Turkey sends no arms."]
    assert (found["open"], found["status"]) == ([], "contested")


def test_an_unknown_proposition_is_said_so(kg: Kg) -> None:
    done = kg("proposition", "prop:none")

    assert done.exit_code != 0
    assert "prop:none" in done.stderr
