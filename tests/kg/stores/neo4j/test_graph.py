"""The graph as somebody sees it who explores it by hand."""

from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from kg.store import Store
from kg.stores import open_store
from ontology.claim import Stance
from ontology.identity import document_id
from tests.conftest import driver
from tests.kg.articles import (
    ALIYEV,
    ARMENIA,
    AZERBAIJAN,
    HERALD,
    RUSSIA,
    SHUSHA,
    WIRE,
    Said,
    Somebody,
    arms,
    article,
    control,
    stated,
)
from tests.kg.stories import STORIES

pytestmark = pytest.mark.neo4j


@pytest.fixture
def store(empty_neo4j: str) -> Iterator[Store]:
    with open_store(empty_neo4j, create=True) as opened:
        yield opened


@pytest.fixture
def graph(empty_neo4j: str) -> Iterator[neo4j.Driver]:
    with driver(empty_neo4j) as bare:
        yield bare


def ask(graph: neo4j.Driver, query: str, **parameters: Any) -> list[list[Any]]:
    return [record.values() for record in graph.execute_query(query, parameters).records]


def test_a_naive_look_shows_named_nodes_and_nothing_internal(store: Store, graph: neo4j.Driver) -> None:
    for bundle in STORIES:
        store.put(bundle)
    found = ask(graph, "MATCH (a)-[r]->(b) RETURN a, r, b LIMIT 100")
    assert found
    for a, _, b in found:
        for node in (a, b):
            assert node["id"]
            assert node["name"]
            assert not any(label.startswith("_") for label in node.labels)
    assert ask(graph, "MATCH (n) WHERE n.name IS NULL RETURN DISTINCT labels(n) AS labels ORDER BY labels") == [
        [["_Head"]],
        [["_Log"]],
    ]


def test_a_claim_reads_from_the_speaker_to_the_place(store: Store, graph: neo4j.Driver) -> None:
    taken = Said(ALIYEV, "Shusha is ours.", (control(AZERBAIJAN, SHUSHA, from_="2020-11"),), relayed_by=(HERALD,))
    store.put(article("id:a", taken, agency=WIRE))
    assert ask(
        graph,
        "MATCH (who:Person)-[:MAKES]->(c:Claim)-[a:AFFIRMS]->(p:Proposition:Control), "
        "(p)-[:CONTROLLER]->(s:Actor:Place:State), "
        "(p)-[:PLACE]->(t:Place), (c)-[q:QUOTED_IN]->(d:Document)<-[:PUBLISHES]-(paper), (paper)-[:RELAYS]->(c), "
        "(d)-[:CREDITS]->(agency) "
        "RETURN c.name, c.stance, a.modality, a.from, p.name, p.status, p.asserted_by, s.iso2, t.name, q.quote, "
        "q.start, q.end, d.name, d.publisher, paper.name, agency.name",
    ) == [
        [
            "Ilham Aliyev asserts",
            "asserts",
            "asserted",
            "2020-11",
            "Azerbaijan controls Shusha",
            "uncontested",
            ["Ilham Aliyev"],
            "AZ",
            "Shusha",
            "Shusha is ours.",
            0,
            15,
            "Title of id:a",
            "The Herald",
            "The Herald",
            "Associated Press",
        ]
    ]


def test_who_arms_whom_is_one_edge_a_pair(store: Store, graph: neo4j.Driver) -> None:
    drones, jets = Somebody("drones of a test", "Weapon"), Somebody("jets of a test", "Weapon")
    for number, item in enumerate((drones, jets, drones)):
        sold = Said(HERALD, f"Sold, says number {number}.", (arms(RUSSIA, ARMENIA, item=item, ordered=f"201{number}"),))
        store.put(article(f"id:{number}", sold))
    assert ask(
        graph,
        "MATCH (a:State)-[r:SELLS_ARMS_TO]->(b:State) MATCH (p:ArmsSale {id: r.proposition}) "
        "RETURN a.name, b.name, r.status, r.items, r.first, r.last, r.claims, r.origins, r.quote, p.name",
    ) == [
        [
            "Russia",
            "Armenia",
            "uncontested",
            ["drones of a test", "jets of a test"],
            "2010",
            "2012",
            3,
            3,
            "Sold, says number 0.",
            "Russia sells arms to Armenia",
        ]
    ]


def test_a_rumour_a_denial_and_a_demand_make_no_edge(store: Store, graph: neo4j.Driver) -> None:
    sides = {"a": AZERBAIJAN, "b": ARMENIA}
    store.put(
        article(
            "id:a",
            Said(None, "A ceasefire may be near.", (stated("Agreement", sides, modality="rumoured"),)),
            Said(ALIYEV, "There is no fighting.", (stated("Hostility", sides, polarity="negates"),)),
            Said(ALIYEV, "Russia must arm nobody.", (arms(RUSSIA, ARMENIA, polarity="negates"),), Stance.DEMANDS),
        )
    )
    assert ask(graph, "MATCH (a:Entity)-[r]-(b:Entity) RETURN r") == []
    assert ask(graph, "MATCH (c)-[r:MENTIONS]->(p) RETURN c.name, r.polarity, p.name, p.status") == [
        ["Ilham Aliyev demands", "negates", "Russia sells arms to Armenia", "open"]
    ]
    assert ask(graph, "MATCH (c:Claim)-[:AFFIRMS]->(:Agreement) RETURN c.name") == [["Unattributed asserts"]]


def test_a_proposition_is_labelled_while_it_is_contested(store: Store, graph: neo4j.Driver) -> None:
    def contested() -> list[list[Any]]:
        return ask(graph, "MATCH (p:Contested) RETURN p.name, p.status, labels(p)")

    store.put(article("id:a", Said(ALIYEV, "Shusha is ours.", (control(AZERBAIJAN, SHUSHA),))))
    assert contested() == []
    store.put(article("id:b", Said(HERALD, "It is not.", (control(AZERBAIJAN, SHUSHA, polarity="negates"),))))
    [[name, status, labels]] = contested()
    assert (name, status) == ("Azerbaijan controls Shusha", "contested")
    assert {*labels} == {"Proposition", "Control", "Contested"}
    store.withdraw(document_id("id:b"))
    assert contested() == []


def test_a_document_is_light_and_its_text_is_in_the_log(store: Store, graph: neo4j.Driver) -> None:
    text = "It fell. " * 10_000
    store.put(article("id:a", Said(HERALD, text.strip(), ())))
    [[document]] = ask(graph, "MATCH (d:Document) RETURN d")
    assert sum(len(str(value)) for value in dict(document).values()) < 1000
    found = store.get_document(document_id("id:a"))
    assert found
    assert found.text == text.strip()


def test_labels_follow_when_an_entity_is_read_as_something_else(store: Store, graph: neo4j.Driver) -> None:
    def labels() -> list[str]:
        [[found]] = ask(graph, "MATCH (e:Entity {id: 'place:of-a-test'}) RETURN labels(e) AS labels")
        return sorted(found)

    town, state = (Somebody("Hadrut", type_, "place:of-a-test") for type_ in ("Place", "State"))
    for key, what in (("id:a", town), ("id:b", state), ("id:c", state)):
        store.put(article(key, Said(HERALD, "Many died.", (stated("Casualties", {"harm": "killed", "place": what}),))))
    assert labels() == ["Actor", "Entity", "Place", "State"]
    store.withdraw(document_id("id:b"))
    store.withdraw(document_id("id:c"))
    assert labels() == ["Entity", "Place"]


def test_names_follow_when_an_entity_is_named_otherwise(store: Store, graph: neo4j.Driver) -> None:
    def names() -> list[str]:
        found = ask(
            graph,
            "MATCH (e {id: 'person:of-a-test'})-[:MAKES]->(c)-[:AFFIRMS]->(p:Control {id: $id}) "
            "RETURN DISTINCT e.name, c.name, p.asserted_by[0]",
            id=next(p.id for p in store.iter_propositions() if p.kind == "Control"),
        )
        return list(found[0])

    short, long = (Somebody(name, "Person", "person:of-a-test") for name in ("Ovannisian", "Artsrun Ovannisian"))
    store.put(article("id:a", Said(short, "It fell.", (control(ARMENIA, SHUSHA),))))
    assert names() == ["Ovannisian", "Ovannisian asserts", "Ovannisian"]
    store.put(article("id:b", Said(HERALD, "He spoke.", (stated("Office", {"holder": long, "of": ARMENIA}),))))
    assert names() == ["Artsrun Ovannisian", "Artsrun Ovannisian asserts", "Artsrun Ovannisian"]
    assert ask(graph, "MATCH (o:Office) RETURN o.name") == [["Artsrun Ovannisian holds an office in Armenia"]]
    store.withdraw(document_id("id:b"))
    assert names() == ["Ovannisian", "Ovannisian asserts", "Ovannisian"]


@pytest.mark.parametrize(
    "name", ["Bob`]->() DETACH DELETE n //", "{supplier} {0} %s", "'}) MATCH (n) DETACH DELETE n //"]
)
def test_a_name_is_never_code(store: Store, graph: neo4j.Driver, name: str) -> None:
    mallory = Somebody(name, "Person", mentions=(f"the {name}",))
    store.put(article("id:a", Said(mallory, name, (control(mallory, SHUSHA),))))
    assert ask(graph, "MATCH (p:Control) RETURN p.name, p.asserted_by") == [[f"{name} controls Shusha", [name]]]
    assert ask(graph, "MATCH (c:Claim) RETURN c.name, c.content") == [[f"{name} asserts", name]]
    labels = {label for [found] in ask(graph, "MATCH (n) RETURN labels(n)") for label in found}
    assert "Person" in labels
    assert all(label.replace("_", "").isalpha() for label in labels)


def test_a_withdrawn_graph_leaves_the_log_and_nothing_else(store: Store, graph: neo4j.Driver) -> None:
    for bundle in STORIES:
        store.put(bundle)
    for bundle in STORIES:
        store.withdraw(document_id(bundle.document.key))
    assert ask(graph, "MATCH (n) RETURN DISTINCT labels(n) AS labels ORDER BY labels") == [[["_Head"]], [["_Log"]]]
    assert ask(graph, "MATCH ()-[r]->() RETURN count(r)") == [[0]]
