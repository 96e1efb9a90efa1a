from collections.abc import Callable
from itertools import islice

import pytest

from kg.copy import copy_store
from kg.errors import StoreMismatch
from kg.store import LogEntry, Store
from ontology.bundle import Bundle
from ontology.identity import document_id
from tests.kg.dump import dump
from tests.kg.stories import SHUSHA_TAKEN, SHUSHA_TAKEN_CORRECTED, STORIES, TOLLS


@pytest.fixture
def source(another: Callable[[], Store]) -> Store:
    """A store with a history: a new version, a withdrawal, and one that came back."""
    store = another()
    for bundle in (*STORIES, SHUSHA_TAKEN_CORRECTED):
        store.put(bundle, "2021-01-01T00:00:00+00:00")
    store.withdraw(document_id(TOLLS.document.key))
    store.withdraw(document_id(SHUSHA_TAKEN.document.key))
    store.put(SHUSHA_TAKEN)
    return store


def test_a_copy_answers_alike_and_has_the_same_history(source: Store, store: Store) -> None:
    receipts = list(copy_store(source, store))
    assert len(receipts) == len(_history(source)) == 7
    assert dump(store) == dump(source)
    assert _history(store) == _history(source)


def test_a_copy_of_a_copy_is_the_same(source: Store, store: Store, another: Callable[[], Store]) -> None:
    list(copy_store(source, store))
    back = another()
    list(copy_store(store, back))
    assert dump(back) == dump(source)
    assert _history(back) == _history(source)


def test_a_copy_goes_on_where_it_stopped(source: Store, store: Store) -> None:
    list(islice(copy_store(source, store), 3))
    assert len(list(copy_store(source, store))) == 4
    assert dump(store) == dump(source)
    assert list(copy_store(source, store)) == []


def test_a_store_with_another_history_is_not_copied_into(source: Store, store: Store) -> None:
    store.put(TOLLS)
    before = dump(store)
    with pytest.raises(StoreMismatch, match="empty store"):
        list(copy_store(source, store))
    assert dump(store) == before


def test_a_store_that_holds_more_is_not_copied_into(source: Store, store: Store) -> None:
    list(copy_store(source, store))
    store.put(TOLLS)
    with pytest.raises(StoreMismatch, match="empty store"):
        list(copy_store(source, store))


def _history(store: Store) -> list[tuple[str, str, Bundle | None]]:
    return [_write(entry) for entry in store.iter_log()]


def _write(entry: LogEntry) -> tuple[str, str, Bundle | None]:
    return entry.document, entry.recorded, entry.bundle
