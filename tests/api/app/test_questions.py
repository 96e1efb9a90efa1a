"""The API answers what the command line answers, in the same shapes."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import Kg


def items(api: TestClient, path: str, **asked: Any) -> list[Any]:
    answer = api.get(path, params=asked)
    assert answer.status_code == 200, answer.text
    assert list(answer.json()) == ["items", "next"]
    found: list[Any] = answer.json()["items"]
    return found


def test_a_pair_with_more_claims_than_are_shown_says_where_the_rest_is(api: TestClient) -> None:
    [turkey] = items(api, "/arms", supplier="Turkey", claims=1)
    assert (turkey["total"], len(turkey["claims"])) == (2, 1)
    rest = api.get(turkey["rest"]).json()["items"]
    assert {claim["proposition"]["id"] for claim in rest} == {turkey["proposition"]}
    assert len(rest) == 2


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"kind": "Control", "status": "contested"},
        {"about": "Shusha"},
        {"by": "The Herald", "since": "2020", "until": "2021"},
        {"status": ["rumoured", "contested"]},
        {"about": "Norway"},
        {"about": "Nobody Whoever"},
    ],
)
def test_claims_are_those_of_the_command_line(api: TestClient, kg: Kg, asked: dict[str, Any]) -> None:
    assert items(api, "/claims", **asked) == json.loads(kg("claims", *options(asked), "--json").stdout)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"recipient": "Azerbaijan"},
        {"supplier": "Russia", "recipient": "Armenia"},
        {"item": "drone", "since": "2019"},
        {"status": "rumoured"},
    ],
)
def test_arms_are_those_of_the_command_line(api: TestClient, kg: Kg, asked: dict[str, Any]) -> None:
    links = items(api, "/arms", **asked)
    assert [link.pop("rest") for link in links] == [None] * len(links)
    assert sorted(links, key=str) == sorted(json.loads(kg("arms", *options(asked), "--json").stdout), key=str)


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("/entities/Aliyev", ("entity", "Aliyev")),
        ("/documents/{document}", ("document", "{document}")),
    ],
)
def test_one_thing_is_the_command_lines(api: TestClient, kg: Kg, path: str, command: tuple[str, ...]) -> None:
    document = items(api, "/claims", by="Aliyev")[0]["evidence"][0]["document"]
    told = kg(*(word.format(document=document) for word in command), "--json")
    assert api.get(path.format(document=document)).json() == json.loads(told.stdout)


def test_one_claim_is_its_positions(api: TestClient) -> None:
    rows = [row for row in items(api, "/claims") if row["content"] == "Russia sells arms to both sides."]
    assert api.get(f"/claims/{rows[0]['id']}").json() == rows


def test_propositions_have_their_standing_and_its_reason(api: TestClient) -> None:
    [found] = items(api, "/propositions", about="Shusha", kind="control", status="contested")
    assert [who["name"] for who in found["denied_by"]] == ["Armenian officials"]
    assert "Ilham Aliyev affirmed it and Armenian officials denied it" in found["explanation"]


def test_one_proposition_has_its_claims_by_position(api: TestClient) -> None:
    [found] = items(api, "/propositions", kind="Control")
    answer = api.get(f"/propositions/{found['id']}").json()
    assert {key: answer[key] for key in found} == found
    assert [row["content"] for row in answer["affirmed"]] == ["Shusha is ours."]
    assert [row["content"] for row in answer["negated"]] == ["It is not taken."]
    assert answer["open"] == []


def test_entities_by_class_and_name(api: TestClient) -> None:
    assert len(items(api, "/entities", type="State")) == 4
    [found] = items(api, "/entities", name="aliyev")
    assert found["id"] == "person:ilham-aliyev"


def test_health_tells_that_the_store_answers(api: TestClient) -> None:
    assert api.get("/health").json()["status"] == "ok"


def options(asked: dict[str, Any]) -> list[str]:
    """What is asked of the API, as the options of the command line."""
    return [
        word
        for name, value in asked.items()
        for one in (value if isinstance(value, list) else [value])
        for word in (f"--{name}", one)
    ]


@pytest.mark.parametrize("path", ["/", "/arms", "/entities/Turkey", "/claims/claim:0"])
def test_head_is_what_get_answers_without_its_body(api: TestClient, path: str) -> None:
    head, got = api.head(path), api.get(path)
    assert (head.status_code, head.headers["content-length"]) == (got.status_code, got.headers["content-length"])
    assert head.content == b""


@pytest.mark.parametrize("id_", ["%00", "%0a", "%ff", "a%2Fb", "%2e%2e%2fzzz", "' OR 1=1", "{x}", "😀", "a" * 3000])
@pytest.mark.parametrize("of", ["entities", "documents", "claims", "propositions"])
def test_an_id_of_nobody_is_404_whatever_it_is_made_of(api: TestClient, of: str, id_: str) -> None:
    answer = api.get(f"/{of}/{id_}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("PUT", "/arms", 405)])
def test_what_there_is_not_is_told_with_where_to_look(api: TestClient, method: str, path: str, status: int) -> None:
    answer = api.request(method, path)
    assert answer.status_code == status
    assert "/openapi.json" in answer.json()["detail"]
