from collections.abc import Mapping
from pathlib import Path

import pytest

from loaders.datasets.cow_wars.records import iter_records
from loaders.datasets.row import Left
from ontology.bundle import Reject
from tests.loaders.datasets.told import load, read, records, told, write_csv

SAMPLE = Path(__file__).parents[4] / "samples" / "datasets" / "wars.csv"
REST = ("cowinteronset", "sidea1", "sidea2", "initiator1", "initiator2", "outcome1", "outcome2", "batdeath1",
        "batdeath2", "resume")  # fmt: skip


def year(war: int, one: int, other: int, year: int, ongoing: str = "1.0") -> Mapping[str, str]:
    """An invented row."""
    told = {"warnum": f"{war}.0", "ccode1": f"{one}.0", "ccode2": f"{other}.0", "year": f"{year}.0"}
    return {**told, "cowinterongoing": ongoing, **dict.fromkeys(REST, "0.0")}


def test_a_war_and_a_pair_are_one_hostility_that_counts_the_rows_of_both_directions() -> None:
    rows = [row for y in (1980, 1981) for row in (year(9, 630, 645, y), year(9, 645, 630, y))]
    [record] = records(read(iter_records, "cow-wars", *rows))
    assert (record.key, record.rows) == ("war 9, 630–645", 4)
    assert record.content == "COW war 9 between COW 630 and 645: 1980–1981"
    assert told(record) == [("Hostility", ("Iran", "Iraq"), {"kind": "war", "from": "1980", "to": "1981"})]


def test_two_wars_of_a_pair_are_two_records() -> None:
    found = records(read(iter_records, "cow-wars", year(1, 371, 373, 1993), year(2, 373, 371, 2020)))
    assert [(record.key, record.rows) for record in found] == [("war 1, 371–373", 1), ("war 2, 371–373", 1)]


def test_years_apart_are_two_spells_of_one_war() -> None:
    [record] = records(read(iter_records, "cow-wars", year(1, 345, 350, 1941), year(1, 345, 350, 1943)))
    assert [(q["from"], q["to"]) for _, _, q in told(record)] == [("1941", "1941"), ("1943", "1943")]


@pytest.mark.parametrize(
    ("code", "when", "state"),
    [
        (345, 1913, "Serbia"), (345, 1941, "Yugoslavia"), (365, 1904, "Russia"), (365, 1945, "Soviet Union"),
        (640, 1877, "Ottoman Empire"), (255, 1870, "Germany"), (300, 1866, "Austria-Hungary"),
        (816, 1968, "North Vietnam"), (816, 1979, "Vietnam"), (245, 1866, "Kingdom of Bavaria"),
    ],
)  # fmt: skip
def test_a_code_is_the_state_of_its_year(code: int, when: int, state: str) -> None:
    [record] = records(read(iter_records, "cow-wars", year(1, code, 999, when)))
    assert [parties[0] for _, parties, _ in told(record)] == [state]


def test_a_year_without_war_is_left_aside_and_a_broken_row_rejected() -> None:
    left, reject = read(iter_records, "cow-wars", year(1, 2, 20, 1990, "0.0"), {**year(1, 2, 20, 1990), "year": ""})
    assert isinstance(left, Left)
    assert isinstance(reject, Reject)
    assert reject.reason == '"year" is empty'


def test_a_file_of_its_columns_is_a_release(tmp_path: Path) -> None:
    release, _ = load(write_csv(tmp_path / "wars.csv", [year(1, 2, 20, 1990), year(1, 20, 2, 1990)]))
    assert release.dataset.name == "cow-wars"
    assert (release.rows, release.claims) == (2, 1)


def test_the_samples_are_read_whole() -> None:
    release, _ = load(SAMPLE)
    assert (release.rows, release.claims, release.unresolved) == (24, 6, ())
