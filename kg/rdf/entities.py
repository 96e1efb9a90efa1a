"""An entity in RDF: its classes, its names, the documents that speak of it, and who it is to Wikidata."""

import re
from collections.abc import Iterator
from functools import cache

from rdflib import OWL, RDF, SKOS, URIRef

from kg.answers import Entity
from kg.rdf.namespaces import CG, WD, from_curie
from kg.rdf.terms import Triple, text, thing
from ontology.schema import SCHEMA

_QID = re.compile(r"Q[1-9][0-9]*")
_CLASS_VOCABULARIES = ("schema.org", "sem", "skos", "prov")


def iter_entity(entity: Entity) -> Iterator[Triple]:
    """The triples of one entity."""
    subject = thing(entity.id)
    yield from ((subject, RDF.type, class_) for class_ in entity_classes(entity.type))
    yield subject, SKOS.prefLabel, text(entity.name)
    yield from ((subject, SKOS.altLabel, text(name)) for name in entity.names if name != entity.name)
    yield from ((subject, CG["mentioned_in"], thing(document)) for document in entity.documents)
    if _QID.fullmatch(entity.id):
        yield subject, OWL.sameAs, WD[entity.id]


@cache
def entity_classes(type_: str) -> tuple[URIRef, ...]:
    """A class with all that stand above it, then the classes of others that they are aligned with."""
    line = [SCHEMA.classes[name] for name in SCHEMA.iter_ancestors(type_)]
    aligned = [from_curie(c.alignments.get(v, "")) for c in line for v in _CLASS_VOCABULARIES]
    return tuple(dict.fromkeys([URIRef(c.iri) for c in line] + [iri for iri in aligned if iri]))
