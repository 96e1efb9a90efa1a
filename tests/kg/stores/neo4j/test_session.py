from collections.abc import Iterator

import pytest

from kg.errors import StoreError
from kg.store import Store
from kg.stores import open_store
from kg.stores.address import parse_address
from kg.stores.neo4j.session import Sessions, Transaction
from kg.stores.neo4j.statement import Statement
from kg.stores.neo4j.store import connect
from ontology.identity import document_id
from tests.kg.stories import SHUSHA_DENIED, SHUSHA_TAKEN

pytestmark = pytest.mark.neo4j


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
    assert first == second
    assert counts[0][0] != counts[0][1]
    assert len(counts) == 2


def test_writers_wait_in_the_end_for_a_reader_who_never_gets_his_moment(store: Store, sessions: Sessions) -> None:
    tries = 0

    def disturbed(transaction: Transaction) -> int:
        nonlocal tries
        tries += 1
        if tries <= 5:
            store.put([SHUSHA_TAKEN, SHUSHA_DENIED][tries % 2])
            store.withdraw(document_id([SHUSHA_TAKEN, SHUSHA_DENIED][tries % 2].document.key))
        return count_claims(transaction)

    assert sessions.read(disturbed) == 0
    assert tries == 6


def test_a_statement_that_does_not_do_what_was_meant_is_rolled_back(sessions: Sessions) -> None:
    one_too_few = Statement("UNWIND [1, 2] AS n CREATE (:Claim {id: n})", changes={"nodes_created": 3})
    with pytest.raises(StoreError, match="2 nodes created in Neo4j where 3 were meant"):
        sessions.write(lambda transaction: transaction.run(one_too_few))
    assert sessions.read(count_claims) == 0
