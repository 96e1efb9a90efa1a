import json

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import Kg

ARTICLE = {
    "text": "France delivered 12 Rafale jets to Egypt in 2015.",
    "title": "Jets",
    "url": "https://x.example/jets",
    "publisher": "The Example Herald",
    "published": "2015-03-01",
}


def test_an_article_is_taken_in_once(api: TestClient) -> None:
    first = api.post("/documents", json=ARTICLE)
    assert first.status_code == 201
    assert list(first.json()) == ["outcome", "document", "sequence", "note"]
    assert first.json()["outcome"] == "stored"
    assert api.get(first.headers["location"]).json()["title"] == "Jets"
    again = api.post("/documents", json=ARTICLE)
    assert (again.status_code, again.json()["outcome"]) == (200, "duplicate")
    changed = api.post("/documents", json={**ARTICLE, "text": "France sold nothing."})
    assert (changed.status_code, changed.json()["outcome"]) == (200, "replaced")


def test_it_answers_as_if_it_had_been_loaded(api: TestClient, kg: Kg) -> None:
    api.post("/documents", json=ARTICLE)
    assert json.loads(kg("arms", "--supplier", "France", "--json").stdout)[0]["recipient"]["name"] == "Egypt"


def test_a_text_that_is_not_english_is_said_so(api: TestClient) -> None:
    article = {"text": "La France a livré des avions à l'Égypte, a déclaré le ministre de la défense."}
    assert "only English" in api.post("/documents", json=article).json()["note"]


def test_a_document_is_withdrawn_once(api: TestClient) -> None:
    path = api.post("/documents", json=ARTICLE).headers["location"]
    assert api.delete(path).json()["outcome"] == "withdrawn"
    assert api.delete(path).status_code == 404
    assert api.get(path).status_code == 404


def test_what_is_no_article_is_422(api: TestClient) -> None:
    wrongs: list[object] = [
        {"text": ""},
        {"text": " \n "},
        {"text": None},
        {"title": "no text"},
        {"text": "x", "published": "yesterday"},
        {"text": "x", "more": 1},
        {"text": "half a character: \ud83d"},
        {"text": "\x00\x01\x02" * 50},
        [],
        "x",
    ]
    for wrong in wrongs:
        answer = api.post("/documents", content=json.dumps(wrong), headers={"Content-Type": "application/json"})
        assert answer.status_code == 422, wrong
        assert answer.headers["content-type"] == "application/problem+json"


def test_only_json_is_taken(api: TestClient) -> None:
    for type_ in ("text/plain", "application/x-www-form-urlencoded"):
        answer = api.post("/documents", content='{"text": "x"}', headers={"Content-Type": type_})
        assert answer.status_code == 415
        assert answer.json()["detail"] == f"send JSON, with Content-Type: application/json (this is {type_})"


def test_a_body_that_is_not_utf8_is_told(api: TestClient) -> None:
    answer = api.post("/documents", content=b'{"text": "\xe9"}', headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["detail"]) == (400, "the body is not JSON in UTF-8")


@pytest.mark.parametrize("written", ["https://herald.example/war", "https%3A%2F%2Fherald.example%2Fwar"])
def test_a_document_is_found_by_its_url(api: TestClient, written: str) -> None:
    assert api.get(f"/documents/{written}").json()["key"] == "url:https://herald.example/war"
    assert api.delete(f"/documents/{written}").json()["outcome"] == "withdrawn"
