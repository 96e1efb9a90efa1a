from rdflib import OWL, SKOS, Literal, URIRef

from kg.answers import Entity
from kg.rdf.entities import entity_classes, iter_entity
from kg.rdf.namespaces import CG, SCHEMA_ORG, WD
from kg.rdf.terms import thing

AZERBAIJAN = Entity("Q227", "State", "Azerbaijan", ("Azerbaijan", "Baku"), ("doc:1",))


def test_an_entity_has_its_names_and_documents() -> None:
    triples = list(iter_entity(AZERBAIJAN))
    assert (thing("Q227"), SKOS.prefLabel, Literal("Azerbaijan")) in triples
    assert [o for _, p, o in triples if p == SKOS.altLabel] == [Literal("Baku")]
    assert (thing("Q227"), CG["mentioned_in"], thing("doc:1")) in triples


def test_a_class_comes_with_all_above_it_and_their_alignments() -> None:
    classes = entity_classes("State")
    assert classes[:4] == (CG["State"], CG["Actor"], CG["Place"], CG["Entity"])
    assert SCHEMA_ORG["Country"] in classes


def test_only_a_qid_is_the_same_as_an_item_of_wikidata() -> None:
    same = [o for _, p, o in iter_entity(AZERBAIJAN) if p == OWL.sameAs]
    assert same == [WD["Q227"]]
    slugged = Entity("person:q227", "Person", "Q227")
    assert all(p != OWL.sameAs for _, p, _ in iter_entity(slugged))
    assert all(isinstance(s, URIRef) for s, _, _ in iter_entity(slugged))
