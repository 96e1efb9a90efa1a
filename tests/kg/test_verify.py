import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kg.errors import StoreBusy, StoreError
from kg.store import Store
from kg.stores import open_store
from kg.verify import Difference, verify
from ontology.identity import document_id
from tests.conftest import driver
from tests.kg.stories import SHUSHA_DENIED, SHUSHA_TAKEN, SHUSHA_TAKEN_CORRECTED, STORIES, TOLLS

HERALD_1 = document_id(SHUSHA_TAKEN.document.key)


@pytest.fixture
def told(store: Store) -> Store:
    """A store with a history: a new version, a withdrawal, something purged, and what came back."""
    for bundle in (*STORIES, SHUSHA_TAKEN_CORRECTED):
        store.put(bundle)
    store.withdraw(HERALD_1)
    store.purge(document_id(TOLLS.document.key))
    store.put(SHUSHA_TAKEN)
    return store


def test_a_sound_store_is_verified_document_by_document(told: Store) -> None:
    steps: list[int] = []
    assert verify(told, lambda: steps.append(1)) == ()
    assert len(steps) == 2


def test_an_empty_store_is_sound(store: Store) -> None:
    assert verify(store) == ()


def test_a_store_that_is_written_meanwhile_is_verified_another_time(told: Store) -> None:
    with pytest.raises(StoreBusy, match="meanwhile"):
        verify(told, lambda: None if told.get_length() > 7 else _write(told))


def _write(store: Store) -> None:
    store.put(TOLLS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a store that was closed."""
    with open_store(f"sqlite:{tmp_path / 'spoilt.db'}", create=True) as store:
        for bundle in STORIES:
            store.put(bundle)
    return tmp_path / "spoilt.db"


@pytest.mark.parametrize(
    ("spoil", "kinds", "told"),
    [
        ("UPDATE propositions SET status = 'denied' WHERE kind = 'Control'", {"proposition", "claim"}, "Shusha"),
        ("DELETE FROM shortcuts WHERE kind = 'ArmsSale'", {"shortcut"}, "the store lacks it"),
        ("DELETE FROM claims WHERE content LIKE 'Shusha is%'", {"claim"}, "Shusha is ours."),
        (
            "UPDATE claims SET content = 'no' WHERE content LIKE 'Shusha is%'",
            {"claim"},
            "content is no, and by the log",
        ),
        ("UPDATE entities SET name = 'Armania' WHERE name = 'Armenia'", {"entity", "proposition", "claim"}, "Armania"),
        ("UPDATE documents SET text = 'other'", {"document"}, "text is other"),
        ("UPDATE documents SET version = 'other'", {"document"}, "version is other"),
        ("DELETE FROM documents WHERE key LIKE '%/2'", {"document"}, "the store lacks it"),
        (
            "UPDATE log SET bundle = replace(bundle, 'Hundreds', 'Thousand') WHERE bundle LIKE '%Hundreds%'",
            {"document", "claim"},
            "Thousand died",
        ),
        ("UPDATE log SET sequence = 9 WHERE sequence = 2", {"log"}, "this place is missing"),
        ("UPDATE log SET document = 'doc:other' WHERE sequence = 3", {"log"}, "the bundle is not of doc:other"),
    ],
)
def test_what_differs_is_told_by_kind_and_id(file: Path, spoil: str, kinds: set[str], told: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(spoil)
    with open_store(f"sqlite:{file}") as store:
        wrong = verify(store)
    assert {difference.kind for difference in wrong} == kinds
    assert any(told in str(difference) for difference in wrong)
    assert all(difference.id for difference in wrong)


def test_a_rebuild_mends_what_is_derived(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM claims")
    with open_store(f"sqlite:{file}") as store:
        assert verify(store) != ()
        store.rebuild()
        assert verify(store) == ()


def test_a_damaged_log_says_which_write(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE log SET bundle = substr(bundle, 1, 40) WHERE sequence = 2")
    with open_store(f"sqlite:{file}") as store, pytest.raises(StoreError, match="write 2 of the log is damaged"):
        verify(store)


def test_a_file_whose_pages_are_damaged_is_told(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'claims_at'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    whole = bytearray(file.read_bytes())
    whole[(page - 1) * size + 8 : page * size] = bytes(size - 8)
    file.write_bytes(whole)
    with open_store(f"sqlite:{file}") as store:
        try:
            told = " ".join(map(str, verify(store)))
        except StoreError as error:
            told = str(error)
    assert "file:" in told or "is damaged" in told


@pytest.mark.neo4j
def test_what_differs_on_a_server_is_told(empty_neo4j: str) -> None:
    with open_store(empty_neo4j, create=True) as store:
        for bundle in STORIES:
            store.put(bundle)
        with driver(empty_neo4j) as it:
            it.execute_query("MATCH (p:Control) SET p.status = 'denied'")
            it.execute_query("MATCH ()-[r:SELLS_ARMS_TO]->() DELETE r")
            it.execute_query("DROP CONSTRAINT kg_claim_id")
        try:
            wrong = verify(store)
        finally:
            with driver(empty_neo4j) as it:
                it.execute_query("CREATE CONSTRAINT kg_claim_id FOR (n:Claim) REQUIRE n.id IS UNIQUE")
        assert {difference.kind for difference in wrong} == {"claim", "file", "proposition", "shortcut"}
        assert Difference("file", "", "the index kg_claim_id is missing") in wrong
        store.rebuild()
        assert verify(store) == ()


def test_the_stories_are_what_they_were(another: Callable[[], Store]) -> None:
    store = another()
    store.put(SHUSHA_DENIED)
    assert verify(store) == ()
