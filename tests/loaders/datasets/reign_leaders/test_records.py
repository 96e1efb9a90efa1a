from collections.abc import Mapping
from pathlib import Path

import pytest

from loaders.datasets.reign_leaders.records import iter_records
from ontology.bundle import Reject
from tests.loaders.datasets.told import Told, load, read, records, told, write_csv

ROW = {
    "stateabb": "FRN", "ccode": "220", "leadid": "X9.9-1", "leader": "Dupont", "sdate": "20", "smonth": "1",
    "syear": "1953", "emonth": "4", "eyear": "1961", "birthyear": "1900", "gender": "1", "militarycareer": "0",
    "l_month": "", "l_year": "", "": "", "codedby": "", "notes": "",
}  # fmt: skip


def row(**changed: str) -> Mapping[str, str]:
    """An invented row."""
    return {**ROW, **changed}


def offices(**changed: str) -> list[Told]:
    [record] = records(read(iter_records, "reign-leaders", row(**changed)))
    return told(record)


def test_a_leader_held_an_office_from_a_day_to_a_month() -> None:
    assert offices() == [("Office", ("Dupont", "France"), {"from": "1953-01-20", "to": "1961-04"})]


def test_a_leader_in_office_has_no_end() -> None:
    assert offices(emonth="", eyear="") == [("Office", ("Dupont", "France"), {"from": "1953-01-20"})]


def test_a_leader_is_known_by_the_id_that_reign_gives() -> None:
    [record] = records(read(iter_records, "reign-leaders", row()))
    holder = record.entities[0]
    assert (holder.type, holder.name, holder.known) == ("Person", "Dupont", "person:reign-x9-9-1")


def test_a_name_in_utf8_is_read_as_what_it_is() -> None:
    assert offices(leader="Jóhannsson".encode().decode("latin-1"))[0][1] == ("Jóhannsson", "France")
    assert offices(leader="Müller")[0][1] == ("Müller", "France")


@pytest.mark.parametrize(
    ("code", "begin", "end", "states"),
    [
        ("365", "1964", "1982", ["Soviet Union"]), ("365", "1985", "1991", ["Soviet Union"]),
        ("365", "1991", "1999", ["Russia"]), ("345", "1953", "1980", ["Yugoslavia"]),
        ("345", "1989", "2000", ["Yugoslavia", "Serbia and Montenegro"]),
        ("345", "2003", "2006", ["Serbia and Montenegro"]), ("345", "2006", "2008", ["Serbia"]),
        ("816", "1969", "1986", ["North Vietnam", "Vietnam"]), ("260", "1949", "1963", ["West Germany"]),
        ("265", "1946", "1950", ["East Germany"]), ("255", "1990", "1998", ["Germany"]),
        ("679", "1990", "2012", ["Yemen"]), ("678", "1978", "1990", ["North Yemen"]),
        ("572", "1986", "2020", ["Eswatini"]),
    ],
)  # fmt: skip
def test_a_code_is_the_state_of_its_years(code: str, begin: str, end: str, states: list[str]) -> None:
    assert [parties[1] for _, parties, _ in offices(ccode=code, syear=begin, eyear=end)] == states


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"syear": ""}, '"syear" is empty'),
        ({"leadid": ""}, '"leadid" is empty'),
        ({"eyear": "1950"}, "the office ends in 1950-04, before it begins on 1953-01-20"),
        ({"smonth": "0"}, '"1953-00-20" is not a date: write it as 2020, 2020-11 or 2020-11-08'),
    ],
)
def test_what_cannot_be_read_is_rejected(changed: dict[str, str], reason: str) -> None:
    [reject] = read(iter_records, "reign-leaders", row(**changed))
    assert isinstance(reject, Reject)
    assert reject.reason == reason


def test_a_file_of_its_columns_is_a_release(tmp_path: Path) -> None:
    release, _ = load(write_csv(tmp_path / "leaders.csv", [row(), row(leadid="X9.9-2")]))
    assert release.dataset.name == "reign-leaders"
    assert (release.rows, release.claims, release.unresolved) == (2, 2, ())
