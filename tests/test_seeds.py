"""What the articles that the project began with must answer, on both backends, where they lie beside the checkout."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kg.answers import Status
from kg.questions.arms import ArmsQuery, arms
from kg.questions.claims import ClaimPosition, ClaimsQuery, claims
from kg.questions.propositions import PropositionsQuery, iter_propositions
from kg.store import Store
from kg.stores import open_store
from loaders.load import Loaded, iter_bundles
from ontology.claim import Modality, Polarity
from tests.conftest import driver

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside this checkout")


@pytest.fixture(params=["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return (
        str(request.getfixturevalue("empty_neo4j")) if request.param == "neo4j" else f"sqlite:{tmp_path / 'seeds.db'}"
    )


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url, create=True) as opened:
        loaded = [one for one in iter_bundles([SEEDS]) if isinstance(one, Loaded)]
        assert len(loaded) == 2
        for one in loaded:
            opened.put(one.bundle)
        yield opened


def who(rows: Sequence[ClaimPosition], polarity: Polarity, modality: Modality = Modality.ASSERTED) -> list[str]:
    """Who takes a side, in order, each once."""
    taking = [row.claimant for row in rows if (row.polarity, row.modality) == (polarity, modality)]
    return sorted({claimant.name if claimant else "" for claimant in taking})


def control(store: Store) -> list[ClaimPosition]:
    """The positions on Azerbaijan's control of the town, by either of its names."""
    rows = claims(store, ClaimsQuery(about="Shushi", kind="Control"))
    assert rows == claims(store, ClaimsQuery(about="Shusha", kind="Control"))
    return [row for row in rows if row.proposition and row.proposition.roles["controller"].name == "Azerbaijan"]


def tolls(store: Store) -> set[tuple[str, object, object]]:
    """Who states which bounds."""
    rows = claims(store, ClaimsQuery(kind="Casualties"))
    return {(row.claimant.name, row.qualifiers["low"], row.qualifiers["high"]) for row in rows if row.claimant}


def test_four_pairs_arm_each_other_each_with_its_sentence(store: Store) -> None:
    links = {(link.supplier.name, link.recipient.name): link for link in arms(store, ArmsQuery())}

    assert set(links) == {
        ("Israel", "Azerbaijan"),
        ("Russia", "Armenia"),
        ("Russia", "Azerbaijan"),
        ("Turkey", "Azerbaijan"),
    }
    assert links["Israel", "Azerbaijan"].items == links["Turkey", "Azerbaijan"].items == ("drones",)
    quotes = {pair: getattr(link.claims[0].evidence[0], "quote", "") for pair, link in links.items()}
    assert quotes["Turkey", "Azerbaijan"] == "The Turks and Israelis have sold drones to Azerbaijan."
    assert quotes["Russia", "Armenia"] == quotes["Russia", "Azerbaijan"]
    assert quotes["Russia", "Armenia"].startswith("Russia has ties with and sells arms to both sides")


def test_control_of_the_town_is_contested(store: Store) -> None:
    rows = control(store)

    assert {row.proposition.status for row in rows if row.proposition} == {Status.CONTESTED}
    assert who(rows, Polarity.AFFIRMS) == ["Ilham Aliyev"]
    assert who(rows, Polarity.NEGATES) == ["Armenian officials"]
    affirmed = {evidence.document for row in rows if row.polarity is Polarity.AFFIRMS for evidence in row.evidence}
    assert len(affirmed) == 2


def test_the_fighting_that_goes_on_is_its_speakers_claim(store: Store) -> None:
    said = [row for row in claims(store, ClaimsQuery()) if "fighting in Shushi is continuing" in row.content]

    assert {row.claimant.name for row in said if row.claimant and row.relayed_by} == {"Artsrun Ovannisian"}


def test_no_toll_is_merged_into_another(store: Store) -> None:
    assert tolls(store) >= {
        ("analysts", 1000, None),
        ("Vladimir Putin", 5000, 5000),
        ("Associated Press", 100, None),
    }


def test_the_ceasefire_is_a_rumour_and_no_agreement(store: Store) -> None:
    asserted = frozenset({Status.UNCONTESTED, Status.CONTESTED})

    [rumoured] = iter_propositions(store, PropositionsQuery(kind="Agreement"))
    assert rumoured.status is Status.RUMOURED
    assert not list(iter_propositions(store, PropositionsQuery(kind="Agreement", statuses=asserted)))
    assert not [edge for edge in store.iter_shortcuts() if edge.relationship == "AGREES_WITH"]


def test_a_caption_that_is_repeated_counts_once_with_each_place(store: Store) -> None:
    repeated = [row for row in claims(store, ClaimsQuery(kind="Casualties")) if "three civilians" in row.content]

    assert [(len(row.evidence), row.qualifiers["low"]) for row in repeated] == [(3, 3)]


def test_local_forces_are_not_the_state(store: Store) -> None:
    rows = claims(store, ClaimsQuery(about="Nagorno-Karabakh", kind="Control"))

    controllers = {row.proposition.roles["controller"].name for row in rows if row.proposition}
    assert "local ethnic Armenian forces" in controllers
    assert "Armenia" not in controllers


@pytest.mark.neo4j
def test_a_naive_match_finds_no_agreement(empty_neo4j: str) -> None:
    with open_store(empty_neo4j, create=True) as store:
        for one in iter_bundles([SEEDS]):
            if isinstance(one, Loaded):
                store.put(one.bundle)

    with driver(empty_neo4j) as asked:
        assert not asked.execute_query("MATCH (a)-[:AGREES_WITH]-(b) RETURN a, b").records
        assert len(asked.execute_query("MATCH (a)-[:SELLS_ARMS_TO]->(b) RETURN a, b").records) == 4
