"""The OpenAPI description and the home page say what is there."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from api.app import analysis_examples, examples
from api.app.application import make_app
from api.app.routers.arms import ArmsItem
from api.app.routers.documents import Taken
from kg.analysis.allies import AllyArming
from kg.analysis.both_sides import BothSides
from kg.analysis.brokers import Brokers
from kg.analysis.communities import Communities
from kg.analysis.paths import Paths
from kg.analysis.some import Some
from kg.analysis.suppliers import Dependence
from kg.answers import Entity
from kg.questions.claims import ClaimPosition
from kg.questions.document import DocumentAnswer
from kg.questions.entity import EntityAnswer
from kg.questions.propositions import PropositionAnswer, PropositionSummary
from kg.store import Receipt
from kg.stores import open_store

ROUTES = {
    "/analysis/allies-arming-opponents",
    "/analysis/both-sides",
    "/analysis/brokers",
    "/analysis/communities",
    "/analysis/graph",
    "/analysis/paths",
    "/analysis/suppliers",
    "/arms",
    "/claims",
    "/claims/{id}",
    "/documents",
    "/documents/{id}",
    "/entities",
    "/entities/{id}",
    "/health",
    "/propositions",
    "/propositions/{id}",
}


@pytest.fixture
def described(api: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = api.get("/openapi.json").json()
    return found


def test_all_routes_are_described(described: dict[str, Any]) -> None:
    assert set(described["paths"]) == ROUTES
    for methods in described["paths"].values():
        for operation in methods.values():
            assert operation["summary"]
            assert operation["description"]
            assert "application/problem+json" in operation["responses"]["default"]["content"]


def test_every_answer_has_an_example(described: dict[str, Any]) -> None:
    for path in ROUTES - {"/health"}:
        for operation in described["paths"][path].values():
            [good] = [answer for status, answer in operation["responses"].items() if status.startswith("2")]
            [content] = good["content"].values()
            assert content["example"]


def test_the_filters_are_those_of_the_command_line(described: dict[str, Any]) -> None:
    names = [parameter["name"] for parameter in described["paths"]["/arms"]["get"]["parameters"]]
    assert set(names) == {"limit", "after", "supplier", "recipient", "item", "since", "until", "status", "claims"}


@pytest.mark.parametrize(
    ("shape", "example"),
    [
        (ClaimPosition, examples.CLAIM),
        (ArmsItem, examples.ARMS),
        (PropositionSummary, examples.PROPOSITION),
        (PropositionAnswer, examples.PROPOSITION_ANSWER),
        (Entity, examples.ENTITY),
        (EntityAnswer, examples.ENTITY_ANSWER),
        (DocumentAnswer, examples.DOCUMENT_ANSWER),
        (Receipt, examples.WITHDRAWN),
        (Taken, examples.TAKEN),
        (Paths, analysis_examples.PATHS),
        (Brokers, analysis_examples.BROKERS),
        (Communities, analysis_examples.COMMUNITIES),
        (Dependence, analysis_examples.DEPENDENCE),
        (Some[BothSides], analysis_examples.BOTH_SIDES),
        (Some[AllyArming], analysis_examples.ALLIES),
    ],
)
def test_the_examples_fit_the_shapes(shape: type, example: Any) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(shape)
    assert adapter.dump_python(adapter.validate_python(example), mode="json") == example


def test_every_link_of_the_home_page_answers(api: TestClient) -> None:
    page = api.get("/")
    assert page.headers["content-type"].startswith("text/html")
    links = re.findall(r'href="([^"]+)"', page.text)
    assert len(links) > 8
    for link in links:
        assert api.get(link.replace("&amp;", "&")).status_code == 200, link


def test_the_home_page_needs_no_network(api: TestClient) -> None:
    page = api.get("/")
    assert "http" not in page.text.replace("<code>curl", "")
    assert "<script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_the_description_brings_its_own_script(api: TestClient) -> None:
    page = api.get("/docs").text
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page)

    assert len(addresses) == 3
    assert all(address.startswith("/docs/assets/") for address in addresses)
    assert {api.get(address).status_code for address in addresses} == {200}
    assert api.get("/docs/assets/../main.py").status_code == 404


def test_hostile_articles_stay_text(hostile_url: str) -> None:
    def ask() -> Iterator[Any]:
        with open_store(hostile_url) as store, TestClient(make_app(store)) as api:
            yield from (
                api.get(path) for path in ("/claims", "/entities", "/entities?name=<script>", "/arms?supplier=<b>")
            )

    for answer in ask():
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
