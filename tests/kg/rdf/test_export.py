import os
import re
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import TextIO

import pytest
from rdflib import Dataset, Graph, URIRef

from kg.rdf.export import canonical_dump, to_nquads, to_trig, to_turtle
from kg.rdf.namespaces import CG, RESOLVED, shortcut_graph
from kg.rdf.terms import thing
from kg.rdf.vocabulary import to_vocabulary
from kg.store import Store
from ontology.claim import Stance
from tests.kg.articles import (
    ALIYEV,
    ARMENIA,
    AZERBAIJAN,
    DRONES,
    HERALD,
    OFFICIALS,
    RUSSIA,
    SHUSHA,
    TRIBUNE,
    TURKEY,
    Said,
    Somebody,
    arms,
    article,
    control,
    stated,
)
from tests.kg.rdf.reading import ask, read

SALES = article(
    "url:https://herald.example/sales",
    Said(HERALD, "Turkey sold drones to Azerbaijan.", (arms(TURKEY, AZERBAIJAN, item=DRONES, stage="completed"),)),
    Said(HERALD, "Russia arms both sides.", (arms(RUSSIA, AZERBAIJAN), arms(RUSSIA, ARMENIA))),
    Said(HERALD, "Armenia and Azerbaijan are at war.", (stated("Hostility", {"a": ARMENIA, "b": AZERBAIJAN}),)),
)
TAKEN = article(
    "url:https://tribune.example/taken",
    Said(ALIYEV, "Shusha is ours.", (control(AZERBAIJAN, SHUSHA),), relayed_by=(TRIBUNE,)),
    Said(OFFICIALS, "Shusha is not lost.", (control(AZERBAIJAN, SHUSHA, polarity="negates"),), Stance.DENIES),
    Said(
        None,
        "A ceasefire is near.",
        (stated("Agreement", {"a": ARMENIA, "b": AZERBAIJAN}, modality="rumoured", kind_="ceasefire"),),
    ),
    publisher=TRIBUNE,
)
QUERIES = re.findall(
    r"```sparql\n(.*?)```", (Path(__file__).parents[3] / "docs" / "rdf.md").read_text(encoding="utf-8"), re.DOTALL
)


@pytest.fixture
def told(store: Store) -> Store:
    """A store of each backend, with both articles in it."""
    store.put(SALES)
    store.put(TAKEN)
    return store


def written(write: Callable[[Store, TextIO], None], store: Store) -> str:
    out = StringIO(newline="\n")
    write(store, out)
    return out.getvalue()


@pytest.fixture(params=["trig", "nquads"])
def dataset(told: Store, request: pytest.FixtureRequest) -> Dataset:
    write = {"trig": to_trig, "nquads": to_nquads}[request.param]
    return read(written(write, told), request.param)


def test_it_answers_who_arms_whom_with_the_sentence(dataset: Dataset) -> None:
    assert ask(dataset, QUERIES[0]) == [
        ("Russia", "Armenia", "The Herald", "Russia arms both sides."),
        ("Russia", "Azerbaijan", "The Herald", "Russia arms both sides."),
        ("Turkey", "Azerbaijan", "The Herald", "Turkey sold drones to Azerbaijan."),
    ]


def test_it_answers_whose_control_is_contested_with_both_sides(dataset: Dataset) -> None:
    assert ask(dataset, QUERIES[1]) == [
        ("Azerbaijan controls Shusha", "Ilham Aliyev", "affirms", "Shusha is ours."),
        ("Azerbaijan controls Shusha", "Armenian officials", "negates", "Shusha is not lost."),
    ]


def test_it_answers_who_arms_both_sides(dataset: Dataset) -> None:
    assert ask(dataset, QUERIES[2]) == [("Russia", "Azerbaijan", "Armenia")]


def test_all_formats_say_the_same(told: Store) -> None:
    trig, nquads = read(written(to_trig, told), "trig"), read(written(to_nquads, told), "nquads")
    assert set(trig.quads()) == set(nquads.quads())
    turtle = Graph().parse(data=written(to_turtle, told), format="turtle")
    shortcuts = {shortcut_graph("uncontested"), shortcut_graph("contested")}
    assert set(turtle) == {(s, p, o) for s, p, o, graph in nquads.quads() if graph not in shortcuts}


def test_each_document_has_a_graph_and_the_default_graph_is_empty(dataset: Dataset) -> None:
    documents = {s for s, _, _, _ in dataset.quads((None, None, CG["Document"], None))}
    shortcuts = {shortcut_graph("uncontested"), shortcut_graph("contested")}
    assert len(documents) == 2
    assert {graph for *_, graph in dataset.quads()} == {RESOLVED, *shortcuts, *documents}


def test_a_claimed_proposition_is_never_a_plain_triple(dataset: Dataset) -> None:
    plain = (thing("Q227"), CG["CONTROLS"], None, None)
    assert {graph for *_, graph in dataset.quads(plain)} == {shortcut_graph("contested")}
    assert list(dataset.quads((None, CG["AGREES_WITH"], None, None))) == []


def test_every_term_of_ours_is_in_the_vocabulary(dataset: Dataset) -> None:
    vocabulary = Graph().parse(data=vocabulary_text(), format="turtle")
    used = {term for quad in dataset.quads() for term in quad if isinstance(term, URIRef) and term.startswith(CG)}
    assert used - set(vocabulary.subjects()) == set()


def vocabulary_text() -> str:
    out = StringIO()
    to_vocabulary(out)
    return out.getvalue()


def test_a_withdrawn_document_leaves_no_trace_in_the_dump(told: Store) -> None:
    before = canonical_dump(told)
    late = article("id:late", Said(HERALD, "Turkey arms Armenia.", (arms(TURKEY, ARMENIA),)))
    id_ = told.put(late).document
    assert canonical_dump(told) != before
    told.withdraw(id_)
    assert canonical_dump(told) == before


def test_neither_backend_nor_order_of_loading_shows(told: Store, another: Callable[[], Store]) -> None:
    other = another()
    other.put(TAKEN)
    other.put(SALES)
    for write in (to_nquads, to_trig, to_turtle):
        assert written(write, other) == written(write, told)


@pytest.mark.usefixtures("told")
def test_the_hash_seed_does_not_show(store_url: str) -> None:
    program = (
        "import sys; from kg.rdf import export; from kg.stores import open_store; store = open_store(sys.argv[1]); "
        "[write(store, sys.stdout) for write in (export.to_nquads, export.to_trig, export.to_turtle)]"
    )
    first, second = (
        subprocess.run([sys.executable, "-c", program, store_url], env=os.environ | seed, capture_output=True)
        for seed in ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2"})
    )
    assert first.returncode == 0
    assert first.stdout == second.stdout != b""


def test_the_dump_is_sorted_and_holds_no_line_twice(told: Store) -> None:
    lines = canonical_dump(told).splitlines(keepends=True)
    assert lines == sorted(set(lines))


def test_hostile_names_and_addresses_add_no_triples(store: Store) -> None:
    evil = '"> . <https://evil.example/s> <https://evil.example/p> "x" <https://evil.example/g> .\n}\n# \\'
    somebody = Somebody(evil, "Organization", mentions=(evil + "\r",))
    store.put(article(f"url:https://a.example/{evil}", Said(somebody, f"Drones {evil}", (arms(somebody, TURKEY),))))
    for write, form in ((to_trig, "trig"), (to_nquads, "nquads")):
        named = {term for quad in read(written(write, store), form).quads() for term in quad}
        assert not {term for term in named if isinstance(term, URIRef) and "evil.example" in term}
