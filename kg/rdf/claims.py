"""A claim in RDF: who says it, its positions, and the evidence as selectors of Web Annotation."""

from collections.abc import Iterator

from rdflib import RDF, URIRef

from kg.answers import Claim, Position
from kg.rdf.namespaces import CG, OA
from kg.rdf.terms import Triple, day, iter_values, offset, term, text, thing
from ontology.claim import Evidence, Value
from ontology.schema import SCHEMA


def iter_claim(claim: Claim) -> Iterator[Triple]:
    """The triples of one claim. A claim of nobody named has no claimant."""
    subject = thing(claim.id)
    yield subject, RDF.type, CG["Claim"]
    yield subject, CG["document"], thing(claim.document)
    if claim.claimant:
        yield subject, CG["claimant"], thing(claim.claimant.id)
    yield from ((subject, CG["relayed_by"], thing(relay.id)) for relay in claim.relayed_by)
    yield subject, CG["stance"], text(claim.stance)
    yield subject, CG["content"], text(claim.content)
    if claim.said_on:
        yield subject, CG["said_on"], day(claim.said_on)
    yield from _positions(claim)
    yield from _evidence(claim)


def _positions(claim: Claim) -> Iterator[Triple]:
    for place, position in enumerate(claim.positions):
        part = thing(claim.id, "position", str(place))
        yield thing(claim.id), CG["position"], part
        yield from _position(part, position)


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


def _evidence(claim: Claim) -> Iterator[Triple]:
    for place, evidence in enumerate(claim.evidence):
        part = thing(claim.id, "evidence", str(place))
        yield thing(claim.id), CG["evidence"], part
        yield part, RDF.type, CG["Evidence"]
        yield part, OA["hasSource"], thing(claim.document)
        if evidence.record is not None:
            yield part, CG["record"], text(evidence.record)
        yield from _quote(part, evidence)
        yield from _place(part, evidence)


def _quote(part: URIRef, evidence: Evidence) -> Iterator[Triple]:
    if evidence.quote is not None:
        selector = part + "/quote"
        yield part, OA["hasSelector"], selector
        yield selector, RDF.type, OA["TextQuoteSelector"]
        yield selector, OA["exact"], text(evidence.quote)


def _place(part: URIRef, evidence: Evidence) -> Iterator[Triple]:
    if evidence.start is not None and evidence.end is not None:
        selector = part + "/place"
        yield part, OA["hasSelector"], selector
        yield selector, RDF.type, OA["TextPositionSelector"]
        yield selector, OA["start"], offset(evidence.start)
        yield selector, OA["end"], offset(evidence.end)
