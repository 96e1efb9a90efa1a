import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.passage import make_passage
from loaders.extract.tolls import Toll, find_tolls
from ontology.document import Document


def tolls(text: str) -> list[Toll]:
    return list(find_tolls(make_passage(Document(key="id:t", publisher="organization:p", text=text, language="en"))))


def told(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(toll.harm, toll.low, toll.high) for toll in tolls(text)]


@pytest.mark.parametrize(
    ("text", "harm", "low", "high"),
    [
        ("At least 30 miners were killed in the blast.", "killed", 30, None),
        ("The raid left dozens dead.", "killed", 12, None),
        ("A flood killed more than 200 people.", "killed", 200, None),
        ("The death toll rose to 41 on Friday.", "killed", 41, 41),
        ("The quake claimed nearly 900 lives.", "killed", None, 900),
        ("Some 70 civilians were wounded.", "wounded", 70, 70),
        ("The blast injured six passengers.", "wounded", 6, 6),
        ("Thousands of people have fled the valley.", "displaced", 1000, None),
        ("About 400 soldiers were taken prisoner.", "captured", 400, 400),
    ],
)
def test_a_toll_has_its_harm_and_its_bounds(text: str, harm: str, low: int | None, high: int | None) -> None:
    assert told(text) == [(harm, low, high)]


def test_each_harm_has_its_own_number() -> None:
    assert told("Nine people were killed and 14 others injured.") == [("killed", 9, 9), ("wounded", 14, 14)]


@pytest.mark.parametrize("aside", ["hundreds — if not thousands — of people", "hundreds, if not thousands, of people"])
def test_if_not_thousands_is_an_aside(aside: str) -> None:
    assert told(f"The famine has killed {aside}.") == [("killed", 100, None)]


@pytest.mark.parametrize(
    "again",
    ["The mayor put that number at 90.", "The army later revised it to 90.", "Doctors put the toll at 90."],
)
def test_a_number_put_on_the_toll_before_takes_its_harm(again: str) -> None:
    first, second = tolls(f"At least 60 people died in the fire. {again}")
    assert (second.harm, second.low, second.high, second.again) == ("killed", 90, 90, True)
    assert first.of_whom == "people"


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("Doctors said that 44 bodies had been brought in.", [("killed", 44, 44)]),
        ("Of its own people, 175 people, most of them civilians, had been killed.", [("killed", 175, 175)]),
        ("The raid left 30 people, all of them miners, dead.", [("killed", 30, 30)]),
        ("Some 900 villagers were driven from their homes.", [("displaced", 900, 900)]),
        ("Three soldiers and five policemen were killed.", [("killed", 3, 3), ("killed", 5, 5)]),
        ("The strike killed 12 people and wounded 30 on Monday.", [("killed", 12, 12), ("wounded", 30, 30)]),
        ("Kenya put its losses at 74 dead and 171 wounded.", [("killed", 74, 74), ("wounded", 171, 171)]),
    ],
)
def test_tolls_are_told_in_many_ways(text: str, harms: list[tuple[str, int, int]]) -> None:
    assert told(text) == harms


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Some 300 of them were killed.", None),
        ("Some 30 of its own soldiers were killed.", "soldiers"),
        ("The mayor spoke of 1,400 dead.", None),
        ("More than 40 Kenyan miners died.", "Kenyan miners"),
    ],
)
def test_of_whom_is_told_only_where_people_are_named(text: str, whom: str | None) -> None:
    assert [toll.of_whom for toll in tolls(text)] == [whom]


@pytest.mark.parametrize(
    "text",
    [
        "The two bodies will meet in May.",
        "Some 5,000 troops were sent to the border.",
        "Two gunmen killed the mayor.",
        "The man killed on Monday was 44 years old.",
        "The company lost $30 million.",
        "They claimed 30 seats in parliament.",
        "In 1994 the town had 12,000 inhabitants.",
    ],
)
def test_other_counts_are_no_tolls(text: str) -> None:
    assert told(text) == []


@given(st.text(alphabet="killed dead 0123456789,.—-twohundreds of people were at least\n", max_size=120))
def test_any_text_is_read(text: str) -> None:
    for toll in tolls(text):
        assert toll.sentence.span.start <= toll.whole.start < toll.whole.end <= toll.sentence.span.end
