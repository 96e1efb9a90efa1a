from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract.mentions.gazetteer import find_known
from ontology.extraction import Span


def found(text: str) -> list[tuple[str, str]]:
    return [(text[m.span.start : m.span.end], m.bearers[0].name) for m in find_known(text, Span(0, len(text)))]


def test_names_adjectives_and_demonyms_find_their_state() -> None:
    assert found("Kenya and Ugandan troops met the Finns.") == [
        ("Kenya", "Kenya"),
        ("Ugandan", "Uganda"),
        ("Finns", "Finland"),
    ]


def test_only_whole_words_are_names() -> None:
    assert found("Malians and Omani met in Chadwick; Nigeria is not Niger.")[-2:] == [
        ("Nigeria", "Nigeria"),
        ("Niger", "Niger"),
    ]
    assert not any(text == "Chad" for text, _ in found("Chadwick left."))


def test_names_are_found_as_they_are_written() -> None:
    assert found("a piece of china, a turkey") == []


def test_the_longest_name_is_found() -> None:
    assert found("South Sudan")[0][0] == "South Sudan"


def test_headlines_may_shout() -> None:
    assert found("KENYA SENDS TROOPS")[0] == ("KENYA", "Kenya")


def test_weapons_are_found_in_any_case_and_number() -> None:
    assert [text for text, _ in found("Tanks and a drone")] == ["Tanks", "drone"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_names_that_do_not_overlap(text: str) -> None:
    at = 0
    for match in find_known(text, Span(0, len(text))):
        assert at <= match.span.start < match.span.end <= len(text)
        at = match.span.end
