import threading
from collections.abc import Iterator

import pytest

from kg.errors import StoreError, UnknownDocument
from kg.store import Store
from kg.stores import open_store
from kg.stores.address import parse_address
from kg.stores.neo4j import head
from kg.stores.neo4j.session import Sessions, Transaction
from kg.stores.neo4j.statement import Statement
from kg.stores.neo4j.store import connect
from ontology.bundle import Bundle
from tests.kg.articles import ARMENIA, HERALD, RUSSIA, Said, arms, article
from tests.kg.stories import SHUSHA_DENIED, SHUSHA_TAKEN

pytestmark = pytest.mark.neo4j

CLAIMS, WRITES = 60, 12


@pytest.fixture
def store(empty_neo4j: str) -> Iterator[Store]:
    with open_store(empty_neo4j, create=True) as opened:
        yield opened


@pytest.fixture
def sessions(store: Store, empty_neo4j: str) -> Iterator[Sessions]:
    opened = connect(parse_address(empty_neo4j))
    yield opened
    opened.driver.close()


def count_claims(transaction: Transaction) -> int:
    [record] = transaction.run(Statement("MATCH (c:Claim) RETURN count(c) AS claims"))
    return int(record["claims"])


def test_an_answer_is_read_again_if_somebody_wrote_meanwhile(store: Store, sessions: Sessions) -> None:
    counts: list[tuple[int, int]] = []

    def count_twice(transaction: Transaction) -> tuple[int, int]:
        first = count_claims(transaction)
        if not counts:
            store.put(SHUSHA_TAKEN)
        counts.append((first, count_claims(transaction)))
        return counts[-1]

    first, second = sessions.read(count_twice)
    assert first == second > 0
    assert counts[0] == (0, second)
    assert len(counts) == 2


def test_no_reader_sees_half_of_a_write(store: Store) -> None:
    versions = [big(number) for number in (1, 2)]
    store.put(versions[0])
    done = threading.Event()

    def write() -> None:
        for number in range(WRITES):
            store.put(versions[(number + 1) % 2])
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    reads = 0
    while not done.is_set():
        claims = list(store.iter_claims())
        assert len(claims) == CLAIMS
        assert len({claim.positions[0].qualifiers["number"] for claim in claims}) == 1
        assert {edge.claims for edge in store.iter_shortcuts()} == {CLAIMS}
        reads += 1
    writer.join()
    assert reads


def big(number: int) -> Bundle:
    said = (Said(HERALD, f"Deal {n}.", (arms(RUSSIA, ARMENIA, number=number),)) for n in range(CLAIMS))
    return article("id:big", *said)


def flag(sessions: Sessions) -> tuple[bool, int]:
    with sessions.driver.session() as session:
        [record] = session.run("MATCH (f:_Head {id: 'flag'}) RETURN f.up AS up, f.raised AS raised")
        return record["up"], record["raised"]


def test_readers_are_warned_once_for_many_writes_and_then_all_is_quiet(store: Store, sessions: Sessions) -> None:
    assert flag(sessions) == (False, 0)
    store.put(SHUSHA_TAKEN)
    store.put(SHUSHA_DENIED)
    assert flag(sessions) == (True, 1)
    assert sessions.read(count_claims) > 0
    assert flag(sessions) == (False, 1)
    assert sessions.read(count_claims) > 0
    assert flag(sessions) == (False, 1)


def test_what_changes_nothing_warns_nobody(store: Store, sessions: Sessions) -> None:
    store.put(SHUSHA_TAKEN)
    sessions.read(count_claims)
    store.put(SHUSHA_TAKEN)
    with pytest.raises(UnknownDocument):
        store.withdraw("doc:nothing")
    assert flag(sessions) == (False, 1)


def test_a_writer_who_warned_and_died_keeps_nobody_out(store: Store, sessions: Sessions) -> None:
    sessions.define(head.raise_flag())
    assert sessions.read(count_claims) == 0
    assert flag(sessions) == (True, 1)  # he may only be slow
    store.put(SHUSHA_TAKEN)
    assert sessions.read(count_claims) > 0
    assert flag(sessions) == (False, 1)


def test_a_statement_that_does_not_do_what_was_meant_is_rolled_back(sessions: Sessions) -> None:
    one_too_few = Statement("UNWIND [1, 2] AS n CREATE (:Claim {id: n})", changes={"nodes_created": 3})
    with pytest.raises(StoreError, match="2 nodes created in Neo4j where 3 were meant"):
        sessions.write(lambda writing: writing.transaction.run(one_too_few))
    assert sessions.read(count_claims) == 0


def test_a_store_that_wrote_lowers_the_flag_when_it_is_closed(store: Store, sessions: Sessions) -> None:
    store.put(SHUSHA_TAKEN)

    store.close()

    assert flag(sessions) == (False, 1)
