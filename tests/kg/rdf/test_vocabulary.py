from io import StringIO

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from kg.rdf.namespaces import CG, SCHEMA_ORG, WD, from_curie
from kg.rdf.vocabulary import to_vocabulary
from kg.rdf.words import CLASSES, LINKS, VALUES
from ontology.schema import SCHEMA


def vocabulary() -> Graph:
    out = StringIO()
    to_vocabulary(out)
    return Graph().parse(data=out.getvalue(), format="turtle")


def test_every_class_and_property_has_a_type_a_label_and_a_home() -> None:
    graph = vocabulary()
    for name in (*SCHEMA.classes, *SCHEMA.kinds, *CLASSES, *LINKS, *VALUES):
        assert (CG[name], RDF.type, None) in graph
        assert (CG[name], RDFS.label, None) in graph
        assert (CG[name], RDFS.comment, None) in graph


def test_a_class_stands_below_its_parents_and_beside_its_alignments() -> None:
    graph = vocabulary()
    assert set(graph.objects(CG["State"], RDFS.subClassOf)) == {CG["Actor"], CG["Place"]}
    assert (CG["State"], SKOS.closeMatch, WD["Q3624078"]) in graph
    assert (CG["claimant"], RDFS.subPropertyOf, SCHEMA_ORG["author"]) in graph


def test_a_role_names_the_kinds_that_have_it_and_the_classes_that_fill_it() -> None:
    graph = vocabulary()
    assert (CG["supplier"], SCHEMA_ORG["domainIncludes"], CG["ArmsSale"]) in graph
    assert (CG["supplier"], SCHEMA_ORG["rangeIncludes"], CG["Actor"]) in graph
    assert (CG["stage"], SKOS.example, Literal("completed")) in graph


def test_a_symmetric_shortcut_says_so() -> None:
    assert (CG["ALLIED_WITH"], RDF.type, OWL.SymmetricProperty) in vocabulary()


def test_no_property_holds_now_a_thing_and_now_a_word() -> None:
    graph = vocabulary()
    links = set(graph.subjects(RDF.type, OWL.ObjectProperty))
    values = set(graph.subjects(RDF.type, OWL.DatatypeProperty))
    assert links & values == set()


def test_no_role_or_qualifier_takes_a_word_of_the_mapping() -> None:
    of_schema = {name for kind in SCHEMA.kinds.values() for name in (*kind.roles, *kind.qualifiers)}
    assert of_schema & {*CLASSES, *LINKS, *VALUES} == set()


def test_only_a_prefixed_name_is_an_alignment_to_follow() -> None:
    assert from_curie("schema:Country") == URIRef("https://schema.org/Country")
    assert from_curie("trade register row") is None
    assert from_curie("plover: AID/military") is None
    assert from_curie("") is None
