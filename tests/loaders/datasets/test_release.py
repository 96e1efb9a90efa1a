from collections import Counter
from pathlib import Path

import pytest

from loaders.datasets.dataset import read_dataset
from loaders.datasets.parts import Part
from loaders.datasets.release import find_dataset, read_release
from loaders.datasets.spill import ROWS_A_PART
from loaders.errors import ChangedRelease, UnknownTable, UnreadableTable, WrongMapping
from ontology.manifest import Unresolved
from tests.loaders.datasets.tables import MAPPING, ROWS, write_mapping, write_table


def parts_of(folder: Path, *rows: str, mapping: str = MAPPING) -> list[Part]:
    with read_release(read_dataset(write_mapping(folder, mapping)), write_table(folder, *rows)) as release:
        return [*release.iter_parts()]


def test_rows_become_claims_of_the_publisher_with_their_records(tmp_path: Path) -> None:
    [part] = parts_of(tmp_path, *ROWS)
    claims = {claim.evidence[0].record: claim for claim in part.bundle.claims}
    names = {entity.id: entity for entity in part.bundle.entities}

    assert part.bundle.document.key == "id:think-tank#1-0"
    assert (part.rows, part.stored, part.duplicate, part.rejected, part.left_aside) == (5, 4, 0, 0, (("no arms", 1),))
    assert {names[str(claim.claimant)].name for claim in claims.values()} == {"Invented Institute"}
    assert claims["1"].content == "France to Egypt: jets (2015)"
    [position] = claims["2"].positions
    assert {role: names[id_].known for role, id_ in position.roles.items()} == {
        "supplier": "Q15180",
        "recipient": "Q79",
    }
    assert {**position.qualifiers, "item": None} == {
        "item": None,
        "number": 1200,
        "ordered": "1970",
        "stage": "completed",
    }


def test_a_party_that_the_source_does_not_know_leaves_a_claim_without_position(tmp_path: Path) -> None:
    [part] = parts_of(tmp_path, ROWS[2])

    [claim] = part.bundle.claims
    assert claim.positions == ()
    assert claim.evidence[0].record == "3"


def test_a_name_that_the_register_does_not_know_is_kept_and_counted_and_not_guessed(tmp_path: Path) -> None:
    [part] = parts_of(tmp_path, *ROWS)

    assert part.unresolved == (Unresolved("State", "Atlantis", 1),)


def test_the_same_row_again_is_a_duplicate_and_further_evidence(tmp_path: Path) -> None:
    [part] = parts_of(tmp_path, ROWS[0], ROWS[0], ROWS[0])

    [claim] = part.bundle.claims
    assert (part.stored, part.duplicate) == (1, 2)
    assert [evidence.record for evidence in claim.evidence] == ["1", "1 (2)", "1 (3)"]


def test_rows_of_one_key_that_say_different_things_are_told_apart_as_evidence(tmp_path: Path) -> None:
    [part] = parts_of(tmp_path, ROWS[0], ROWS[0].replace("jets", "ships"))

    assert (part.stored, part.duplicate) == (2, 0)
    assert {claim.content: claim.evidence[0].record for claim in part.bundle.claims} == {
        "France to Egypt: jets (2015)": "1",
        "France to Egypt: ships (2015)": "1 (2)",
    }


def test_what_cannot_be_said_is_rejected_with_its_place_and_the_rest_is_stored(tmp_path: Path) -> None:
    rows = ("6,,Egypt,jets,1,2015,\n", "7,France,Egypt,jets,many,2015,\n", "8,France,Egypt,jets,1,20x5,\n", "9,a\n")

    [part] = parts_of(tmp_path, ROWS[0], *rows)

    assert (part.rows, part.stored, part.rejected) == (5, 1, 4)
    assert {reject.place: reject.reason for reject in part.bundle.rejects} == {
        "3": "ArmsSale: supplier is empty",
        "4": 'number: "many" is not a whole number',
        "5": 'ordered: "20x5" is not a date: write it as 2020, 2020-11 or 2020-11-08',
        "6": "it has 2 cells, and there are 7 columns",
    }


def test_rows_of_a_group_stand_in_one_part_and_parts_are_told_by_the_number_of_rows(tmp_path: Path) -> None:
    states = ("France", "Italy", "Spain", "Greece", "Egypt", "India", "Chad", "Peru")
    rows = [f"{n},{states[n % 8]},{states[n // 8 % 8]},jets,1,2000,\n" for n in range(3 * ROWS_A_PART)]

    parts = parts_of(tmp_path, *rows)

    homes = Counter(
        claim.content.partition(":")[0]
        for part in parts
        for claim in {claim.content.partition(":")[0]: claim for claim in part.bundle.claims}.values()
    )
    assert sum(part.rows for part in parts) == 3 * ROWS_A_PART
    assert {part.bundle.document.key.partition("-")[0] for part in parts} == {"id:think"}
    assert all("#4-" in part.bundle.document.key for part in parts)
    assert set(homes.values()) == {1}


def test_what_is_not_expected_is_refused_with_the_difference(tmp_path: Path) -> None:
    expecting = MAPPING + "expectations: {rows: {least: 10}, unresolved_names: {most: 0}}\n"

    with pytest.raises(ChangedRelease, match=r"rows: 5, where at least 10 .*; unresolved names: 1, .*; nothing"):
        parts_of(tmp_path, *ROWS, mapping=expecting)


def test_a_file_of_which_no_row_can_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChangedRelease, match=r"none of its 2 rows can be read .*at 2: it has 2 cells, .*nothing"):
        parts_of(tmp_path, "1,a\n", ROWS[3])


def test_a_release_that_is_refused_for_its_rejects_shows_one(tmp_path: Path) -> None:
    strict = MAPPING + "expectations: {rejected: {most: 0}}\n"

    with pytest.raises(ChangedRelease, match=r"rejected: 1, .*; rejected at 3: ArmsSale: supplier is empty"):
        parts_of(tmp_path, ROWS[0], "6,,Egypt,jets,1,2015,\n", mapping=strict)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "no line of columns"), (b"\x1f\x8bjunk", "broken"), (b"\x1f\x8b", "broken"), (None, "No such file")],
)
def test_a_file_that_cannot_be_read_is_told_to_be_so(tmp_path: Path, data: bytes | None, reason: str) -> None:
    path = tmp_path / "table.csv"
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(UnreadableTable, match=reason):
        find_dataset(path)


def test_a_column_that_the_file_lacks_is_told_with_the_line_of_the_mapping(tmp_path: Path) -> None:
    with pytest.raises(WrongMapping, match=r'mapping.yaml:\d+: the file has no column "maker": it has "id", "seller"'):
        parts_of(tmp_path, *ROWS, mapping=MAPPING.replace("column: seller", "column: maker"))


def test_a_table_of_nobody_is_told_to_need_a_mapping(tmp_path: Path) -> None:
    with pytest.raises(UnknownTable, match=r"deals.csv: its columns are those of no release that is known .*--mapping"):
        find_dataset(write_table(tmp_path, *ROWS))


def test_a_known_release_whose_columns_changed_is_refused_with_the_difference(tmp_path: Path) -> None:
    register = Path(__file__).parent / "sipri_trade_register" / "register.csv"
    changed = tmp_path / "register.csv"
    changed.write_bytes(register.read_bytes().replace(b"Weapon description", b"Class of weapon"))

    with pytest.raises(ChangedRelease, match=r'sipri-trade-register.*lacks "Weapon description"; it has "Class of wea'):
        find_dataset(changed)


@pytest.mark.parametrize(
    ("head", "reason"), [("", "no line of columns"), ("id,seller,buyer,what,number,year,state", "no rows")]
)
def test_an_empty_table_is_refused(tmp_path: Path, head: str, reason: str) -> None:
    dataset = read_dataset(write_mapping(tmp_path))

    with pytest.raises(UnreadableTable, match=reason), read_release(dataset, write_table(tmp_path, head=head)):
        pass


@pytest.mark.parametrize("data", ["id,seller\n1,France\n".encode("utf-16"), b"\x00\x01\x02\xff"])
def test_what_is_no_text_in_utf_8_is_told_so(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "odd.csv").write_bytes(data)

    with pytest.raises(UnreadableTable, match=r"odd\.csv: it is no text in UTF-8"):
        find_dataset(tmp_path / "odd.csv")
