import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kg.errors import StoreBusy, StoreError, StoreMismatch
from kg.store import ClaimFilter, EntityFilter
from kg.stores import open_store
from kg.stores.sqlite import SqliteStore
from tests.kg.articles import HERALD, Said, article
from tests.kg.dump import dump
from tests.kg.stories import SHUSHA_DENIED, SHUSHA_TAKEN, STORIES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one document in it."""
    path = tmp_path / "store.db"
    with SqliteStore(path, create=True) as store:
        store.put(SHUSHA_TAKEN)
    return path


def test_nothing_is_made_where_nothing_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store at .*absent\.db: load something"):
        open_store(f"sqlite:{tmp_path / 'absent.db'}")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_store_only_when_asked(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with pytest.raises(StoreError, match="is empty: load something"):
        SqliteStore(tmp_path / "empty.db")
    assert (tmp_path / "empty.db").stat().st_size == 0
    with SqliteStore(tmp_path / "empty.db", create=True) as store:
        store.put(SHUSHA_TAKEN)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "is a folder: name a file in it"),
        ("absent/store.db", "is not there: make it"),
        ("x" * 300, "cannot be reached"),
        ("/proc/store.db", "cannot be opened: allow the file"),
    ],
)
def test_a_place_that_is_none_is_told(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason):
        SqliteStore(tmp_path / name, create=True)


@pytest.mark.parametrize(
    "name", ["my store.db", "Şuşa – Шуша.db", "what?mode=ro#1%20.db", "a'b\"c.db", "-.db", "\udcff.db"]
)
def test_a_file_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store(f"sqlite:{name}", create=True) as store:
        store.put(SHUSHA_TAKEN)
    with open_store(f"sqlite://{tmp_path}/{name}") as store:
        assert len(list(store.iter_documents())) == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes, and no database at all.\n" * 100)
    before = path.read_bytes()
    with pytest.raises(StoreMismatch, match=r"notes\.txt is not a claimgraph store, nor any SQLite database"):
        SqliteStore(path, create=True)
    assert path.read_bytes() == before


def test_a_database_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "music.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title)")
    before = path.read_bytes()
    with pytest.raises(StoreMismatch, match="of something else than claimgraph"):
        SqliteStore(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_store_asks_for_a_newer_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreMismatch, match=r"newer claimgraph \(its tables are version 99.*update claimgraph"):
        SqliteStore(path)


def test_a_damaged_store_says_so(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(StoreError, match="is damaged: restore it"), SqliteStore(path) as store:
        list(store.iter_claims())


def test_a_second_process_waits_and_then_says_that_the_store_is_busy(path: Path) -> None:
    with SqliteStore(path, patience=0.2) as store:
        with _written_by_another(path):
            with pytest.raises(
                StoreBusy, match=r"another process is writing to .*store\.db; try again when it is done"
            ):
                store.put(SHUSHA_DENIED)
            assert len(list(store.iter_documents())) == 1
        assert store.put(SHUSHA_DENIED).sequence == 2


def test_two_processes_load_at_once(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    script = (
        "import sys; from kg.stores import open_store; from tests.kg.stories import STORIES\n"
        "with open_store(sys.argv[1], create=True) as store: [store.put(bundle) for bundle in STORIES]"
    )
    processes = [subprocess.Popen([sys.executable, "-c", script, f"sqlite:{path}"]) for _ in range(4)]
    assert [process.wait(60) for process in processes] == [0] * 4
    with SqliteStore(path) as store, SqliteStore(tmp_path / "alone.db", create=True) as alone:
        for bundle in STORIES:
            alone.put(bundle)
        assert dump(store) == dump(alone)
        assert len(list(store.iter_log())) == len(STORIES)


def test_a_full_disk_keeps_nothing_of_the_write(path: Path) -> None:
    long = article("id:long", Said(HERALD, "long " * 100_000))
    with SqliteStore(path) as store:
        before = dump(store)
        store._connections._writer.execute("PRAGMA max_page_count = 50")
        with pytest.raises(StoreError, match=r"disk of .* is full, and nothing of this write was kept"):
            store.put(long)
        assert dump(store) == before
        store._connections._writer.execute("PRAGMA max_page_count = 1000000")
        store.put(long)


def test_a_file_that_may_not_grow_keeps_nothing_of_the_write(path: Path) -> None:
    with SqliteStore(path) as store:
        before = dump(store)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
        try:
            with pytest.raises(StoreError, match=r"store\.db"):
                store.put(SHUSHA_DENIED)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert dump(store) == before
        store.put(SHUSHA_DENIED)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="writ"), SqliteStore(path) as store:
            store.put(SHUSHA_DENIED)
    finally:
        path.parent.chmod(0o700)


def test_a_closed_store_says_so(path: Path) -> None:
    store = SqliteStore(path)
    store.close()
    with pytest.raises(StoreError, match="was closed"):
        list(store.iter_claims())
    with pytest.raises(StoreError, match="closed"):
        store.put(SHUSHA_DENIED)


def test_half_a_character_is_looked_up_nowhere(path: Path) -> None:
    with SqliteStore(path) as store:
        for ask in (store.get_entity, store.get_claim, store.get_document):
            with pytest.raises(StoreError, match="lone surrogate"):
                ask("\udcff")
        with pytest.raises(StoreError, match="lone surrogate"):
            list(store.iter_entities(EntityFilter(name="\udcff")))
        assert list(store.iter_claims(ClaimFilter(by=frozenset({"\udcff"})))) == []


@contextmanager
def _written_by_another(path: Path) -> Iterator[None]:
    script = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "print(flush=True)\n"
        "input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdout.readline()
        yield
        process.stdin.write(b"\n")
        process.stdin.close()
