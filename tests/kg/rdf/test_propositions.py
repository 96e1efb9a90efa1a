from rdflib import RDF, RDFS, Literal

from kg.answers import Named, Proposition, Status
from kg.rdf.namespaces import CG
from kg.rdf.propositions import iter_proposition
from kg.rdf.terms import count, thing

SHUSHA = Named("place:shusha", "Shusha")


def test_a_proposition_is_a_thing_with_roles_and_a_standing() -> None:
    azerbaijan, armenia = Named("Q227", "Azerbaijan"), Named("Q399", "Armenia")
    roles = {"controller": azerbaijan, "place": SHUSHA}
    contested = Proposition("prop:1", "Control", roles, Status.CONTESTED, (azerbaijan,), (armenia,), 1)
    triples = list(iter_proposition(contested))
    assert triples == [
        (thing("prop:1"), RDF.type, CG["Control"]),
        (thing("prop:1"), RDF.type, CG["Proposition"]),
        (thing("prop:1"), RDFS.label, Literal("Azerbaijan controls Shusha")),
        (thing("prop:1"), CG["controller"], thing("Q227")),
        (thing("prop:1"), CG["place"], thing("place:shusha")),
        (thing("prop:1"), CG["status"], Literal("contested")),
        (thing("prop:1"), CG["asserted_by"], thing("Q227")),
        (thing("prop:1"), CG["denied_by"], thing("Q399")),
        (thing("prop:1"), CG["origins"], count(1)),
    ]


def test_a_code_stays_a_word_and_a_missing_role_three_dots() -> None:
    killed = Named("killed", "killed")
    toll = Proposition("prop:1", "Casualties", {"harm": killed}, Status.OPEN, private_to="doc:1")
    triples = list(iter_proposition(toll))
    assert (thing("prop:1"), CG["harm"], Literal("killed")) in triples
    assert (thing("prop:1"), RDFS.label, Literal("people killed")) in triples
    assert (thing("prop:1"), CG["private_to"], thing("doc:1")) in triples
