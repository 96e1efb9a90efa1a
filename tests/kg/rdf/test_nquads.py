import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from kg.rdf.nquads import to_line
from kg.rdf.terms import Quad, address, count, day, text, thing
from kg.rdf.turtle import iter_trig
from tests.kg.rdf.reading import read

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
DATES = st.sampled_from(["2020", "2020-11", "2020-11-08"])
OBJECTS = st.one_of(
    ANY_TEXT.map(text), ANY_TEXT.map(thing), ANY_TEXT.map(lambda t: address(f"https://{t}")), st.integers().map(count),
    DATES.map(day),
)  # fmt: skip
QUADS = st.lists(st.tuples(ANY_TEXT.map(thing), ANY_TEXT.map(thing), OBJECTS, ANY_TEXT.map(thing)), max_size=5)

A = URIRef("https://a.example/")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ('say "no"', r'"say \"no\""'),
        ("one\ntwo\r\n", r'"one\ntwo\r\n"'),
        ("back\\slash", r'"back\\slash"'),
        ("nul\0 bell\a delete\x7f", r'"nul\u0000 bell\u0007 delete\u007F"'),
        ("Шуша “quoted”", '"Шуша “quoted”"'),
    ],
)
def test_a_literal_is_escaped_and_nothing_more(words: str, line: str) -> None:
    assert to_line((A, A, Literal(words), A)) == f"<{A}> <{A}> {line} <{A}> .\n"


def test_a_typed_literal_names_its_type() -> None:
    assert '"3"^^<http://www.w3.org/2001/XMLSchema#integer>' in to_line((A, A, count(3), A))


@settings(deadline=None)
@given(QUADS)
def test_any_text_name_and_address_comes_back_from_nquads(quads: list[Quad]) -> None:
    assert set(read("".join(map(to_line, quads)), "nquads").quads()) == set(quads)


@settings(deadline=None)
@given(QUADS)
def test_any_text_name_and_address_comes_back_from_trig(quads: list[Quad]) -> None:
    assert set(read("".join(iter_trig(quads)), "trig").quads()) == set(quads)


@settings(deadline=None)
@given(QUADS)
def test_a_quad_is_one_line(quads: list[Quad]) -> None:
    assert "".join(map(to_line, quads)).count("\n") == len(quads)
