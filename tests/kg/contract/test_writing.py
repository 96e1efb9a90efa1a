import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.answers import Status
from kg.errors import StoreError, UnknownDocument
from kg.store import LogEntry, Outcome, Store
from ontology.bundle import Reject, Run
from ontology.errors import OntologyError
from ontology.identity import document_id
from ontology.register import Known, Register
from tests.kg.articles import AZERBAIJAN, HERALD, SHUSHA, Said, article, control
from tests.kg.dump import dump
from tests.kg.stories import SHUSHA_DENIED, SHUSHA_TAKEN, SHUSHA_TAKEN_CORRECTED, STORIES, TOLLS

HERALD_1 = document_id(SHUSHA_TAKEN.document.key)


def test_putting_again_changes_nothing(store: Store) -> None:
    first = store.put(SHUSHA_TAKEN)
    before = dump(store)
    again = store.put(replace(SHUSHA_TAKEN, run=Run("another reader", "2", "2026-01-01")))
    assert (first.outcome, again.outcome) == (Outcome.STORED, Outcome.DUPLICATE)
    assert (again.document, again.sequence) == (HERALD_1, first.sequence)
    assert dump(store) == before
    assert len(list(store.iter_log())) == 1


def test_a_new_version_replaces_what_the_old_one_said(store: Store, another: Callable[[], Store]) -> None:
    for bundle in (SHUSHA_TAKEN, SHUSHA_DENIED):
        store.put(bundle)
    assert store.put(SHUSHA_TAKEN_CORRECTED).outcome is Outcome.REPLACED
    fresh = another()
    for bundle in (SHUSHA_DENIED, SHUSHA_TAKEN_CORRECTED):
        fresh.put(bundle)
    assert dump(store) == dump(fresh)
    assert [entry.bundle for entry in store.iter_log()] == [SHUSHA_TAKEN, SHUSHA_DENIED, SHUSHA_TAKEN_CORRECTED]


def test_one_two_one_ends_in_one(store: Store) -> None:
    store.put(SHUSHA_TAKEN)
    before = dump(store)
    outcomes = [store.put(bundle).outcome for bundle in (SHUSHA_TAKEN_CORRECTED, SHUSHA_TAKEN)]
    assert outcomes == [Outcome.REPLACED, Outcome.REPLACED]
    assert dump(store) == before
    assert len(list(store.iter_log())) == 3


def test_withdrawing_a_document_leaves_no_trace(store: Store) -> None:
    store.put(SHUSHA_DENIED)
    before = dump(store)
    store.put(SHUSHA_TAKEN)
    receipt = store.withdraw(HERALD_1)
    assert (receipt.outcome, receipt.document) == (Outcome.WITHDRAWN, HERALD_1)
    assert dump(store) == before
    assert [entry.bundle for entry in store.iter_log()] == [SHUSHA_DENIED, SHUSHA_TAKEN, None]


def test_withdrawing_everything_leaves_an_empty_store(store: Store) -> None:
    for bundle in STORIES:
        store.put(bundle)
    for bundle in STORIES:
        store.withdraw(document_id(bundle.document.key))
    assert dump(store) == []


def test_a_withdrawn_document_can_come_again(store: Store) -> None:
    store.put(SHUSHA_TAKEN)
    before = dump(store)
    store.withdraw(HERALD_1)
    assert store.put(SHUSHA_TAKEN).outcome is Outcome.STORED
    assert dump(store) == before


@pytest.mark.parametrize("id_", ["doc:nothing", "", "' OR 1=1 --", "doc:\udfff"])
def test_what_is_not_there_cannot_be_withdrawn(store: Store, id_: str) -> None:
    store.put(SHUSHA_TAKEN)
    before = dump(store)
    with pytest.raises(StoreError):
        store.withdraw(id_)
    assert dump(store) == before
    assert len(list(store.iter_log())) == 1


def test_withdrawing_twice_is_an_error(store: Store) -> None:
    store.put(SHUSHA_TAKEN)
    store.withdraw(HERALD_1)
    with pytest.raises(UnknownDocument, match=HERALD_1):
        store.withdraw(HERALD_1)


def test_documents_in_any_order_give_one_store(store: Store, another: Callable[[], Store]) -> None:
    for bundle in STORIES:
        store.put(bundle)
    for order in itertools.permutations(STORIES):
        other = another()
        for bundle in order:
            other.put(bundle)
        assert dump(other) == dump(store)


def test_rebuilding_gives_the_same(store: Store) -> None:
    for bundle in (*STORIES, SHUSHA_TAKEN_CORRECTED):
        store.put(bundle)
    store.withdraw(document_id(TOLLS.document.key))
    before, log = dump(store), list(store.iter_log())
    assert store.rebuild() == 2
    assert dump(store) == before
    assert list(store.iter_log()) == log
    assert store.put(SHUSHA_TAKEN_CORRECTED).outcome is Outcome.DUPLICATE


def test_rebuilding_takes_in_what_the_register_has_learnt(
    store: Store, another: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    for bundle in STORIES:
        store.put(bundle)
    learnt = Register((Known("Q227", "State", "Aserbaidschan"),))
    monkeypatch.setattr("kg.naming.get_register", lambda: learnt)
    store.rebuild()
    fresh = another()
    for bundle in STORIES:
        fresh.put(bundle)
    assert dump(store) == dump(fresh)
    azerbaijan = store.get_entity("Q227")
    assert azerbaijan
    assert azerbaijan.name == "Aserbaidschan"


def test_rebuilding_nothing_gives_nothing(store: Store) -> None:
    assert store.rebuild() == 0
    assert dump(store) == []


def test_the_log_tells_when_what_was_written(store: Store) -> None:
    store.put(SHUSHA_TAKEN, "2021-01-01T00:00:00+00:00")
    store.withdraw(HERALD_1, "2021-01-02T00:00:00+00:00")
    store.put(TOLLS)
    entries = list(store.iter_log())
    assert entries[:2] == [
        LogEntry(entries[0].sequence, HERALD_1, "2021-01-01T00:00:00+00:00", SHUSHA_TAKEN),
        LogEntry(entries[1].sequence, HERALD_1, "2021-01-02T00:00:00+00:00", None),
    ]
    assert entries[2].recorded.endswith("+00:00")
    assert [entry.sequence for entry in entries] == sorted({entry.sequence for entry in entries})
    assert list(store.iter_log(entries[1].sequence)) == entries[2:]


def test_a_bundle_with_half_a_character_is_refused_whole(store: Store) -> None:
    store.put(SHUSHA_TAKEN)
    before = dump(store)
    with pytest.raises(OntologyError, match="surrogate"):
        store.put(article("id:broken", Said(HERALD, "half \ud83d of it", (control(AZERBAIJAN, SHUSHA),))))
    assert dump(store) == before
    assert len(list(store.iter_log())) == 1
    assert store.put(SHUSHA_DENIED).outcome is Outcome.STORED


def test_status_is_right_after_each_write(store: Store) -> None:
    def status() -> Status | None:
        return next((p.status for p in store.iter_propositions() if p.kind == "Control"), None)

    store.put(SHUSHA_TAKEN)
    assert status() is Status.UNCONTESTED
    store.put(SHUSHA_DENIED)
    assert status() is Status.CONTESTED
    store.withdraw(HERALD_1)
    assert status() is Status.DENIED
    store.withdraw(document_id(SHUSHA_DENIED.document.key))
    assert status() is None


def test_rejects_are_kept_in_their_order_with_their_version(store: Store) -> None:
    listed = (Reject("2:1", "no such span", "b"), Reject("1:1", "no such span"))
    store.put(article("id:a", Said(HERALD, "It fell."), rejects=listed))
    assert tuple(store.iter_rejects(document_id("id:a"))) == listed
    store.put(article("id:a", Said(HERALD, "It fell.")))
    assert list(store.iter_rejects(document_id("id:a"))) == []


def test_a_document_without_claims_is_a_document(store: Store) -> None:
    store.put(article("id:a"))
    document = store.get_document(document_id("id:a"))
    assert document
    assert (document.publisher.name, document.text) == ("The Herald", "")
    assert list(store.iter_claims()) == []
