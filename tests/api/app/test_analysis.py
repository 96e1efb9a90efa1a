"""Analyses over REST: what the command line answers, one at a time, and of no graph that is too large."""

import json
from io import BytesIO
from typing import Any

import networkx as nx
import pytest
from fastapi.testclient import TestClient

from api.app import turns
from api.app.routers import analysis
from kg.stores import open_store
from tests.api.conftest import Kg
from tests.kg.analysis.stories import ALL


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = f"sqlite:{tmp_path_factory.mktemp('analysed') / 'store.db'}"
    with open_store(address, create=True) as store:
        for bundle in ALL:
            store.put(bundle)
    return address


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("/paths?source=Turkey&target=Armenia", ("paths", "Turkey", "Armenia")),
        (
            "/paths?source=Russia&target=Armenia&kind=ArmsSale&follow=true",
            ("paths", "Russia", "Armenia", "--kind", "ArmsSale", "--follow"),
        ),
        ("/brokers", ("brokers",)),
        ("/brokers?kind=AllianceTie&limit=1", ("brokers", "--kind", "alliancetie", "--limit", "1")),
        ("/communities?resolution=10", ("communities", "--resolution", "10")),
        ("/suppliers?recipient=Azerbaijan&years=1", ("suppliers", "Azerbaijan", "--years", "1")),
        ("/suppliers?recipient=Azerbaijan&by=Turkey", ("suppliers", "Azerbaijan", "--by", "Turkey")),
        (
            "/both-sides?one=Armenia&other=Azerbaijan&margin=2",
            ("both-sides", "--between", "Armenia", "--and", "Azerbaijan", "--margin", "2"),
        ),
        (
            "/allies-arming-opponents?whenever=true&status=uncontested",
            ("allies-arming-opponents", "--whenever", "--status", "uncontested"),
        ),
    ],
)
def test_an_analysis_is_that_of_the_command_line(api: TestClient, kg: Kg, path: str, command: tuple[str, ...]) -> None:
    answer = api.get(f"/analysis{path}")
    told = json.loads(kg("analyse", *command, "--json").stdout)

    assert answer.status_code == 200, answer.text
    assert (answer.json()["items"] if isinstance(told, list) else answer.json()) == told
    assert told


def test_a_proposition_is_that_of_the_command_line(api: TestClient, kg: Kg) -> None:
    [found] = api.get("/arms?supplier=Turkey").json()["items"]
    answer = api.get(f"/propositions/{found['proposition']}").json()

    assert answer == json.loads(kg("proposition", found["proposition"], "--json").stdout)
    assert answer["negated"]


@pytest.mark.parametrize(("format_", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networkx_opens_the_graph(api: TestClient, format_: str, read: Any) -> None:
    answer = api.get(f"/analysis/graph?format={format_}&kind=Hostility")

    assert answer.headers["content-type"].startswith("application/xml")
    assert set(read(BytesIO(answer.content))) == {"Q227", "Q399"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/suppliers?recipient=Nobody+Whoever", 404),
        ("/paths?source=Turkey&target=Ankara", 422),
        ("/brokers?kind=Casualties", 422),
        ("/both-sides?margin=101", 422),
        ("/brokers?limit=100000", 422),
        ("/brokers?nonsense=1", 422),
    ],
)
def test_what_cannot_be_asked_is_a_problem(api: TestClient, path: str, status: int) -> None:
    answer = api.get(f"/analysis{path}")

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_graph_that_is_too_large_is_refused(api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "LARGEST", 2)

    answer = api.get("/analysis/communities")
    assert answer.status_code == 422
    assert "ask for fewer kinds" in answer.json()["detail"]
    assert api.get("/analysis/brokers?kind=Hostility").status_code == 200


def test_whoever_waits_for_too_long_is_asked_to_come_again(api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    turn = turns.take_turn()
    next(turn)

    refused = api.get("/analysis/brokers")
    turn.close()  # type: ignore[attr-defined]

    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
    assert api.get("/analysis/brokers").status_code == 200


def test_no_more_wait_than_may(api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(turns.WAITING):
        assert turns._waiting.acquire(blocking=False)

    refused = api.get("/analysis/brokers")
    for _ in range(turns.WAITING):
        turns._waiting.release()

    assert refused.status_code == 503
    assert api.get("/analysis/brokers").status_code == 200


def test_a_turn_is_given_back_after_a_question_that_fails(api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 1.0)
    for _ in range(turns.WAITING + 2):
        assert api.get("/analysis/paths?source=Turkey&target=Ankara").status_code == 422
    assert api.get("/arms").status_code == 200
