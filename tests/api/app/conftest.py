"""The REST API over the loaded store, asked in process."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app.application import make_app
from kg.store import Store
from kg.stores import open_store


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """The loaded store, open."""
    with open_store(url) as opened:
        yield opened


@pytest.fixture
def api(store: Store) -> Iterator[TestClient]:
    """A client of the API; what fails on the server is an answer, as it is over the wire."""
    with TestClient(make_app(store), raise_server_exceptions=False) as client:
        yield client
