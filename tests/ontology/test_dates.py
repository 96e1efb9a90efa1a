from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.dates import first_day, last_day, may_overlap, parse_date
from ontology.errors import DateError

DATES = st.dates(min_value=date(1000, 1, 1)).flatmap(
    lambda day: st.sampled_from([f"{day.year:04}", f"{day.year:04}-{day.month:02}", day.isoformat()])
)


@pytest.mark.parametrize("text", ["2020", "2020-11", "2020-11-08", "1816-02-29"])
def test_a_date_keeps_its_precision(text: str) -> None:
    assert parse_date(text) == text


@pytest.mark.parametrize("text", ["2020-11-08T10:30:00Z", "2020-11-08 10:30", " 2020-11-08T10:30:00+01:00 "])
def test_a_time_of_day_is_cut_off(text: str) -> None:
    assert parse_date(text) == "2020-11-08"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "8 Novembr 2020",
        "2020-13",
        "2020-00",
        "2020-00-08",
        "2020-11-00",
        "2021-02-29",
        "2020-1-1",
        "20",
        "0000",
        "2020-11-08 to 2021",
        "２０２０",
        "2020\n-11",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="is not a date: write it as 2020, 2020-11 or 2020-11-08"):
        parse_date(text)


@given(DATES)
def test_a_date_begins_before_it_ends(text: str) -> None:
    assert first_day(text) <= last_day(text)


@given(DATES)
def test_the_day_after_the_last_is_another_date(text: str) -> None:
    last = last_day(text)
    assert last == date.max or not (last + timedelta(days=1)).isoformat().startswith(text)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (("1988", "1994"), ("2020-09", "2020-11"), False),
        (("1988", "1994"), ("1994-12", None), True),
        (("2020", "2020"), ("2020-11-08", "2020-11-08"), True),
        ((None, "2019"), ("2020", None), False),
        ((None, None), ("2020", "2020"), True),
    ],
)
def test_spells_overlap_where_they_can_share_a_day(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], share: bool
) -> None:
    assert may_overlap(*one, *other) is share
    assert may_overlap(*other, *one) is share
