"""Stores to test against: an empty one of each backend, and more of the same kind beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.store import Store
from kg.stores import open_store

BACKENDS = ["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)]


@pytest.fixture(params=BACKENDS)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty store, of one backend after the other."""
    if request.param == "sqlite":
        return f"sqlite:{tmp_path / 'store.db'}"
    return str(request.getfixturevalue("empty_neo4j"))


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store, of one backend after the other."""
    with open_store(store_url, create=True) as opened:
        yield opened


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Makes further empty stores to compare with; embedded, since they only hold what the contract says."""
    made: list[Store] = []

    def make() -> Store:
        made.append(open_store(f"sqlite:{tmp_path / f'another-{len(made)}.db'}", create=True))
        return made[-1]

    yield make
    for one in made:
        one.close()
