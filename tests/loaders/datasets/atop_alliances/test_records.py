from collections.abc import Mapping
from pathlib import Path

import pytest

from loaders.datasets.atop_alliances.records import iter_records
from loaders.datasets.record import Record
from ontology.bundle import Reject
from tests.loaders.datasets.told import load, read, records, told, write_csv

KINDS = ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul")


def year(year: int, one: int = 2, other: int = 20, *kinds: str) -> Mapping[str, str]:
    """An invented row; numbers are written as the file writes them."""
    flags = {kind: "1.0" if kind.removeprefix("atop_") in kinds else "0.0" for kind in KINDS}
    return {"ccode1": f"{one}.0", "ccode2": f"{other}.0", "year": f"{year}.0", **flags}


def spells(*rows: Mapping[str, str]) -> list[Record]:
    return records(read(iter_records, "atop-alliances", *rows))


def test_consecutive_years_of_a_pair_are_one_record_that_counts_the_rows_of_both_directions() -> None:
    both = [row for y in (1942, 1943, 1944) for row in (year(y, 2, 20, "defense"), year(y, 20, 2, "defense"))]
    [record] = spells(*both)
    assert (record.rows, record.key, record.place) == (6, "2–20, from 1942", "2")
    assert record.content == "COW 2 and 20, 1942–1944: defense 1942–1944"
    expected = {"kind": "defense", "from": "1942", "to": "1944"}
    assert told(record) == [("AllianceTie", ("United States", "Canada"), expected)]


def test_a_gap_parts_two_spells() -> None:
    found = spells(year(1950, 2, 20, "consul"), year(1951, 2, 20, "consul"), year(1953, 2, 20, "consul"))
    assert [(record.key, record.rows) for record in found] == [("2–20, from 1950", 2), ("2–20, from 1953", 1)]


def test_each_kind_has_the_spells_of_its_own_years() -> None:
    [record] = spells(
        year(1950, 2, 20, "defense", "offense"), year(1951, 2, 20, "defense"), year(1952, 2, 20, "defense", "offense")
    )
    assert [(q["kind"], q["from"], q["to"]) for _, _, q in told(record)] == [
        ("defense", "1950", "1952"),
        ("offense", "1950", "1950"),
        ("offense", "1952", "1952"),
    ]


def test_the_five_obligations_have_the_kinds_of_the_schema() -> None:
    [record] = spells(year(1950, 2, 20, "defense", "offense", "neutral", "nonagg", "consul"))
    kinds = [q["kind"] for _, _, q in told(record)]
    assert kinds == ["defense", "offense", "neutrality", "nonaggression", "consultation"]


def test_what_one_of_the_two_owes_binds_both_and_a_year_without_any_is_unspecified() -> None:
    [record] = spells(year(1950, 2, 20, "defense"), year(1950, 20, 2), year(1951, 2, 20), year(1951, 20, 2))
    assert [(q["kind"], q["from"], q["to"]) for _, _, q in told(record)] == [
        ("defense", "1950", "1950"),
        ("unspecified", "1951", "1951"),
    ]


def test_a_spell_that_reaches_the_end_of_the_data_goes_on() -> None:
    [record] = spells(*(year(y, 2, 20, "defense") for y in (2017, 2018)))
    [(_, _, qualifiers)] = told(record)
    assert qualifiers == {"kind": "defense", "from": "2017"}


@pytest.mark.parametrize(
    ("code", "years", "states"),
    [
        (365, (1991, 1992), ["Soviet Union", "Russia"]),
        (345, (2005, 2006), ["Serbia and Montenegro", "Serbia"]),
        (640, (1922, 1923), ["Ottoman Empire", "Turkey"]),
        (572, (1990, 2010), ["Eswatini"]),
        (255, (1890, 1891), ["Germany"]),
        (260, (1960, 1961), ["West Germany"]),
        (210, (1942, 1943), ["Netherlands"]),
    ],
)
def test_a_code_is_the_state_of_each_year(code: int, years: tuple[int, int], states: list[str]) -> None:
    first, last = years
    [record] = spells(*(year(y, 2, code, "defense") for y in range(first, last + 1)))
    assert [parties[1] for _, parties, _ in told(record)] == states
    assert record.rows == last - first + 1


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"year": ""}, '"year" is empty'),
        ({"ccode1": "two"}, 'ccode1: "two" is not a whole number'),
        ({"atop_defense": "2.0"}, '"atop_defense" is "2.0", neither 0 nor 1'),
        ({"year": "2019.0"}, '"year" is 2019: the data that are known end in 2018'),
    ],
)
def test_a_row_that_cannot_be_read_is_rejected_and_the_others_are_not(changed: dict[str, str], reason: str) -> None:
    odd, sound = read(iter_records, "atop-alliances", {**year(1950), **changed}, year(1951, 2, 20, "defense"))
    assert isinstance(odd, Reject)
    assert (odd.place, odd.reason) == ("2", reason)
    assert isinstance(sound, Record)


def test_a_file_of_its_columns_is_a_release_both_directions_in_one_part(tmp_path: Path) -> None:
    rows = [
        row
        for other in (20, 200, 220, 255, 325)
        for y in range(1900, 2010)
        for row in (year(y, 2, other, "defense"), year(y, other, 2, "consul"))
    ]
    release, parts = load(write_csv(tmp_path / "atop.csv", rows))
    assert release.dataset.name == "atop-alliances"
    assert (release.rows, release.claims, len(parts)) == (1100, 5, 2)
