import pytest

from kg.answers import Position, Proposition, Status
from kg.questions.dates import make_period
from ontology.claim import Modality, Polarity, Value
from ontology.errors import DateError


def held(since: str | None, until: str | None, at: str = "", **qualifiers: Value) -> bool:
    proposition = Proposition("prop:1", "ArmsSale" if "from_" not in qualifiers else "Control", {}, Status.OPEN)
    named = {name.rstrip("_"): value for name, value in qualifiers.items()}
    position = Position(proposition, Polarity.AFFIRMS, Modality.ASSERTED, named)
    return make_period(since, until).holds(at, position)


def test_a_date_that_a_position_carries_goes_before_when_it_was_said() -> None:
    assert held("2010", "2012", at="2020-01-01", ordered="2011-05")
    assert not held("2020", None, at="2020-01-01", ordered="2011-05")


def test_any_of_several_years_will_do() -> None:
    assert held("1958", "1958", delivered="1957; 1958")
    assert held(None, "1957-12-31", delivered="1957; 1958")
    assert not held("1959", None, delivered="1957; 1958")


def test_a_spell_with_an_open_end_goes_on() -> None:
    assert held("2022", None, from_="2020-11")
    assert not held(None, "2019", from_="2020-11")
    assert not held("2022", None, from_="2020-11", to="2021")


def test_precision_is_given_the_benefit_of_the_doubt() -> None:
    assert held("2020-11-08", "2020-11-08", at="2020")
    assert not held("2020-11-08", "2020-11-08", at="2020-10")


def test_what_has_no_date_falls_into_no_period() -> None:
    assert not held("1900", None)
    assert held(None, None)


def test_a_date_that_is_none_is_an_error() -> None:
    with pytest.raises(DateError, match="write it as 2020"):
        make_period("last week", None)
