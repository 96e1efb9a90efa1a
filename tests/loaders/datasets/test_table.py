import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.datasets.form import Form, TableKind
from loaders.datasets.row import Row
from loaders.datasets.table import LONGEST_LINE, iter_rows, read_head
from loaders.errors import UnreadableTable
from ontology.bundle import Reject

PLAIN = Form()


def read(path: Path, data: bytes | str, form: Form = PLAIN) -> list[Row | Reject]:
    path = path / "table.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return [*iter_rows(path, form)]


def test_a_row_tells_the_line_that_it_begins_at_and_its_trimmed_cells(tmp_path: Path) -> None:
    rows = read(tmp_path, 'a,b\n1, x \n2,"two\nlines"\n3,z\n')

    assert rows == [
        Row("2", {"a": "1", "b": "x"}),
        Row("3", {"a": "2", "b": "two\nlines"}),
        Row("5", {"a": "3", "b": "z"}),
    ]


def test_a_mark_at_the_beginning_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfa;b\r\n1;2\r\n", Form(delimiter=";")) == [Row("2", {"a": "1", "b": "2"})]


def test_a_packed_table_is_unpacked_and_a_broken_one_refused(tmp_path: Path) -> None:
    packed = gzip.compress(b"a\n" + b"1\n" * 9_000)

    assert len(read(tmp_path, packed)) == 9_000
    with pytest.raises(UnreadableTable, match="packed with gzip, and broken"):
        read(tmp_path, packed[:-20])


def test_lines_above_the_columns_are_told_and_counted(tmp_path: Path) -> None:
    form = Form(header_lines=2, encoding="latin-1")

    assert read(tmp_path, "Table\nof 2025\na\nä".encode("latin-1"), form) == [Row("4", {"a": "ä"})]
    assert read_head(tmp_path / "table.csv", form) == (("Table", "of 2025"), ("a",))


def test_a_row_that_a_raw_newline_broke_is_whole_again(tmp_path: Path) -> None:
    form = Form(join_short_rows=True)

    assert read(tmp_path, "a,b,c\n1,half\n,3\n4,5,6\n", form) == [
        Row("2", {"a": "1", "b": "half", "c": "3"}),
        Row("4", {"a": "4", "b": "5", "c": "6"}),
    ]


def test_pieces_that_do_not_add_up_are_rejected_each(tmp_path: Path) -> None:
    one, other, last = read(tmp_path, "a,b,c\n1\n4,5,6\n7,8\n", Form(join_short_rows=True))

    assert isinstance(one, Reject)
    assert (one.place, one.reason, one.text) == ("2", "it has 1 cells, and there are 3 columns", "1")
    assert isinstance(other, Row)
    assert isinstance(last, Reject)


def test_columns_without_a_name_or_of_one_name_are_called_by_their_place(tmp_path: Path) -> None:
    [row] = read(tmp_path, "a,a,\n1,2,3\n")

    assert isinstance(row, Row)
    assert row.values == {"a": "1", "a (2)": "2", "column (3)": "3"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1,2,3", "it has 3 cells, and there are 2 columns"),
        ("1,\0", "it holds a NUL character"),
        (f"1,{'x' * LONGEST_LINE}", f"the line is longer than {LONGEST_LINE:,} characters"),
        (f'1,"{"x" * 200_000}"', "not CSV that can be read: field larger than field limit (131072)"),
    ],
)
def test_a_broken_row_is_rejected_and_the_next_one_read(tmp_path: Path, line: str, reason: str) -> None:
    odd, sound = read(tmp_path, f"a,b\n{line}\n3,4\n")

    assert isinstance(odd, Reject)
    assert (odd.place, odd.reason) == ("2", reason)
    assert len(odd.text) < 10_000
    assert sound == Row("3", {"a": "3", "b": "4"})


@pytest.mark.parametrize("closed_again", [False, True])
def test_a_quotation_mark_that_is_not_closed_spoils_its_own_row_alone(tmp_path: Path, closed_again: bool) -> None:
    later = '8,"x"\n' if closed_again else ""
    sound = "".join(f"{n},y\n" for n in range(30_000))

    odd, *rows = read(tmp_path, f'a,b\n7,"open\n{sound}{later}')

    assert isinstance(odd, Reject)
    assert (odd.place, odd.reason, odd.text) == ("2", "a quotation mark in it is not closed", '7,"open\n')
    assert len(rows) == 30_000 + closed_again
    assert rows[-1] == (Row("30003", {"a": "8", "b": "x"}) if closed_again else Row("30002", {"a": "29999", "b": "y"}))


def test_a_file_that_ends_within_quotation_marks_loses_no_row(tmp_path: Path) -> None:
    odd, sound = read(tmp_path, 'a,b\n1,"cut\n2,"x"\n')

    assert isinstance(odd, Reject)
    assert odd.reason == "a quotation mark in it is not closed"
    assert sound == Row("3", {"a": "2", "b": "x"})
    [end] = read(tmp_path, 'a,b\n1,"cut')
    assert isinstance(end, Reject)


def test_bytes_of_another_encoding_reject_their_row_alone(tmp_path: Path) -> None:
    odd, sound = read(tmp_path, b"a\n\xe4\nb\n")

    assert isinstance(odd, Reject)
    assert odd.reason.startswith("it is not in the encoding of the table")
    assert sound == Row("3", {"a": "b"})


def test_json_lines_are_flat_rows(tmp_path: Path) -> None:
    rows = read(tmp_path, '{"a": {"b": 1}, "c": ["x", "y"], "d": null}\n\n[1]\n', Form(TableKind.JSONL))

    assert rows[0] == Row("1", {"a.b": "1", "c": "x; y", "d": ""})
    assert rows[0].values["lacking"] == ""
    assert rows[1] == Reject("3", "a record is a JSON object, and this is none", "[1]\n")


def test_a_folder_of_json_files_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "europe").mkdir()
    (tmp_path / "europe" / "fr.json").write_text(json.dumps({"name": {"text": "France"}}), encoding="utf-8")
    (tmp_path / "zz.json").write_text("{", encoding="utf-8")
    form = Form(TableKind.FOLDER)

    row, odd = iter_rows(tmp_path, form)

    assert row == Row("europe/fr.json", {"name.text": "France"})
    assert isinstance(odd, Reject)
    assert odd.place == "zz.json"
    assert read_head(tmp_path, form) == ((), ("name.text",))


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\x00\x01\x02"])
def test_a_file_without_columns_has_no_rows(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data) == []


@given(data=st.binary(max_size=300), join=st.booleans())
def test_whatever_a_file_holds_it_is_rows_and_rejects(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, join: bool
) -> None:
    rows = read(tmp_path_factory.mktemp("any"), b"a,b\n" + data, Form(join_short_rows=join))

    assert all(isinstance(row, Row | Reject) for row in rows)
    for row in rows:
        (row.text if isinstance(row, Reject) else "".join(row.values.values())).encode()
