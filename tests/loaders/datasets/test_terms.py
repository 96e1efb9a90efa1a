import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.datasets.terms import Term, iter_bearers, iter_pairs, make_term
from loaders.datasets.who import Who
from ontology.register import get_register


def bearers(code: str, begin: str, end: str | None, scheme: str = "cow") -> list[tuple[str, str | None, str | None]]:
    found = iter_bearers(Who("id:x#1-0", "x"), scheme, code, make_term(begin, end))
    return [(entity.name, term.begin, term.end) for entity, term in found]


def test_a_code_of_one_state_keeps_its_dates() -> None:
    assert bearers("2", "1949-04-04", None) == [("United States", "1949-04-04", None)]
    assert bearers("572", "1968-09-06", "2010-01") == [("Eswatini", "1968-09-06", "2010-01")]


@pytest.mark.parametrize(
    ("scheme", "code", "begin", "end", "told"),
    [
        (
            "cow", "365", "1914-08-01", "1995-05",
            [("Russia", "1914-08-01", "1921"), ("Soviet Union", "1922", "1991"), ("Russia", "1992", "1995-05")],
        ),
        (
            "cow", "345", "1950", None,
            [("Yugoslavia", "1950", "1991"), ("Serbia and Montenegro", "1992", "2005"), ("Serbia", "2006", None)],
        ),
        ("cow", "816", "1969-09", "1986-07", [("North Vietnam", "1969-09", "1975"), ("Vietnam", "1976", "1986-07")]),
        ("gw", "260", "1955-05-05", None, [("West Germany", "1955-05-05", "1990"), ("Germany", "1991", None)]),
        ("gw", "678", "1972-02-21", "2000", [("North Yemen", "1972-02-21", "1990"), ("Yemen", "1991", "2000")]),
        ("cow", "255", "1939", "1945", [("Germany", "1939", "1945")]),
        ("cow", "265", "1955", "1990", [("East Germany", "1955", "1990")]),
        ("cow", "240", "1838", "1866", [("Kingdom of Hanover", "1838", "1866")]),
        ("cow", "210", "1942", "1944", [("Netherlands", "1942", "1944")]),
    ],
)  # fmt: skip
def test_a_code_of_several_states_is_each_of_them_in_its_years(
    scheme: str, code: str, begin: str, end: str | None, told: list[tuple[str, str | None, str | None]]
) -> None:
    assert bearers(code, begin, end, scheme) == told


def test_a_term_that_meets_a_state_only_in_its_last_or_first_year_belongs_to_the_other() -> None:
    assert bearers("365", "1991-12-25", "1999-12") == [("Russia", "1991-12-25", "1999-12")]
    assert bearers("345", "2003-03-07", "2006-06") == [("Serbia and Montenegro", "2003-03-07", "2006-06")]
    assert bearers("365", "1991-08", "1991-12") == [("Soviet Union", "1991-08", "1991-12")]


def test_a_code_that_nobody_bears_is_somebody_of_its_own() -> None:
    who = Who("id:x#1-0", "x")
    [(entity, _)] = iter_bearers(who, "cow", "999", make_term("1990", None))
    assert (entity.name, entity.known) == ("cow 999", None)


def test_a_pair_is_told_for_each_stretch_in_which_neither_changes() -> None:
    found = iter_pairs(Who("id:x#1-0", "x"), "cow", ("345", "365"), make_term("1948-03-01", "2007-02"))
    assert [(a.name, b.name, part.begin, part.end) for a, b, part in found] == [
        ("Yugoslavia", "Soviet Union", "1948-03-01", "1991"),
        ("Serbia and Montenegro", "Russia", "1992", "2005"),
        ("Serbia", "Russia", "2006", "2007-02"),
    ]


def test_a_beginning_that_is_not_known_stays_unknown() -> None:
    term = make_term("1816-01-01", "1830", begin_is_known=False)
    assert term == Term(1816, 1830, None, "1830")
    assert term.told() == {"to": "1830"}


@given(st.integers(1816, 2020), st.integers(0, 200), st.sampled_from(["2", "255", "345", "365", "640", "816"]))
def test_the_stretches_of_a_code_fill_its_term_and_each_year_has_the_state_of_that_year(
    first: int, years: int, code: str
) -> None:
    last = first + years
    found = [*iter_bearers(Who("id:x#1-0", "x"), "cow", code, make_term(str(first), str(last)))]
    told = [(year, entity.known) for entity, term in found for year in range(term.first, (term.last or 0) + 1)]
    assert [year for year, _ in told] == list(range(first, last + 1))
    inner = [(year, known) for year, known in told if first < year < last]
    expected = {year: get_register().get_bearer("cow", code, year) for year, _ in inner}
    assert all((state.id if (state := expected[year]) else None) == known for year, known in inner)
