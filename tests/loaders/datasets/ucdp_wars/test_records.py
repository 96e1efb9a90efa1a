from collections.abc import Mapping
from pathlib import Path

import pytest

from loaders.datasets.row import Left
from loaders.datasets.ucdp_wars.records import iter_records
from ontology.bundle import Reject
from tests.loaders.datasets.told import load, read, records, told, write_csv

ROW = {
    "conflict_id": "99.0", "year": "1980.0", "gwno_a": "630.0", "gwno_a_2nd": "", "gwno_b": "645.0", "gwno_b_2nd": "",
    "incompatibility": "both", "intensity_level": "1.0", "type_of_conflict": "interstate", "start_date": "1979-01-02",
    "start_prec": "1.0", "start_date2": "1980-09-23", "start_prec2": "1.0", "ep_end": "0.0", "ep_end_date": "",
}  # fmt: skip


def row(**changed: str) -> Mapping[str, str]:
    """An invented row."""
    return {**ROW, **changed}


def test_an_episode_is_one_hostility_with_its_days_and_all_its_rows() -> None:
    [record] = records(
        read(iter_records, "ucdp-wars", row(), row(year="1981.0", ep_end="1.0", ep_end_date="1981-08-20"))
    )
    assert (record.key, record.rows) == ("conflict 99, 630–645, 1980-09-23", 2)
    expected = {"kind": "clash", "from": "1980-09-23", "to": "1981-08-20"}
    assert told(record) == [("Hostility", ("Iran", "Iraq"), expected)]


def test_two_episodes_of_a_conflict_are_two_records() -> None:
    found = records(read(iter_records, "ucdp-wars", row(), row(start_date2="1985-01-01", year="1985.0")))
    assert [record.key for record in found] == ["conflict 99, 630–645, 1980-09-23", "conflict 99, 630–645, 1985-01-01"]


def test_it_is_a_war_if_one_of_its_years_was() -> None:
    [record] = records(read(iter_records, "ucdp-wars", row(), row(year="1981.0", intensity_level="2.0")))
    assert [q["kind"] for _, _, q in told(record)] == ["war"]


@pytest.mark.parametrize(
    ("precision", "begin"),
    [("1.0", "1980-09-23"), ("2.0", "1980-09"), ("3.0", "1980-09"), ("4.0", "1980"), ("5.0", "1980")],
)
def test_a_beginning_is_as_precise_as_the_file_says(precision: str, begin: str) -> None:
    [record] = records(read(iter_records, "ucdp-wars", row(start_prec2=precision)))
    assert [q["from"] for _, _, q in told(record)] == [begin]


def test_the_last_day_of_a_year_stands_for_an_unknown_one() -> None:
    [record] = records(read(iter_records, "ucdp-wars", row(ep_end="1.0", ep_end_date="1980-12-31")))
    assert [q["to"] for _, _, q in told(record)] == ["1980"]


def test_a_state_that_sent_troops_supports_the_side_that_it_helped() -> None:
    years = ("1980.0", "1981.0")
    [record] = records(
        read(iter_records, "ucdp-wars", *(row(year=y, gwno_b_2nd=n) for y in years for n in ("651.0", "663.0")))
    )
    assert record.rows == 4
    assert told(record)[1:] == [
        ("Support", ("Egypt", "Iraq"), {"kind": "military", "from": "1980", "to": "1981"}),
        ("Support", ("Jordan", "Iraq"), {"kind": "military", "from": "1980", "to": "1981"}),
    ]


@pytest.mark.parametrize(
    ("code", "year", "state"),
    [
        ("365.0", "1969", "Soviet Union"), ("365.0", "2022", "Russia"), ("678.0", "1972", "North Yemen"),
        ("678.0", "2024", "Yemen"), ("260.0", "1991", "Germany"), ("345.0", "1990", "Yugoslavia"),
        ("345.0", "1999", "Serbia and Montenegro"), ("751.0", "1948", "Hyderabad State"),
        ("816.0", "1970", "North Vietnam"), ("55.0", "1983", "Grenada"),
    ],
)  # fmt: skip
def test_a_number_of_gleditsch_and_ward_is_the_state_of_its_year(code: str, year: str, state: str) -> None:
    changed = {"year": f"{year}.0", "start_date2": f"{year}-03-01", "ep_end_date": f"{year}-04-01", "gwno_a": code}
    [record] = records(read(iter_records, "ucdp-wars", row(**changed)))
    assert [parties[0] for _, parties, _ in told(record)] == [state]


@pytest.mark.parametrize("kind", ["intrastate", "II", "extrasystemic"])
def test_a_conflict_with_a_party_that_is_no_state_is_left_aside_with_the_reason(kind: str) -> None:
    [left] = read(iter_records, "ucdp-wars", row(type_of_conflict=kind, gwno_b=""))
    assert isinstance(left, Left)
    assert left.reason.startswith("a conflict")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"gwno_b": ""}, '"gwno_b" is empty'),
        (
            {"type_of_conflict": "cold"},
            '"type_of_conflict" is "cold", none of interstate, intrastate, II, extrasystemic',
        ),
        ({"start_prec2": "9.0"}, '"start_prec2" is 9, none of 1, 2, 3, 4, 5'),
        ({"start_date2": "once"}, 'start_date2: "once" is not a date: write it as 2020, 2020-11 or 2020-11-08'),
        ({"gwno_a_2nd": "x"}, 'gwno_a_2nd: "x" is not a whole number'),
    ],
)
def test_what_cannot_be_read_is_rejected(changed: dict[str, str], reason: str) -> None:
    [reject] = read(iter_records, "ucdp-wars", row(**changed))
    assert isinstance(reject, Reject)
    assert reject.reason == reason


def test_a_file_of_its_columns_is_a_release(tmp_path: Path) -> None:
    release, _ = load(write_csv(tmp_path / "acd.csv", [row(), row(type_of_conflict="II", gwno_b="")]))
    assert release.dataset.name == "ucdp-wars"
    assert (release.rows, release.claims) == (2, 1)
    assert release.left_aside == {"a conflict within a state, with a rebel group and foreign troops": 1}
