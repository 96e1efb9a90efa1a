import csv
import io
import json
from pathlib import Path

import pytest

from kg.stores import open_store
from tests.api.conftest import Kg, Process

SENTENCE = "France delivered 12 Rafale jets to Egypt in 2015."
GOOD = json.dumps({"text": SENTENCE})
BAD = '{"text": "cut off'


@pytest.fixture
def empty(tmp_path: Path) -> str:
    return f"sqlite:{tmp_path / 'new.db'}"


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text(f"{GOOD}\n{BAD}\n", encoding="utf-8")
    return path


def listed(kg: Kg, store: str) -> list[dict[str, str]]:
    answer: list[dict[str, str]] = json.loads(kg("rejected", "--json", "--store", store).stdout)
    return answer


def test_what_was_rejected_is_listed_with_file_place_reason_and_text(kg: Kg, lines: Path, empty: str) -> None:
    assert kg("load", str(lines), "--store", empty).exit_code == 1
    [row] = listed(kg, empty)
    assert (row["file"], row["place"], row["text"]) == (str(lines), "2", f"{BAD}\n")
    assert row["reason"].startswith("not JSON")
    sheet = list(csv.DictReader(io.StringIO(kg("rejected", "--format", "csv", "--store", empty).stdout)))
    assert [one["place"] for one in sheet] == ["2"]
    assert "2: not JSON" in kg("rejected", "--store", empty).stdout


def test_it_is_in_no_other_answer(kg: Kg, lines: Path, empty: str, tmp_path: Path) -> None:
    assert kg("load", str(lines), "--store", empty).exit_code == 1
    (tmp_path / "good.jsonl").write_text(f"{GOOD}\n", encoding="utf-8")
    other = f"sqlite:{tmp_path / 'other.db'}"
    assert kg("load", str(tmp_path / "good.jsonl"), "--store", other).exit_code == 0
    for format_ in ("nquads", "trig", "turtle", "jsonl"):
        command = ("export", "--format", format_, "--store")
        assert kg(*command, empty).stdout == kg(*command, other).stdout
    with open_store(empty) as store:
        assert len(list(store.iter_documents())) == 1


def test_a_mended_file_that_is_loaded_again_is_off_the_list(kg: Kg, lines: Path, empty: str) -> None:
    kg("load", str(lines), "--store", empty)
    kg("load", str(lines), "--store", empty)
    assert len(listed(kg, empty)) == 1
    lines.write_text(f"{GOOD}\n", encoding="utf-8")
    assert kg("load", str(lines), "--store", empty).exit_code == 0
    assert listed(kg, empty) == []


def test_another_file_of_the_same_name_keeps_its_own(
    kg: Kg, lines: Path, empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / lines.name).write_text(f"{GOOD}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    kg("load", lines.name, "--store", empty)
    monkeypatch.chdir(tmp_path / "other")
    kg("load", lines.name, "--store", empty)
    assert len(listed(kg, empty)) == 1


def test_what_passes_now_is_stored_and_leaves_the_list(
    kg: Kg, lines: Path, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines.write_text(f"{GOOD}\n{BAD}\n", encoding="utf-8")
    with monkeypatch.context() as broken:
        broken.setattr("loaders.load.make_document", lambda _: 1 / 0)
        load = ("load", str(lines), "--publisher", "Le Monde", "--json", "--store", empty)
        assert len(json.loads(kg(*load).stdout)["rejected"]) == 2
    assert [row["place"] for row in listed(kg, empty)] == ["1", "2"]
    done = kg("rejected", "--retry", "--json", "--store", empty)
    report = json.loads(done.stdout)
    assert (done.exit_code, report["in"], report["stored"], len(report["rejected"])) == (1, 2, 1, 1)
    assert [row["place"] for row in listed(kg, empty)] == ["2"]
    [link] = json.loads(kg("arms", "--json", "--store", empty).stdout)
    assert link["claims"][0]["claimant"]["name"] == "Le Monde"


@pytest.mark.parametrize("name", ["page.html", "text.txt"])
def test_a_page_and_a_text_are_tried_again_too(
    kg: Kg, tmp_path: Path, empty: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"<html><body><article><p>{SENTENCE}</p></article></body></html>" if name == "page.html" else SENTENCE
    (tmp_path / name).write_text(text, encoding="utf-8")
    with monkeypatch.context() as broken:
        broken.setattr("loaders.load.make_document", lambda _: 1 / 0)
        assert kg("load", str(tmp_path / name), "--title", "Jets", "--store", empty).exit_code == 2
    assert kg("rejected", "--retry", "--store", empty).exit_code == 0
    assert listed(kg, empty) == []
    with open_store(empty) as store:
        assert [document.title for document in store.iter_documents()] == ["Jets"]


def test_bytes_that_are_no_text_are_kept_to_the_byte(kg: Kg, tmp_path: Path, empty: str) -> None:
    (tmp_path / "bad.jsonl").write_bytes(b'{"text": "\xff\xfe"}\n')
    kg("load", str(tmp_path / "bad.jsonl"), "--store", empty)
    [row] = listed(kg, empty)
    assert row["text"] == "data:;base64,eyJ0ZXh0IjogIv/+In0K"
    assert kg("rejected", "--retry", "--store", empty).exit_code == 2
    assert listed(kg, empty) == [row]


def test_what_is_very_long_is_kept_as_a_glance(kg: Kg, tmp_path: Path, empty: str) -> None:
    (tmp_path / "long.jsonl").write_text('{"text": "' + "long " * 100_000, encoding="utf-8")
    kg("load", str(tmp_path / "long.jsonl"), "--store", empty)
    [row] = listed(kg, empty)
    assert len(row["text"]) == 100_000
    assert kg("rejected", "--retry", "--store", empty).exit_code == 2
    assert listed(kg, empty) == [row]


def test_many_long_lines_are_kept_up_to_a_bound(kg: Kg, tmp_path: Path, empty: str) -> None:
    line = '{"text": "' + "x" * 90_000
    (tmp_path / "many.jsonl").write_text("\n".join([line] * 70), encoding="utf-8")
    kg("load", str(tmp_path / "many.jsonl"), "--store", empty)
    rows = listed(kg, empty)
    assert len(rows) == 70
    assert sum(len(row["text"]) for row in rows) < 5_100_000


def test_standard_input_is_kept_each_time_for_itself(process: Process, empty: str, kg: Kg) -> None:
    for text in (BAD, '{"text": "another'):
        assert process("load", "-", "--store", empty, stdin=text).returncode == 2
    assert [row["file"] for row in listed(kg, empty)] == ["<stdin>"] * 2


def test_a_file_is_taken_off_the_list(kg: Kg, empty: str) -> None:
    assert kg("load", "nowhere.txt", "--store", empty).exit_code == 2
    assert [row["reason"] for row in listed(kg, empty)] == ["there is no such file"]
    assert kg("rejected", "--forget", "nowhere.txt", "--store", empty).exit_code == 0
    assert kg("rejected", "--forget", "nowhere.txt", "--store", empty).exit_code == 2
    assert listed(kg, empty) == []


def test_it_is_copied_backed_up_and_purged_like_a_document(kg: Kg, lines: Path, empty: str, tmp_path: Path) -> None:
    kg("load", str(lines), "--store", empty)
    copied, restored = (f"sqlite:{tmp_path / name}" for name in ("copied.db", "restored.db"))
    assert kg("copy", empty, copied).exit_code == 0
    assert kg("backup", str(tmp_path / "kept.gz"), "--store", copied).exit_code == 0
    assert kg("restore", str(tmp_path / "kept.gz"), "--store", restored).exit_code == 0
    assert kg("rebuild", "--store", restored).exit_code == kg("verify", "--store", restored).exit_code == 0
    [row] = listed(kg, restored)
    assert kg("purge", row["document"], "--yes", "--store", restored).exit_code == 0
    assert listed(kg, restored) == []
    assert len(listed(kg, empty)) == 1


def test_nothing_rejected_is_an_empty_list(kg: Kg) -> None:
    assert kg("rejected").stdout == "[]\n"
    assert kg("rejected", "--retry", "--json").exit_code == 0
