import pytest

from loaders.extract.attribution.dates import find_said_on
from loaders.extract.passage import make_passage
from ontology.extraction import Span
from tests.loaders.extract.texts import document

WEDNESDAY = "2021-06-16"


def said_on(text: str, published: str | None = WEDNESDAY) -> str | None:
    cue = text.index("said")
    return find_said_on(make_passage(document(text, published)), Span(cue, cue + 4), ())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Fiji said on Sunday that it left.", "2021-06-13"),
        ("Fiji said Wednesday that it left.", "2021-06-16"),
        ("On Thursday, Fiji said that it left.", "2021-06-10"),
        ("Fiji said yesterday that it left.", "2021-06-15"),
        ("Fiji said on Nov. 7 that it left.", "2020-11-07"),
        ("Fiji said on 2 June that it left.", "2021-06-02"),
        ("Fiji said on November 7, 2019 that it left.", "2019-11-07"),
        ("Fiji said on Saturday, June 5, that it left.", "2021-06-05"),
        ("Fiji said that it left.", None),
    ],
)
def test_the_day_beside_the_cue(text: str, day: str | None) -> None:
    assert said_on(text) == day


def test_relative_days_need_a_day_of_publication() -> None:
    assert said_on("Fiji said on Sunday that it left.", None) is None
    assert said_on("Fiji said on Sunday that it left.", "2021-06") is None
    assert said_on("Fiji said on November 7, 2019 that it left.", None) == "2019-11-07"


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert said_on("Fiji said on June 31 that it left.") is None


def test_a_day_inside_of_the_content_is_when_it_happened() -> None:
    text = "Fiji said the ships left on Sunday."
    content = Span(text.index("the ships"), len(text) - 1)
    cue = text.index("said")
    assert find_said_on(make_passage(document(text)), Span(cue, cue + 4), (content,)) is None
