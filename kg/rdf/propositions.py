"""A proposition in RDF: a thing with roles and a status, never a plain triple between its actors."""

from collections.abc import Iterator

from rdflib import RDF, RDFS, URIRef

from kg.answers import Proposition
from kg.rdf.namespaces import CG
from kg.rdf.terms import Term, Triple, count, term, text, thing
from ontology.schema import SCHEMA


def iter_proposition(proposition: Proposition) -> Iterator[Triple]:
    """The triples of one proposition, its standing among them."""
    subject = thing(proposition.id)
    yield subject, RDF.type, URIRef(SCHEMA.kinds[proposition.kind].iri)
    yield subject, RDF.type, CG["Proposition"]
    yield subject, RDFS.label, text(proposition_sentence(proposition))
    for role in sorted(proposition.roles):
        yield subject, term(role), _filler(proposition, role)
    if proposition.private_to:
        yield subject, CG["private_to"], thing(proposition.private_to)
    yield from _standing(subject, proposition)


def proposition_sentence(proposition: Proposition) -> str:
    """The proposition in words."""
    return SCHEMA.kinds[proposition.kind].in_words({role: named.name for role, named in proposition.roles.items()})


def _filler(proposition: Proposition, role: str) -> Term:
    is_code = not SCHEMA.kinds[proposition.kind].roles[role].range
    id_ = proposition.roles[role].id
    return text(id_) if is_code else thing(id_)


def _standing(subject: URIRef, proposition: Proposition) -> Iterator[Triple]:
    yield subject, CG["status"], text(proposition.status)
    yield from ((subject, CG["asserted_by"], thing(who.id)) for who in proposition.asserted_by)
    yield from ((subject, CG["denied_by"], thing(who.id)) for who in proposition.denied_by)
    yield subject, CG["origins"], count(proposition.origins)
