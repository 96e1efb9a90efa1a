"""Stores to test against: an empty one of each backend, and more of the same kind beside it."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from kg.store import Store
from kg.stores import open_store
from tests.conftest import empty

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


@pytest.fixture(params=BACKENDS)
def fresh_store(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Opens an empty store as often as it is called, of one backend after the other; the last one is no longer used."""
    if request.param == "neo4j":
        url = str(request.getfixturevalue("neo4j_url"))
        return lambda: _emptied(url)
    numbers = count()
    return lambda: open_store(f"sqlite:{tmp_path / f'fresh-{next(numbers)}.db'}", create=True)


def _emptied(url: str) -> Store:
    empty(url)
    return open_store(url, create=True)


@pytest.fixture
def examples(request: pytest.FixtureRequest) -> int:
    """How many examples a property is tried on: a server takes longer for each."""
    return 10 if "neo4j" in request.node.callspec.id else 40
