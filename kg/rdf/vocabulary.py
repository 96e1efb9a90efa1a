"""The vocabulary of the exports, made from the schema: a small Turtle file that says what each term means."""

from collections.abc import Iterator, Mapping
from typing import TextIO

from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from kg.rdf.namespaces import BESIDE, CG, GRAPH, SCHEMA_ORG, from_curie
from kg.rdf.terms import Triple, term, text
from kg.rdf.turtle import iter_turtle
from kg.rdf.words import CLASSES, LINKS, VALUES
from ontology.schema import SCHEMA, EntityClass, PropositionKind, Qualifier, Role

_WITHOUT_BRACES = str.maketrans("", "", "{}")


def to_vocabulary(out: TextIO) -> None:
    """Every class and property of the exports with label, meaning and alignments, as Turtle."""
    by_subject: dict[URIRef, dict[Triple, None]] = {}
    for triple in _iter_terms():
        by_subject.setdefault(triple[0], {})[triple] = None
    everything = (triple for subject in sorted(by_subject) for triple in sorted(by_subject[subject]))
    out.writelines(iter_turtle((*triple, GRAPH["vocabulary"]) for triple in everything))


def _iter_terms() -> Iterator[Triple]:
    for class_ in SCHEMA.classes.values():
        yield from _class(class_)
    for kind in SCHEMA.kinds.values():
        yield from _kind(kind)
    yield from _words(CLASSES, OWL.Class, RDFS.subClassOf)
    yield from _words(LINKS, OWL.ObjectProperty, RDFS.subPropertyOf)
    yield from _words(VALUES, OWL.DatatypeProperty, RDFS.subPropertyOf)


def _class(class_: EntityClass) -> Iterator[Triple]:
    yield from _described(URIRef(class_.iri), OWL.Class, class_.label, class_.definition)
    yield from ((URIRef(class_.iri), RDFS.subClassOf, term(parent)) for parent in class_.parents)
    yield from _aligned(URIRef(class_.iri), class_.alignments)


def _kind(kind: PropositionKind) -> Iterator[Triple]:
    subject = URIRef(kind.iri)
    yield from _described(subject, OWL.Class, kind.label, kind.definition)
    yield subject, RDFS.subClassOf, CG["Proposition"]
    yield from _aligned(subject, kind.alignments)
    for role in kind.roles.values():
        yield from _role(subject, role)
    for qualifier in kind.qualifiers.values():
        yield from _qualifier(qualifier)
    yield from _shortcut(kind)


def _role(kind: URIRef, role: Role) -> Iterator[Triple]:
    subject = term(role.name)
    yield from _property(subject, role.range, role.codes)
    yield subject, RDFS.label, text(role.name)
    yield subject, SCHEMA_ORG["domainIncludes"], kind


def _qualifier(qualifier: Qualifier) -> Iterator[Triple]:
    subject = term(qualifier.name)
    yield from _property(subject, qualifier.range, qualifier.codes)
    yield subject, RDFS.label, text(qualifier.name.replace("_", " "))
    yield subject, SCHEMA_ORG["domainIncludes"], CG["Position"]
    if qualifier.label != qualifier.name:
        yield subject, RDFS.comment, text(qualifier.label)
    if qualifier.range:
        as_written = term(f"{qualifier.name}_as_written")
        meaning = f"What stands under {qualifier.name}, in the document's words."
        yield from _described(as_written, OWL.DatatypeProperty, f"{qualifier.name} as written", meaning)


def _property(subject: URIRef, range_: str | None, codes: tuple[str, ...]) -> Iterator[Triple]:
    yield subject, RDF.type, OWL.ObjectProperty if range_ else OWL.DatatypeProperty
    if range_:
        yield subject, SCHEMA_ORG["rangeIncludes"], term(range_)
    yield from ((subject, SKOS.example, text(code)) for code in codes)


def _shortcut(kind: PropositionKind) -> Iterator[Triple]:
    if kind.shortcut:
        subject = term(kind.shortcut)
        sentence = kind.sentence.translate(_WITHOUT_BRACES)
        meaning = f"Derived, in a graph of its status: somebody affirms as asserted that {sentence}."
        yield from _described(subject, OWL.ObjectProperty, kind.shortcut.lower().replace("_", " "), meaning)
        if kind.symmetric:
            yield subject, RDF.type, OWL.SymmetricProperty


def _words(words: Mapping[str, str], type_: URIRef, below: URIRef) -> Iterator[Triple]:
    for name, meaning in words.items():
        yield from _described(CG[name], type_, name.replace("_", " "), meaning)
        yield from ((CG[name], below, other) for other in BESIDE.get(CG[name], ()))


def _described(subject: URIRef, type_: URIRef, label: str, meaning: str) -> Iterator[Triple]:
    yield subject, RDF.type, type_
    yield subject, RDFS.label, text(label)
    yield subject, RDFS.comment, text(meaning)


def _aligned(subject: URIRef, alignments: Mapping[str, str]) -> Iterator[Triple]:
    for scheme, aligned in alignments.items():
        iri = from_curie(aligned)
        yield (subject, SKOS.closeMatch, iri) if iri else (subject, SKOS.note, text(f"{scheme}: {aligned}"))
