"""A claim in RDF: who says it, its positions, and the evidence as selectors of Web Annotation."""

from collections.abc import Iterator

from rdflib import RDF, URIRef

from kg.answers import Claim, Position
from kg.rdf.namespaces import CG, OA
from kg.rdf.terms import Term, Triple, day, iter_values, offset, term, text, thing
from ontology.claim import Evidence, Value
from ontology.schema import SCHEMA


def iter_claim(claim: Claim) -> Iterator[Triple]:
    """The triples of one claim. A claim of nobody named has no claimant."""
    subject = thing(claim.id)
    positions = [(_part(claim, "position", place), position) for place, position in enumerate(claim.positions)]
    evidences = [(_part(claim, "evidence", place), evidence) for place, evidence in enumerate(claim.evidence)]
    yield from _utterance(subject, claim)
    yield from ((subject, CG["position"], part) for part, _ in positions)
    yield from ((subject, CG["evidence"], part) for part, _ in evidences)
    for part, position in positions:
        yield from _position(part, position)
    for part, evidence in evidences:
        yield from _evidence(part, claim, evidence)


def _part(claim: Claim, noun: str, place: int) -> URIRef:
    return thing(claim.id, noun, str(place))


def _utterance(subject: URIRef, claim: Claim) -> Iterator[Triple]:
    yield subject, RDF.type, CG["Claim"]
    yield subject, CG["document"], thing(claim.document)
    if claim.claimant:
        yield subject, CG["claimant"], thing(claim.claimant.id)
    yield from ((subject, CG["relayed_by"], thing(relay.id)) for relay in claim.relayed_by)
    yield subject, CG["stance"], text(claim.stance)
    yield subject, CG["content"], text(claim.content)
    if claim.said_on:
        yield subject, CG["said_on"], day(claim.said_on)


def _position(part: URIRef, position: Position) -> Iterator[Triple]:
    yield part, RDF.type, CG["Position"]
    yield part, CG["proposition"], thing(position.proposition.id)
    yield part, CG["polarity"], text(position.polarity)
    yield part, CG["modality"], text(position.modality)
    for name in sorted(position.qualifiers):
        yield from _qualifier(part, position, name, position.qualifiers[name])


def _qualifier(part: URIRef, position: Position, name: str, value: Value) -> Iterator[Triple]:
    qualifiers = SCHEMA.kinds[position.proposition.kind].qualifiers
    entity = qualifiers.get(name.removesuffix("_id"))
    if entity and entity.type == "entity":
        if name == entity.name:
            yield from ((part, term(f"{name}_as_written"), literal) for literal in iter_values(value, "text"))
        elif isinstance(value, str):
            yield part, term(entity.name), thing(value)
    else:
        type_ = qualifiers[name].type if name in qualifiers else "text"
        yield from ((part, term(name), literal) for literal in iter_values(value, type_))


def _evidence(part: URIRef, claim: Claim, evidence: Evidence) -> Iterator[Triple]:
    selectors = dict(_selectors(part, evidence))
    yield part, RDF.type, CG["Evidence"]
    yield part, OA["hasSource"], thing(claim.document)
    if evidence.record is not None:
        yield part, CG["record"], text(evidence.record)
    yield from ((part, OA["hasSelector"], selector) for selector in selectors)
    for selector, values in selectors.items():
        yield from ((selector, predicate, value) for predicate, value in values)


def _selectors(part: URIRef, evidence: Evidence) -> Iterator[tuple[URIRef, list[tuple[URIRef, Term]]]]:
    if evidence.quote is not None:
        yield part + "/quote", [(RDF.type, OA["TextQuoteSelector"]), (OA["exact"], text(evidence.quote))]
    if evidence.start is not None and evidence.end is not None:
        places = [(OA["start"], offset(evidence.start)), (OA["end"], offset(evidence.end))]
        yield part + "/place", [(RDF.type, OA["TextPositionSelector"]), *places]
