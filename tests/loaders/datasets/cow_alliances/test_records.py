from pathlib import Path

import pytest

from loaders.datasets.cow_alliances.records import iter_records
from ontology.bundle import Reject
from tests.loaders.datasets.cow_alliances.rows import dyad
from tests.loaders.datasets.told import Told, load, read, records, told, write_csv


def ties(**changed: str) -> list[Told]:
    [record] = records(read(iter_records, "cow-alliances", dyad(**changed)))
    return told(record)


def test_a_row_is_a_tie_for_each_obligation_with_its_alliance_and_days() -> None:
    [record] = records(read(iter_records, "cow-alliances", dyad(entente="1")))
    common = {"alliance": "COW alliance 9001", "from": "1950-07-06"}
    assert told(record) == [
        ("AllianceTie", ("United States", "Turkey"), {"kind": "defense", **common}),
        ("AllianceTie", ("United States", "Turkey"), {"kind": "entente", **common}),
    ]
    assert record.key == "alliance 9001, 2–640, 1950-07-06"
    assert record.content == (
        "United States of America (2) and Turkey (640): defense, entente; alliance 9001, from 1950-07-06 to the end of"
        " the data"
    )


def test_an_alliance_that_the_register_knows_is_that_one() -> None:
    [(_, _, qualifiers)] = ties(version4id="227")
    assert qualifiers["alliance"] == "NATO"


def test_a_tie_that_ended_has_an_end_as_precise_as_the_file() -> None:
    [(_, _, qualifiers)] = ties(dyad_end_day="", dyad_end_month="5", dyad_end_year="1960")
    assert (qualifiers["from"], qualifiers["to"]) == ("1950-07-06", "1960-05")


def test_a_tie_that_was_there_when_the_data_begin_has_no_beginning() -> None:
    [(_, parties, qualifiers)] = ties(
        ccode1="220", ccode2="365", dyad_st_day="1", dyad_st_month="1", dyad_st_year="1816", dyad_end_year="1830",
        left_censor="1",
    )  # fmt: skip
    assert parties == ("France", "Russia")
    assert qualifiers == {"kind": "defense", "alliance": "COW alliance 9001", "to": "1830"}


def test_a_tie_that_outlives_a_state_goes_on_with_the_next_one() -> None:
    found = ties(ccode1="365", ccode2="630", dyad_st_year="1968", dyad_end_year="2001", dyad_end_month="3")
    assert [(parties, told["from"], told["to"]) for _, parties, told in found] == [
        (("Soviet Union", "Iran"), "1968-07-06", "1991"),
        (("Russia", "Iran"), "1992", "2001-03"),
    ]


def test_a_tie_that_goes_on_under_the_number_of_a_state_that_ended_is_that_of_the_next_one() -> None:
    found = ties(ccode1="200", ccode2="260", dyad_st_year="1955")
    assert [(parties, told["from"], told.get("to")) for _, parties, told in found] == [
        (("United Kingdom", "West Germany"), "1955-07-06", "1990"),
        (("United Kingdom", "Germany"), "1991", None),
    ]


@pytest.mark.parametrize(
    ("code", "year", "state"),
    [
        ("365", "1890", "Russia"), ("365", "1950", "Soviet Union"), ("345", "1890", "Serbia"),
        ("345", "1955", "Yugoslavia"), ("255", "1880", "Germany"), ("260", "1960", "West Germany"),
        ("265", "1960", "East Germany"), ("572", "1970", "Eswatini"), ("678", "1965", "North Yemen"),
        ("680", "1970", "South Yemen"), ("817", "1960", "South Vietnam"), ("240", "1850", "Kingdom of Hanover"),
        ("245", "1850", "Kingdom of Bavaria"), ("94", "1907", "Costa Rica"),
    ],
)  # fmt: skip
def test_a_code_is_the_state_of_its_year(code: str, year: str, state: str) -> None:
    assert [parties[0] for _, parties, _ in ties(ccode1=code, dyad_st_year=year, dyad_end_year=year)] == [state]


def test_no_obligation_is_a_tie_of_no_kind_that_is_told() -> None:
    [(_, _, qualifiers)] = ties(defense="0", entente="")
    assert qualifiers["kind"] == "unspecified"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"dyad_end_year": "1949"}, "it ends on 1949, before it begins on 1950-07-06"),
        ({"dyad_st_year": ""}, '"dyad_st_year" is empty'),
        ({"dyad_st_year": "soon"}, '"soon" is not a whole number'),
        ({"dyad_st_month": "13"}, '"1950-13-06" is not a date'),
        ({"defense": "yes"}, '"defense" is "yes", neither 0 nor 1'),
    ],
)
def test_what_cannot_be_read_is_rejected(changed: dict[str, str], reason: str) -> None:
    [reject] = read(iter_records, "cow-alliances", dyad(**changed))
    assert isinstance(reject, Reject)
    assert reason in reject.reason


def test_a_file_of_its_columns_is_a_release_and_a_row_again_is_a_duplicate(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "dyads.csv", [dyad(), dyad(), dyad(ccode1="640", ccode2="2", dyad_st_year="1990")])
    release, parts = load(path)
    assert release.dataset.name == "cow-alliances"
    assert (release.rows, release.claims, release.duplicate, release.unresolved) == (3, 2, 1, ())
    assert parts[0].bundle.document.key == "id:cow-alliances#1-0"


def test_a_code_that_nobody_bears_is_listed() -> None:
    [record] = records(read(iter_records, "cow-alliances", dyad(ccode1="999")))
    assert [(one.type, one.name) for one in record.iter_unresolved()] == [("State", "cow 999")]


def test_the_samples_are_read_whole() -> None:
    release, _ = load(Path(__file__).parents[4] / "samples" / "datasets" / "alliances.csv")
    assert (release.rows, release.claims, release.duplicate, release.unresolved) == (13, 12, 1, ())
