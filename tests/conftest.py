"""A real Neo4j server for whoever asks for it: KG_TEST_NEO4J if it is set, else one of our own for the session.

Every pytest process has a server of its own, workers of pytest-xdist too: they never share a database. A missing Java
or Maven fails the tests that need it; it does not skip them.
"""

import os
from collections.abc import Iterator

import neo4j
import pytest

from tools.neo4j import held_server

PASSWORD = "not-a-secret"


@pytest.fixture(scope="session")
def neo4j_url() -> Iterator[str]:
    """Where a real server answers that asks for no more than this URL; tests empty its database."""
    given = os.environ.get("KG_TEST_NEO4J")
    if not given:
        with held_server() as url:
            yield url
        return
    if "PYTEST_XDIST_WORKER" in os.environ:
        pytest.fail("KG_TEST_NEO4J is one database for all: leave out -n, or unset it for a server a worker")
    yield given


@pytest.fixture
def empty_neo4j(neo4j_url: str) -> str:
    """The URL of a real server whose database holds nothing."""
    empty(neo4j_url)
    return neo4j_url


@pytest.fixture(scope="session")
def guarded_neo4j() -> Iterator[str]:
    """The URL, credentials in it, of a server of our own that asks for a password."""
    with held_server(PASSWORD) as url:
        yield url.replace("://", f"://neo4j:{PASSWORD}@")


def empty(url: str) -> None:
    """Take everything out of a server's database; constraints and indexes stay."""
    with driver(url) as it:
        it.execute_query("MATCH (n) DETACH DELETE n")


def driver(url: str) -> neo4j.Driver:
    """The bare driver, for what a test looks up behind the store's back."""
    from kg.stores.address import parse_address

    address = parse_address(url)
    return neo4j.GraphDatabase.driver(address.uri, auth=address.auth, notifications_min_severity="OFF")
