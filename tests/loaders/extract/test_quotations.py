import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract.passage import make_passage
from tests.loaders.extract.texts import document


def quoted(text: str) -> list[str]:
    passage = make_passage(document(text))
    return [passage.quote(q.span) for q in passage.quotations]


@pytest.mark.parametrize(
    "text",
    [
        "He said “we are ready” and left.",
        'He said "we are ready" and left.',
        "He said «we are ready» and left.",
        "He said ''we are ready'' and left.",
        "He said ‘we are ready’ and left.",
        "He said 'we are ready' and left.",
        "He said „we are ready“ and left.",
    ],
)
def test_every_sort_of_mark(text: str) -> None:
    assert quoted(text) == ["we are ready"]


def test_apostrophes_are_no_marks() -> None:
    assert quoted("Kenya’s army didn't cross the rebels' lines.") == []


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    passage = make_passage(document("“We are ready.\n\n“We will not wait,” he said."))
    assert [passage.quote(q.span) for q in passage.quotations] == ["We are ready.", "We will not wait,"]
    assert [q.continues for q in passage.quotations] == [False, True]


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    assert quoted("“She called it ‘a joke’ twice,” he said.") == ["She called it ‘a joke’ twice,"]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab .,\n“”\"‘’'«»", max_size=80))
def test_any_marks_give_quotations_in_order(text: str) -> None:
    at = 0
    for quotation in make_passage(document(text)).quotations:
        assert at <= quotation.outer.start < quotation.outer.end <= len(text)
        at = quotation.outer.end
