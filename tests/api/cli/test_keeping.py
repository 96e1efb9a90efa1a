import json
from pathlib import Path

import pytest

from kg.rdf.export import canonical_dump
from kg.stores import open_store
from tests.api.conftest import Kg


@pytest.mark.parametrize(("format_", "begins"), [("trig", "@prefix"), ("nquads", "<"), ("turtle", "@prefix")])
def test_an_export_is_written_to_a_file(kg: Kg, tmp_path: Path, format_: str, begins: str) -> None:
    out = tmp_path / "out"
    assert kg("export", "--format", format_, "-o", str(out)).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith(begins)
    assert out.read_text(encoding="utf-8") == kg("export", "--format", format_).stdout
    assert list(tmp_path.glob(".out*")) == []


def test_an_export_goes_to_standard_output_too(kg: Kg, url: str) -> None:
    done = kg("export", "--format", "nquads")
    with open_store(url) as store:
        assert done.stdout == canonical_dump(store)


def test_jsonl_is_the_rows_of_claims(kg: Kg) -> None:
    rows = [json.loads(line) for line in kg("export", "--format", "jsonl").stdout.splitlines()]
    assert rows == json.loads(kg("claims", "--json").stdout)


def test_an_export_that_fails_leaves_the_old_file(kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    monkeypatch.setattr("api.cli.exporting.to_line", lambda _: 1 / 0)
    assert kg("export", "--format", "jsonl", "-o", str(out)).exit_code != 0
    assert out.read_text() == "old"
    assert list(tmp_path.glob(".out*")) == []


def test_a_place_that_cannot_be_written_is_told(kg: Kg, tmp_path: Path) -> None:
    done = kg("export", "--format", "jsonl", "-o", str(tmp_path / "no" / "out"))
    assert done.exit_code == 2
    assert done.stderr.endswith("no: the folder is not there: make it, or name another one\n")


def test_what_is_no_file_is_not_replaced(kg: Kg) -> None:
    assert kg("export", "--format", "jsonl", "-o", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()


def test_a_copy_gives_the_same_dump_and_goes_on_from_where_it_is(kg: Kg, url: str, tmp_path: Path) -> None:
    target = f"sqlite:{tmp_path / 'copy.db'}"
    assert json.loads(kg("copy", url, target, "--json").stdout) == {"writes": 2}
    assert json.loads(kg("copy", url, target, "--json").stdout) == {"writes": 0}
    assert kg("export", "--format", "nquads", "--store", target).stdout == kg("export", "--format", "nquads").stdout


def test_a_rebuild_gives_the_same_dump(kg: Kg) -> None:
    before = kg("export", "--format", "nquads").stdout
    assert json.loads(kg("rebuild", "--json").stdout) == {"documents": 2}
    assert "2 documents derived again" in kg("rebuild").stdout
    assert kg("export", "--format", "nquads").stdout == before
