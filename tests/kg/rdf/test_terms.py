import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import XSD, Literal, URIRef

from kg.rdf.terms import address, count, day, iter_values, text, thing

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


def test_an_id_becomes_an_iri_of_our_own() -> None:
    assert thing("Q227") == URIRef("https://claimgraph.org/id/Q227")
    assert thing("claim:1", "position", "0") == URIRef("https://claimgraph.org/id/claim:1/position/0")


def test_what_could_be_syntax_in_an_id_is_percent_encoded() -> None:
    assert thing('group:x> <y>"@1/2#3') == URIRef("https://claimgraph.org/id/group:x%3E%20%3Cy%3E%22@1%2F2%233")


@given(ANY_TEXT, ANY_TEXT)
def test_two_ids_never_share_an_iri(one: str, other: str) -> None:
    assert (thing(one) == thing(other)) == (one == other)


@given(ANY_TEXT)
def test_an_iri_is_plain_ascii_whatever_the_id(id_: str) -> None:
    assert set(thing(id_)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:@/%")


def test_a_lone_surrogate_is_replaced_in_a_literal() -> None:
    assert text("a\ud800b") == Literal("a\ufffdb")


@pytest.mark.parametrize(
    ("written", "type_"), [("2020", XSD.gYear), ("2020-11", XSD.gYearMonth), ("2020-11-08", XSD.date)]
)
def test_a_date_keeps_its_precision(written: str, type_: URIRef) -> None:
    assert day(written) == Literal(written, datatype=type_, normalize=False)


@pytest.mark.parametrize("written", ["autumn", "2020-13", "2020-02-30", "２０２０", "2020\n", "0000"])
def test_what_is_no_date_stays_text(written: str) -> None:
    assert day(written) == Literal(written)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/1?page=2&x=%20y#top",
        "http://example.org:8080/a",
        "https://пример.example/статья",
    ],
)
def test_a_valid_address_is_an_iri(url: str) -> None:
    assert address(url) == URIRef(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "example.org/a",
        "https://",
        "https:///path",
        "http://a:port/",
        "http://[::1",
        "https://user:word@a.b/",
        "https://a.b/c> <d",
        'https://a.b/"',
        "https://a.b/\n",
        "https://a.b/%zz",
        "https://a.b/x y",
        "https://a.b/{x}",
        "https://a.b/\\",
        "https://a.b/#a#b",
        "https://a.b/\ud800",
        "https://a.b/\u202e",
        "https://a.b/\ufffe",
    ],
)
def test_an_address_that_is_no_valid_iri_is_a_literal(url: str) -> None:
    assert isinstance(address(url), Literal)


def test_values_have_the_types_of_their_qualifiers() -> None:
    assert list(iter_values(36, "integer")) == [count(36)]
    assert list(iter_values("1957; 1958", "date")) == [day("1957"), day("1958")]
    assert list(iter_values("1957; 1958", "text")) == [text("1957; 1958")]
    assert list(iter_values(("number", "value"), "words")) == [text("number"), text("value")]
    assert list(iter_values(1.5, "number")) == [Literal("1.5", datatype=XSD.double, normalize=False)]
    assert list(iter_values(None, "integer")) == []
