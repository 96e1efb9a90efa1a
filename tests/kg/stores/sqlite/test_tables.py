import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kg.errors import StoreMismatch
from kg.stores.sqlite import SqliteStore, tables
from tests.kg.dump import dump
from tests.kg.stories import SHUSHA_DENIED, SHUSHA_TAKEN


def test_an_older_store_is_brought_to_the_newest_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.db"
    with SqliteStore(path, create=True) as store:
        store.put(SHUSHA_TAKEN)
        before = dump(store)
    monkeypatch.setattr(tables, "MIGRATIONS", (*tables.MIGRATIONS, "CREATE TABLE one (a);\nCREATE TABLE two (b);\n"))
    with SqliteStore(path) as store:
        assert dump(store) == before
        store.put(SHUSHA_DENIED)
    assert _column(path, "PRAGMA user_version") == [len(tables.MIGRATIONS)]
    assert {"one", "two"} <= set(_column(path, "SELECT name FROM sqlite_schema"))
    monkeypatch.undo()
    with pytest.raises(StoreMismatch, match="newer claimgraph"):
        SqliteStore(path)


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.db"
    SqliteStore(path, create=True).close()
    monkeypatch.setattr(tables, "MIGRATIONS", (*tables.MIGRATIONS, "CREATE TABLE one (a);\nCREATE TABLE log (b);\n"))
    with pytest.raises(Exception, match="log already exists"):
        SqliteStore(path)
    monkeypatch.undo()
    SqliteStore(path).close()
    assert "one" not in _column(path, "SELECT name FROM sqlite_schema")


def test_every_table_but_the_log_is_derived(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    SqliteStore(path, create=True).close()
    made = set(_column(path, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
    assert made - set(tables.DERIVED) == {"log"}


def test_a_store_keeps_what_is_committed_through_a_power_cut(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with SqliteStore(path, create=True) as store:
        assert store._connections._writer.execute("PRAGMA synchronous").fetchone() == (2,)
        assert store._connections._writer.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def _column(path: Path, query: str) -> list[object]:
    with closing(sqlite3.connect(path)) as connection:
        return [value for (value,) in connection.execute(query)]
