"""Quads as TriG and triples as Turtle, written as they come: prefixes, then a block a graph, a paragraph a subject."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from rdflib import RDF, URIRef

from kg.rdf.namespaces import PREFIXES
from kg.rdf.nquads import to_quoted, to_token
from kg.rdf.terms import Quad, Term

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:-]*[A-Za-z0-9_])?")


def iter_turtle(quads: Iterable[Quad]) -> Iterator[str]:
    """Turtle of the quads, whatever graph they stand in."""
    yield from _prefixes()
    yield from _subjects(quads, "")


def iter_trig(quads: Iterable[Quad]) -> Iterator[str]:
    """TriG of the quads; a graph that comes again gets another block."""
    yield from _prefixes()
    for graph, members in groupby(quads, key=lambda quad: quad[3]):
        yield f"\n{_short(graph)} {{"
        yield from _subjects(members, "    ")
        yield "}\n"


def _prefixes() -> Iterator[str]:
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"


def _subjects(quads: Iterable[Quad], indent: str) -> Iterator[str]:
    for subject, members in groupby(quads, key=lambda quad: quad[0]):
        yield f"\n{indent}{_short(subject)}\n"
        yield " ;\n".join(f"{indent}    {line}" for line in _predicates(members))
        yield " .\n"


def _predicates(quads: Iterable[Quad]) -> Iterator[str]:
    for predicate, members in groupby(quads, key=lambda quad: quad[1]):
        verb = "a" if predicate == RDF.type else _short(predicate)
        yield f"{verb} {', '.join(_token(object_) for _, _, object_, _ in members)}"


def _token(term: Term) -> str:
    if isinstance(term, URIRef):
        return _short(term)
    return f"{to_quoted(term)}^^{_short(term.datatype)}" if term.datatype else to_quoted(term)


@lru_cache(maxsize=4096)
def _short(iri: URIRef) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return to_token(iri)
