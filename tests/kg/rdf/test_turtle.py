from rdflib import RDF, Graph, URIRef

from kg.rdf.namespaces import CG, RESOLVED
from kg.rdf.terms import Quad, count, text, thing
from kg.rdf.turtle import iter_trig, iter_turtle

QUADS: list[Quad] = [
    (thing("Q43"), RDF.type, CG["State"], RESOLVED),
    (thing("Q43"), CG["items"], text("drones"), RESOLVED),
    (thing("Q43"), CG["items"], count(2), RESOLVED),
    (thing("group:a b"), CG["items"], URIRef("https://a.example/"), thing("doc:1")),
]


def body(text: str) -> str:
    return text.partition("XMLSchema#> .\n")[2]


def test_a_graph_is_a_block_and_a_subject_a_paragraph() -> None:
    assert (
        body("".join(iter_trig(QUADS)))
        == """
<https://claimgraph.org/graph/resolved> {
    id:Q43
        a cg:State ;
        cg:items "drones", "2"^^xsd:integer .
}

id:doc:1 {
    <https://claimgraph.org/id/group:a%20b>
        cg:items <https://a.example/> .
}
"""
    )


def test_turtle_knows_no_graphs() -> None:
    assert len(Graph().parse(data="".join(iter_turtle(QUADS)), format="turtle")) == 4
