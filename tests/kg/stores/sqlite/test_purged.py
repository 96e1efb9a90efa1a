"""That nothing of a purged document is left in the file or beside it, down to the bytes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kg.errors import StoreBusy
from kg.stores.sqlite import SqliteStore
from ontology.identity import document_id
from tests.kg.articles import HERALD, RUSSIA, Said, Somebody, arms, article
from tests.kg.dump import dump
from tests.kg.stories import STORIES

SECRET = b"Zyxwvut"
MARTIN = Somebody("Martin Zyxwvut", "Person", mentions=("Zyxwvut",))
KEY = "url:https://herald.example/zyxwvut-is-gone"
FIRST = article(KEY, Said(MARTIN, "Zyxwvut sold it, " + "and more " * 2000, (arms(RUSSIA, MARTIN),)), publisher=HERALD)
SECOND = article(KEY, Said(MARTIN, "Zyxwvut did not."), publisher=HERALD)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store whose file held the secret in two versions, between others."""
    path = tmp_path / "store.db"
    with SqliteStore(path, create=True) as store:
        for bundle in (STORIES[0], FIRST, STORIES[1], SECOND, STORIES[2]):
            store.put(bundle)
    return path


def test_the_bytes_of_a_purged_document_are_gone(path: Path) -> None:
    assert SECRET in path.read_bytes()
    with SqliteStore(path) as store:
        store.purge(document_id(KEY))
        assert [found for found in path.parent.iterdir() if SECRET.lower() in found.read_bytes().lower()] == []
        assert store.put(FIRST).sequence == 7
    assert SECRET in path.read_bytes()


def test_bytes_that_never_reached_the_file_are_gone_from_what_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with SqliteStore(path, create=True) as store:
        store.put(FIRST)
        assert SECRET in Path(f"{path}-wal").read_bytes()
        store.purge(document_id(KEY))
        assert [found for found in tmp_path.iterdir() if SECRET.lower() in found.read_bytes().lower()] == []


def test_a_reader_that_stays_is_told_and_the_same_again_sweeps(path: Path) -> None:
    with SqliteStore(path, patience=0.1) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            assert reader.execute("SELECT count(*) FROM log").fetchone() == (5,)
            with pytest.raises(StoreBusy, match="run again when they are done"):
                store.purge(document_id(KEY))
        assert all("Zyxwvut" not in line for line in dump(store))
        store.purge(document_id(KEY))
    assert SECRET not in path.read_bytes()


def test_an_empty_place_that_is_copied_sweeps_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with SqliteStore(path) as store:
        monkeypatch.setattr(store._connections, "sweep", lambda: 1 / 0)
        store.purge("doc:elsewhere", "2021-01-01T00:00:00+00:00")
