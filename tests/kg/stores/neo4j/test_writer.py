from collections.abc import Callable

import neo4j
import pytest
from neo4j.exceptions import Neo4jError, ServiceUnavailable

from kg.errors import StoreError, StoreMismatch
from kg.store import Outcome, Store
from kg.stores import open_store
from kg.stores.steps import Step
from tests.conftest import driver
from tests.kg.articles import HERALD, SHUSHA, Said, Somebody, article, control
from tests.kg.dump import dump
from tests.kg.stories import SHUSHA_DENIED, SHUSHA_TAKEN

pytestmark = pytest.mark.neo4j

DEADLOCK = Neo4jError._hydrate_neo4j(code="Neo.TransientError.Transaction.DeadlockDetected", message="try again")


@pytest.mark.parametrize("fault", [DEADLOCK, ServiceUnavailable("the leader moved")])
@pytest.mark.parametrize("step", [Step.BEGUN, Step.WRITTEN, Step.DERIVED])
def test_a_passing_fault_is_tried_again(empty_neo4j: str, step: Step, fault: Exception) -> None:
    heard: list[Step] = []

    def fail_once(now: Step) -> None:
        heard.append(now)
        if now is step and heard.count(step) == 1:
            raise fault

    with open_store(empty_neo4j, create=True, announce=fail_once) as store:
        receipt = store.put(SHUSHA_TAKEN)
        assert (receipt.outcome, receipt.sequence) == (Outcome.STORED, 1)
        assert heard.count(Step.BEGUN) == 2
        assert [entry.bundle for entry in store.iter_log()] == [SHUSHA_TAKEN]


def test_a_lasting_fault_writes_nothing(empty_neo4j: str, another: Callable[[], Store]) -> None:
    def fail(now: Step) -> None:
        if now is Step.DERIVED:
            raise Neo4jError._hydrate_neo4j(code="Neo.DatabaseError.General.UnknownError", message="disk on fire")

    with open_store(empty_neo4j, create=True) as store:
        store.put(SHUSHA_DENIED)
        before = dump(store)
        with open_store(empty_neo4j, announce=fail) as failing, pytest.raises(StoreError, match="disk on fire"):
            failing.put(SHUSHA_TAKEN)
        assert dump(store) == before
        assert len(list(store.iter_log())) == 1


def test_an_id_that_no_index_holds_is_refused_whole(empty_neo4j: str) -> None:
    nobody = Somebody("Nobody", "State", "state:" + "x" * 20_000)
    with open_store(empty_neo4j, create=True) as store:
        with pytest.raises(StoreError, match="too large to index"):
            store.put(article("id:a", Said(HERALD, "It fell.", (control(nobody, SHUSHA),))))
        assert list(store.iter_log()) == []
        assert store.put(SHUSHA_TAKEN).outcome is Outcome.STORED


def test_a_duplicate_leaves_the_head_where_it_was(empty_neo4j: str) -> None:
    with open_store(empty_neo4j, create=True) as store, driver(empty_neo4j) as bare:
        store.put(SHUSHA_TAKEN)
        before = _head(bare)
        assert store.put(SHUSHA_TAKEN).outcome is Outcome.DUPLICATE
        assert _head(bare) == before
        store.put(SHUSHA_DENIED)
        assert _head(bare)["seq"] == before["seq"] + 1


def test_a_graph_that_was_tampered_with_is_told_and_rebuilt(empty_neo4j: str) -> None:
    with open_store(empty_neo4j, create=True) as store, driver(empty_neo4j) as bare:
        store.put(SHUSHA_TAKEN)
        before = dump(store)
        bare.execute_query("MATCH (e:Entity {name: 'Shusha'}) DETACH DELETE e")
        bare.execute_query("MATCH (p:Control) SET p.status = 'denied', p.asserted_by = []")
        store.rebuild()
        assert dump(store) == before


def test_what_finds_no_partner_is_an_error_and_not_a_loss(empty_neo4j: str) -> None:
    with open_store(empty_neo4j, create=True) as store, driver(empty_neo4j) as bare:
        store.put(SHUSHA_TAKEN)
        bare.execute_query(
            "CREATE (:Claim {id: 'claim:stray'})-[:AFFIRMS {place: 0}]->(:Proposition {id: 'prop:stray'})"
        )
        bare.execute_query("MATCH (d:Document) DETACH DELETE d")
        with pytest.raises(StoreError):
            store.put(SHUSHA_TAKEN)
        assert len(list(store.iter_log())) == 1


def test_a_graph_without_its_head_takes_nothing(empty_neo4j: str) -> None:
    with open_store(empty_neo4j, create=True) as store, driver(empty_neo4j) as bare:
        bare.execute_query("MATCH (h:_Head) DELETE h")
        with pytest.raises(StoreMismatch, match="lost its head"):
            store.put(SHUSHA_TAKEN)
        assert bare.execute_query("MATCH (n) RETURN n").records == []


def _head(bare: neo4j.Driver) -> dict[str, int]:
    return dict(bare.execute_query("MATCH (h:_Head {id: 'head'}) RETURN h").records[0]["h"])
