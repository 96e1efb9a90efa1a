from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app.application import make_app
from api.problems import HTTP_STATUS, http_status
from kg import errors
from kg.errors import StoreBusy, StoreDenied, StoreError, StoreUnreachable
from kg.store import Store
from kg.stores import open_store


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened


@pytest.fixture
def api(store: Store) -> TestClient:
    return TestClient(make_app(store), raise_server_exceptions=False)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/claims/claim:0", 404),
        ("/propositions/prop:0", 404),
        ("/documents/doc:0", 404),
        ("/entities/Nobody Whoever", 404),
        ("/entities/Norway", 404),
        ("/nothing", 404),
        ("/arms?supplier=Congo", 409),
        ("/arms?limit=0", 422),
        ("/arms?limit=5000", 422),
        ("/arms?suplier=Russia", 422),
        ("/arms?status=true", 422),
        ("/arms?since=yesterday", 422),
        ("/claims?kind=Marriage", 422),
        ("/entities?type=Planet", 422),
    ],
)
def test_every_error_is_a_problem(api: TestClient, path: str, status: int) -> None:
    answer = api.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert list(problem)[:4] == ["type", "title", "status", "detail"]
    assert problem["status"] == status
    assert problem["detail"]


def test_an_ambiguous_name_comes_with_its_candidates(api: TestClient) -> None:
    candidates = api.get("/arms?supplier=Congo").json()["candidates"]
    assert {"id": "Q974", "name": "Democratic Republic of Congo"} in candidates


def test_a_method_that_is_not_there_is_a_problem(api: TestClient) -> None:
    answer = api.put("/arms")
    assert (answer.status_code, answer.json()["status"]) == (405, 405)
    assert answer.headers["allow"]


@pytest.mark.parametrize(
    ("error", "status"),
    [(StoreBusy("busy"), 503), (StoreUnreachable("down"), 503), (StoreDenied("no"), 503), (StoreError("broken"), 500)],
)
def test_a_store_that_fails_is_told(
    store: Store, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(store, "iter_documents", fail)
    answer = TestClient(make_app(store), raise_server_exceptions=False).get("/health")
    assert (answer.status_code, answer.json()["detail"]) == (status, str(error))
    assert ("retry-after" in answer.headers) == (status == 503)


def test_a_fault_of_ours_shows_nothing_of_itself(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("secret")

    monkeypatch.setattr(store, "iter_documents", fail)
    answer = TestClient(make_app(store), raise_server_exceptions=False).get("/health")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text


def test_every_error_of_a_store_has_a_status() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, StoreError)]
    assert len(kinds) > 10
    assert all(any(above in HTTP_STATUS for above in kind.__mro__) for kind in kinds)
    assert http_status(StoreBusy("")) == 503
