from pathlib import Path

import pytest

from kg.errors import StoreURLError
from kg.stores.address import parse_address

SECRET = "hunter2"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        (None, "claimgraph.db"),
        ("", "claimgraph.db"),
        ("sqlite:my.db", "my.db"),
        ("sqlite:/folder/my store.db", "/folder/my store.db"),
        ("sqlite:///folder/my.db", "/folder/my.db"),
        ("sqlite:a%20b@c.db", "a%20b@c.db"),
    ],
)
def test_a_file(url: str | None, path: str) -> None:
    address = parse_address(url, {})
    assert (address.scheme, address.path) == ("sqlite", Path(path))


@pytest.mark.parametrize(
    ("url", "uri", "database"),
    [
        ("neo4j://localhost", "neo4j://localhost:7687", None),
        ("bolt://127.0.0.1:7999/", "bolt://127.0.0.1:7999", None),
        ("neo4j+s://x.databases.neo4j.io/arms", "neo4j+s://x.databases.neo4j.io:7687", "arms"),
        ("bolt+ssc://[::1]:7688/arms", "bolt+ssc://[::1]:7688", "arms"),
    ],
)
def test_a_server(url: str, uri: str, database: str | None) -> None:
    address = parse_address(url, {})
    assert (address.uri, address.database, address.user, address.password) == (uri, database, None, None)


def test_credentials_come_from_the_url_before_the_environment() -> None:
    environment = {"KG_NEO4J_USER": "neo4j", "KG_NEO4J_PASSWORD": "else"}
    address = parse_address(f"neo4j://an%40a:{SECRET}%21@host/db", environment)
    assert (address.user, address.password) == ("an@a", f"{SECRET}!")
    address = parse_address("neo4j://host/db", environment)
    assert (address.user, address.password) == ("neo4j", "else")


def test_credentials_are_never_shown() -> None:
    address = parse_address(f"neo4j://ana:{SECRET}@host/db", {})
    assert str(address) == "neo4j://host:7687/db"
    assert SECRET not in repr(address)
    assert "ana" not in repr(address)


@pytest.mark.parametrize(
    "url",
    [
        "postgres://ana:hunter2@host/db",
        "neo4j://ana:hunter2@",
        "neo4j://ana:hunter2@host:port/db",
        "neo4j://ana:hunter2@[::1",
        "neo4j://ana:hunter2@host?x=1",
        "neo4j://ana:12/hunter2@host",
        "neo4j://ana:12/hunter2@host:7687/db",
        "neo4j://ana:12@/hunter2@host",
        "neo4j://ana:hunter2/@host",
        "neo4j://ana:hunter2?#@host",
        "neo4j://ana:hunter2%ff／@host",
        "claimgraph.db",
        "sqlite:",
        "sqlite://server/file.db",
        "sqlite::memory:",
        "bolt:ana:hunter2@host",
    ],
)
def test_what_is_no_address_is_refused_without_showing_credentials(url: str) -> None:
    with pytest.raises(StoreURLError, match="write it as") as caught:
        parse_address(url, {})
    assert SECRET not in str(caught.value)
    assert caught.value.__context__ is None
