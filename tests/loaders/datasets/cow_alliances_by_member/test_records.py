from pathlib import Path

from loaders.datasets.cow_alliances_by_member.records import iter_records
from ontology.bundle import Reject
from tests.loaders.datasets.cow_alliances.rows import member
from tests.loaders.datasets.told import Told, load, read, records, told, write_csv


def ties(**changed: str) -> list[Told]:
    [record] = records(read(iter_records, "cow-alliances-by-member", member(**changed)))
    return told(record)


def test_a_row_is_a_tie_of_the_member_to_the_alliance_while_it_was_a_member() -> None:
    assert ties() == [("AllianceTie", ("Turkey", "NATO"), {"kind": "defense", "from": "1953-04-03"})]


def test_an_alliance_without_a_name_is_known_by_its_number_in_both_files() -> None:
    [record] = records(read(iter_records, "cow-alliances-by-member", member(version4id="9001")))
    alliance = record.entities[0]
    assert (alliance.type, alliance.name) == ("Alliance", "COW alliance 9001")
    assert alliance.known == "organization:cow-alliance-9001"


def test_a_member_that_another_state_followed_is_told_by_years() -> None:
    found = ties(ccode="365", version4id="9001", mem_st_year="1985", mem_end_year="1995", mem_end_month="2")
    assert [(parties[0], told["from"], told["to"]) for _, parties, told in found] == [
        ("Soviet Union", "1985-04-03", "1991"),
        ("Russia", "1992", "1995-02"),
    ]


def test_what_cannot_be_read_is_rejected() -> None:
    [reject] = read(iter_records, "cow-alliances-by-member", member(mem_end_year="1900"))
    assert isinstance(reject, Reject)
    assert reject.reason == "it ends on 1900, before it begins on 1953-04-03"


def test_a_file_of_its_columns_is_a_release(tmp_path: Path) -> None:
    release, _ = load(write_csv(tmp_path / "members.csv", [member(), member(ccode="2")]))
    assert release.dataset.name == "cow-alliances-by-member"
    assert (release.rows, release.claims) == (2, 2)
