from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import guard
from api.app.application import make_app
from api.app.guard import LARGEST_BODY, host_name
from kg.store import Store

KEY = "a long random key"


@pytest.fixture
def guarded(store: Store) -> TestClient:
    return TestClient(make_app(store, key=KEY))


@pytest.mark.parametrize("path", ["/arms", "/health", "/openapi.json", "/docs", "/", "/nothing"])
@pytest.mark.parametrize("headers", [{}, {"X-API-Key": "wrong"}, {"Authorization": f"Basic {KEY}"}, {"X-API-Key": "é"}])
def test_without_the_key_nothing_is_told(guarded: TestClient, path: str, headers: dict[str, str]) -> None:
    raw = {name.encode(): value.encode("latin-1") for name, value in headers.items()}
    answer = guarded.get(path, headers=raw)
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == "Bearer"
    assert KEY not in answer.text


@pytest.mark.parametrize("headers", [{"X-API-Key": KEY}, {"Authorization": f"Bearer {KEY}"}])
def test_with_the_key_all_is_answered(guarded: TestClient, headers: dict[str, str]) -> None:
    assert guarded.get("/arms", headers=headers).status_code == 200


def test_the_key_is_described(guarded: TestClient) -> None:
    described = guarded.get("/openapi.json", headers={"X-API-Key": KEY}).json()
    assert set(described["components"]["securitySchemes"]) == {"HTTPBearer", "APIKeyHeader"}


@pytest.mark.parametrize(("host", "status"), [("localhost:8000", 200), ("[::1]:8000", 200), ("evil.example", 421)])
def test_on_loopback_another_name_is_refused(store: Store, host: str, status: int) -> None:
    app = make_app(store, hosts=frozenset({"localhost", "127.0.0.1", "::1"}))
    assert TestClient(app).get("/arms", headers={"Host": host}).status_code == status


def test_the_name_of_a_host() -> None:
    assert [host_name(host) for host in ("a:1", "A", "[::1]", "", "[")] == ["a", "a", "::1", "", ""]


def test_a_body_that_says_it_is_too_large_is_refused(api: TestClient) -> None:
    headers = {"Content-Length": str(LARGEST_BODY + 1), "Content-Type": "application/json"}
    answer = api.post("/documents", content=b"{}", headers=headers)
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_body_that_grows_too_large_is_refused(api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "LARGEST_BODY", 1000)

    def pieces() -> Iterator[bytes]:
        yield b'{"text": "'
        yield from (b"x" * 100 for _ in range(20))
        yield b'"}'

    answer = api.post("/documents", content=pieces(), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert answer.json()["status"] == 413


def test_no_answer_is_taken_for_what_it_is_not(api: TestClient) -> None:
    assert api.get("/arms").headers["x-content-type-options"] == "nosniff"
