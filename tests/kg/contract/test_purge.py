from collections.abc import Callable
from itertools import islice

import pytest

from kg.copy import copy_store
from kg.errors import StoreMismatch, UnknownDocument
from kg.purge import find_logged, purge
from kg.store import LogEntry, Outcome, Store
from ontology.identity import document_id
from tests.kg.dump import dump
from tests.kg.stories import SHUSHA_DENIED, SHUSHA_TAKEN, SHUSHA_TAKEN_CORRECTED, STORIES, TOLLS

HERALD_1 = document_id(SHUSHA_TAKEN.document.key)
TIME, LATER = "2021-01-01T00:00:00+00:00", "2021-01-02T00:00:00+00:00"


@pytest.fixture
def told(store: Store) -> Store:
    """A store in which one document has two versions."""
    for bundle in (SHUSHA_TAKEN, SHUSHA_DENIED, SHUSHA_TAKEN_CORRECTED, TOLLS):
        store.put(bundle, TIME)
    return store


def test_a_purged_document_leaves_no_trace_but_its_places(told: Store, another: Callable[[], Store]) -> None:
    receipt = told.purge(HERALD_1, LATER)
    assert (receipt.outcome, receipt.document, receipt.sequence) == (Outcome.PURGED, HERALD_1, 5)
    fresh = another()
    for bundle in (SHUSHA_DENIED, TOLLS):
        fresh.put(bundle)
    assert dump(told) == dump(fresh)
    assert [*told.iter_log()] == [
        LogEntry(1, HERALD_1, TIME, None, purged=True),
        LogEntry(2, document_id(SHUSHA_DENIED.document.key), TIME, SHUSHA_DENIED),
        LogEntry(3, HERALD_1, TIME, None, purged=True),
        LogEntry(4, document_id(TOLLS.document.key), TIME, TOLLS),
        LogEntry(5, HERALD_1, LATER, None, purged=True),
    ]
    assert told.get_length() == 5


def test_who_follows_is_told(told: Store) -> None:
    seen = told.get_length()
    told.purge(HERALD_1, LATER)
    assert [*told.iter_log(seen)] == [LogEntry(5, HERALD_1, LATER, None, purged=True)]


def test_a_withdrawn_document_is_purged_too(told: Store) -> None:
    told.withdraw(HERALD_1)
    before = dump(told)
    assert purge(told, "https://herald.example/1").document == HERALD_1
    assert dump(told) == before
    assert [entry.purged for entry in told.iter_log()] == [True, False, True, False, True, True]


def test_rebuilding_after_a_purge_gives_the_same(told: Store) -> None:
    told.purge(HERALD_1)
    before = dump(told)
    assert told.rebuild() == 2
    assert dump(told) == before


def test_a_purged_document_may_come_again(told: Store) -> None:
    before = dump(told)
    told.purge(HERALD_1)
    assert told.put(SHUSHA_TAKEN_CORRECTED).outcome is Outcome.STORED
    assert dump(told) == before


def test_purging_again_changes_nothing_that_is_answered(told: Store) -> None:
    told.purge(HERALD_1)
    before = dump(told)
    purge(told, HERALD_1)
    assert dump(told) == before


def test_a_copy_after_a_purge_has_the_same_history(told: Store, another: Callable[[], Store]) -> None:
    told.purge(HERALD_1)
    copied = another()
    list(copy_store(told, copied))
    assert [*copied.iter_log()] == [*told.iter_log()]
    assert dump(copied) == dump(told)
    assert list(copy_store(told, copied)) == []


def test_a_purge_reaches_the_copies_that_were_made_before(told: Store, another: Callable[[], Store]) -> None:
    copied = another()
    list(copy_store(told, copied))
    told.purge(HERALD_1)
    assert [receipt.outcome for receipt in copy_store(told, copied)] == [Outcome.PURGED]
    assert [*copied.iter_log()] == [*told.iter_log()]
    assert dump(copied) == dump(told)


def test_a_copy_that_broke_off_before_a_purge_goes_on(told: Store, another: Callable[[], Store]) -> None:
    copied = another()
    list(islice(copy_store(told, copied), 2))
    told.purge(HERALD_1)
    list(copy_store(told, copied))
    assert [*copied.iter_log()] == [*told.iter_log()]
    assert dump(copied) == dump(told)


def test_what_was_purged_is_not_copied_back(store: Store, another: Callable[[], Store]) -> None:
    source = another()
    for bundle in STORIES:
        source.put(bundle, TIME)
    list(copy_store(source, store))
    store.purge(HERALD_1)
    before = dump(store)
    with pytest.raises(StoreMismatch):
        list(copy_store(source, store))
    assert dump(store) == before


def test_a_document_is_found_by_its_url_or_id(told: Store) -> None:
    assert find_logged(told, HERALD_1) == find_logged(told, "https://herald.example/1") == HERALD_1
    with pytest.raises(UnknownDocument, match="nor ever was"):
        find_logged(told, "https://herald.example/4")
