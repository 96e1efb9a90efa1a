from collections.abc import Callable

import pytest

from kg.copy import copy_store
from kg.errors import UnknownDocument
from kg.store import Outcome, Store
from kg.verify import verify
from ontology.bundle import Reject
from ontology.identity import document_id
from ontology.rejected import RejectedFile, from_bundle, to_bundle
from tests.kg.dump import dump
from tests.kg.stories import STORIES

ONE = RejectedFile("/a/b.jsonl", "b.jsonl", "lines", "Le Monde", cut=("9",), rejects=(Reject("2", "not JSON", "{"),))
LESS = RejectedFile("/a/b.jsonl", "b.jsonl", "lines", rejects=(Reject("3", "not JSON"), Reject("2", "not JSON", "{")))
OTHER = RejectedFile("/a/c.txt", "c.txt", "text", rejects=(Reject("", "it is empty"),))
ID = document_id(ONE.key)


@pytest.fixture
def told(store: Store) -> Store:
    """A store that holds all the stories."""
    for bundle in STORIES:
        store.put(bundle)
    return store


def test_a_bundle_gives_back_what_it_was_made_of() -> None:
    assert [from_bundle(to_bundle(one)) for one in (ONE, LESS, OTHER)] == [ONE, LESS, OTHER]


def test_what_was_rejected_is_listed_and_is_in_no_other_answer(told: Store) -> None:
    before = dump(told)
    assert told.put(to_bundle(ONE)).outcome is Outcome.STORED
    assert told.put(to_bundle(ONE)).outcome is Outcome.DUPLICATE
    told.put(to_bundle(OTHER))
    assert sorted(told.iter_rejected(), key=lambda one: one.file) == [ONE, OTHER]
    assert dump(told) == before
    assert told.get_document(ID) is None
    assert told.get_length() == len(STORIES) + 2


def test_what_is_rejected_now_takes_the_place_of_what_was(told: Store) -> None:
    told.put(to_bundle(ONE))
    assert told.put(to_bundle(LESS)).outcome is Outcome.REPLACED
    assert [*told.iter_rejected()] == [LESS]
    told.withdraw(ID)
    assert [*told.iter_rejected()] == []
    with pytest.raises(UnknownDocument):
        told.withdraw(ID)
    assert told.put(to_bundle(ONE)).outcome is Outcome.STORED


def test_it_outlasts_a_rebuild_and_a_copy(told: Store, another: Callable[[], Store]) -> None:
    for one in (ONE, LESS, OTHER):
        told.put(to_bundle(one))
    told.withdraw(document_id(OTHER.key))
    before = dump(told)
    assert told.rebuild() == len(STORIES)
    assert [*told.iter_rejected()] == [LESS]
    assert dump(told) == before
    assert told.put(to_bundle(LESS)).outcome is Outcome.DUPLICATE
    assert verify(told) == ()
    copied = another()
    list(copy_store(told, copied))
    assert [*copied.iter_rejected()] == [LESS]


def test_it_is_purged(told: Store) -> None:
    told.put(to_bundle(ONE))
    told.purge(ID)
    assert [*told.iter_rejected()] == []
    assert [entry.bundle for entry in told.iter_log()] == [*STORIES, None, None]
    told.rebuild()
    assert [*told.iter_rejected()] == []
