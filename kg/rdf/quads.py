"""The quads of a store: one graph a document, one of what is resolved across documents, one of shortcuts a status."""

from collections.abc import Iterable, Iterator

from rdflib import RDF, URIRef

from kg.rdf.claims import iter_claim
from kg.rdf.documents import iter_document
from kg.rdf.entities import iter_entity
from kg.rdf.namespaces import BESIDE, RESOLVED, shortcut_graph
from kg.rdf.propositions import iter_proposition
from kg.rdf.shortcuts import iter_shortcut
from kg.rdf.terms import Quad, Triple, thing
from kg.store import ClaimFilter, Reader


def iter_quads(store: Reader) -> Iterator[Quad]:
    """Every quad, graph by graph, in an order that all backends share. The default graph stays empty."""
    yield from iter_stated(store)
    yield from _shortcuts(store)


def iter_stated(store: Reader) -> Iterator[Quad]:
    """All quads but the shortcuts."""
    yield from _documents(store)
    yield from _in(RESOLVED, _resolved(store))


def _documents(store: Reader) -> Iterator[Quad]:
    for document in store.iter_documents():
        graph = thing(document.id)
        yield from _in(graph, iter_document(document))
        for claim in store.iter_claims(ClaimFilter(document=document.id)):
            yield from _in(graph, iter_claim(claim))


def _resolved(store: Reader) -> Iterator[Triple]:
    for entity in store.iter_entities():
        yield from iter_entity(entity)
    for proposition in store.iter_propositions():
        yield from iter_proposition(proposition)


def _shortcuts(store: Reader) -> Iterator[Quad]:
    for shortcut in sorted(store.iter_shortcuts(), key=lambda s: s.status):
        yield from _in(shortcut_graph(shortcut.status), iter_shortcut(shortcut))


def _in(graph: URIRef, triples: Iterable[Triple]) -> Iterator[Quad]:
    for subject, predicate, object_ in triples:
        yield subject, predicate, object_, graph
        yield from ((subject, other, object_, graph) for other in BESIDE.get(predicate, ()))
        if predicate == RDF.type and isinstance(object_, URIRef):
            yield from ((subject, predicate, other, graph) for other in BESIDE.get(object_, ()))
