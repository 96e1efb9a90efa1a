import gzip
import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from kg.backup import back_up, open_backup, restore
from kg.errors import BackupError, StoreMismatch
from kg.store import LogEntry, Store
from ontology.identity import document_id
from tests.kg.dump import dump
from tests.kg.stories import SHUSHA_DENIED, SHUSHA_TAKEN, SHUSHA_TAKEN_CORRECTED, STORIES, TOLLS

TIME = "2021-01-01T00:00:00+00:00"


@pytest.fixture
def told(store: Store) -> Store:
    """A store with a history: a new version, a withdrawal, and something that was purged."""
    for bundle in (*STORIES, SHUSHA_TAKEN_CORRECTED):
        store.put(bundle, TIME)
    store.withdraw(document_id(SHUSHA_TAKEN.document.key), TIME)
    store.purge(document_id(TOLLS.document.key), TIME)
    return store


def kept(store: Store, path: Path) -> Path:
    assert [*back_up(store, path)] == [*range(1, store.get_length() + 1)]
    return path


def test_what_is_restored_answers_alike_and_has_the_same_history(
    told: Store, another: Callable[[], Store], tmp_path: Path
) -> None:
    back = another()
    receipts = list(restore(open_backup(kept(told, tmp_path / "kept.gz")), back))
    assert len(receipts) == told.get_length() == 6
    assert dump(back) == dump(told)
    assert history(back) == history(told)
    assert kept(back, tmp_path / "again.gz").read_bytes() == (tmp_path / "kept.gz").read_bytes()


def test_a_backup_is_restored_into_either_backend(store: Store, another: Callable[[], Store], tmp_path: Path) -> None:
    source = another()
    for bundle in STORIES:
        source.put(bundle, TIME)
    list(restore(open_backup(kept(source, tmp_path / "kept.gz")), store))
    assert dump(store) == dump(source)
    assert history(store) == history(source)


def test_a_backup_is_json_lines_behind_a_header(told: Store, tmp_path: Path) -> None:
    text = gzip.decompress(kept(told, tmp_path / "kept.gz").read_bytes())
    lines = [json.loads(line)["part"] for line in text.splitlines()]
    assert {"format": "claimgraph-backup", "version": 1, "count": 6}.items() <= lines[0].items()
    assert lines[-1] == {"end": 6}
    assert [line["document"] for line in lines[1:-1]] == [entry.document for entry in told.iter_log()]


def test_others_may_write_meanwhile(told: Store, another: Callable[[], Store], tmp_path: Path) -> None:
    before, writing = history(told), back_up(told, tmp_path / "kept.gz")
    next(writing)
    told.put(SHUSHA_TAKEN, TIME)
    list(writing)
    back = another()
    list(restore(open_backup(tmp_path / "kept.gz"), back))
    assert history(back) == before


def test_a_restoring_that_broke_off_goes_on(told: Store, another: Callable[[], Store], tmp_path: Path) -> None:
    backup, back = open_backup(kept(told, tmp_path / "kept.gz")), another()
    list(islice(restore(backup, back), 2))
    assert len(list(restore(backup, back))) == 4
    assert list(restore(backup, back)) == []
    assert history(back) == history(told)


def test_a_store_with_another_history_is_not_restored_into(
    told: Store, another: Callable[[], Store], tmp_path: Path
) -> None:
    back = another()
    back.put(SHUSHA_DENIED)
    with pytest.raises(StoreMismatch, match="empty store"):
        list(restore(open_backup(kept(told, tmp_path / "kept.gz")), back))
    assert back.get_length() == 1


def test_a_backup_that_fails_leaves_the_old_one(told: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = kept(told, tmp_path / "kept.gz")
    before = path.read_bytes()
    monkeypatch.setattr("kg.backup._line", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        list(back_up(told, path))
    assert path.read_bytes() == before
    assert [*tmp_path.glob(".kept*")] == []


@pytest.fixture
def lines(another: Callable[[], Store], tmp_path: Path) -> list[bytes]:
    """The lines of a backup of three writes."""
    source = another()
    for bundle in STORIES:
        source.put(bundle, TIME)
    return gzip.decompress(kept(source, tmp_path / "whole.gz").read_bytes()).splitlines(keepends=True)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda lines: lines[:-1], "is cut behind line 4"),
        (lambda lines: lines[:2], "is cut behind line 2"),
        (lambda lines: [*lines[:3], lines[3][:-40]], "cut or changed at line 4"),
        (lambda lines: [lines[0], lines[1].replace(b"Shusha", b"Xhusha"), *lines[2:]], "cut or changed at line 2"),
        (lambda lines: [lines[0], *lines[2:]], "cut or changed at line 2"),
        (lambda lines: [lines[0], lines[2], lines[1], *lines[3:]], "cut or changed at line 2"),
        (lambda lines: [*lines, lines[-1]], "cut or changed at line 6"),
        (lambda lines: [lines[0].replace(b'"count":3', b'"count":2'), *lines[1:]], "no backup, or its first line"),
        (lambda lines: [b"[" * 100_000 + b"\n", *lines[1:]], "no backup"),
        (lambda lines: [b"{}\n"], "no backup"),
        (lambda lines: [b"12\n"], "no backup"),
        (lambda lines: [], "is empty"),
    ],
)
def test_a_cut_or_changed_file_is_refused_and_says_where(
    lines: list[bytes], change: Callable[[list[bytes]], list[bytes]], told: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.gz").write_bytes(gzip.compress(b"".join(change(lines))))
    with pytest.raises(BackupError, match=told):
        open_backup(tmp_path / "bad.gz")


def test_a_file_cut_anywhere_is_refused(lines: list[bytes], tmp_path: Path) -> None:
    whole, cut = (tmp_path / "whole.gz").read_bytes(), tmp_path / "cut.gz"
    for length in range(0, len(whole), 7):
        cut.write_bytes(whole[:length])
        with pytest.raises(BackupError):
            open_backup(cut)


def test_a_changed_byte_is_refused(lines: list[bytes], tmp_path: Path) -> None:
    whole, changed = (tmp_path / "whole.gz").read_bytes(), tmp_path / "changed.gz"
    for place in range(10, len(whole), 31):
        changed.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        with pytest.raises(BackupError):
            open_backup(changed)


def test_what_is_no_backup_is_told(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no backup")
    with pytest.raises(BackupError, match="no backup"):
        open_backup(tmp_path / "text")


def test_a_newer_backup_is_told(lines: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.backup.VERSION", 0)
    with pytest.raises(BackupError, match="newer claimgraph"):
        open_backup(tmp_path / "whole.gz")


def history(store: Store) -> list[LogEntry]:
    return [*store.iter_log()]
