import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.tolls import iter_amounts, to_number


def bounds(text: str) -> list[tuple[int | None, int | None]]:
    return [(amount.low, amount.high) for amount in iter_amounts(text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 1,000 people", 1000, None),
        ("more than forty sailors", 40, None),
        ("over 2.5 million refugees", 2_500_000, None),
        ("up to 90 guards", None, 90),
        ("nearly a dozen men", None, 12),
        ("almost three hundred", None, 300),
        ("some 60 villagers", 60, 60),
        ("about twenty-three others", 23, 23),
        ("an estimated 7,500 civilians", 7500, 7500),
        ("between 30 and 45 rebels", 30, 45),
        ("15 to 20 soldiers", 15, 20),
        ("400-500 conscripts", 400, 500),
        ("dozens of miners", 12, None),
        ("hundreds of people", 100, None),
        ("tens of thousands fled", 10_000, None),
        ("millions of people", 1_000_000, None),
        ("two hundred and six men", 206, 206),
        ("30 or more pilots", 30, None),
    ],
)
def test_a_number_phrase_gives_its_bounds(text: str, low: int | None, high: int | None) -> None:
    assert bounds(text) == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "in 1994",
        "on 12 May",
        "May 12",
        "$40 was paid",
        "40 percent",
        "40% of them",
        "aged 40 years",
        "six miles away",
        "40km off",
        "F-16",
        "the 3rd",
    ],
)
def test_what_counts_no_people_is_no_amount(text: str) -> None:
    assert bounds(text) == []


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_are_read_with_and_without_commas(number: int) -> None:
    assert to_number(str(number)) == to_number(f"{number:,}") == number


@given(st.text())
def test_any_text_is_read_and_amounts_stand_in_it(text: str) -> None:
    for amount in iter_amounts(text):
        assert 0 <= amount.span.start < amount.span.end <= len(text)
        assert amount.low is not None or amount.high is not None


@pytest.mark.parametrize("text", ["some 1.2.3 people", "1.000.000 people died", "10.11.2020 dead", "12,5,7 people"])
def test_what_is_written_as_no_number_of_ours_counts_nobody(text: str) -> None:
    assert bounds(text) == []
