"""Records as answers: the way back from the graph, in the orders that the interface promises."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.answers import Claim, Document, Entity, Named, Position, Proposition, Shortcut, Status, Told
from kg.standing import Vote
from kg.stores.neo4j.encoding import POSITION_PROPERTIES
from kg.stores.neo4j.vocabulary import KINDS_BY_SHORTCUT, ROLES
from ontology.bundle import Reject
from ontology.claim import Evidence, Modality, Polarity, Stance, Value
from ontology.document import Form, Part, PartKind
from ontology.schema import SCHEMA

Found = Mapping[str, Any]


def to_entity(entity: Found) -> Entity:
    """An entity."""
    return Entity(
        entity["id"], entity["type"], entity["name"], tuple(entity["names"]), tuple(sorted(entity["documents"]))
    )


def to_document(document: Found, text: str | None = None) -> Document:
    """A document, with its text where it is at hand."""
    return Document(
        id=document["id"],
        key=document["key"],
        version=document["version"],
        form=Form(document["form"]),
        publisher=Named(*document["published_by"][0]),
        url=document.get("url"),
        title=document.get("title"),
        published=document.get("published"),
        language=document.get("language"),
        agency=Named(*document["credited"][0]) if document["credited"] else None,
        text=text,
        parts=tuple(map(_part, document["parts"])),
    )


def to_text(bundle: str) -> str | None:
    """The text of a document, out of the log's JSON."""
    text: str | None = json.loads(bundle)["document"]["text"]
    return text


def to_rejects(bundle: str) -> tuple[Reject, ...]:
    """What a bundle could not bring in, out of the log's JSON."""
    return tuple(Reject(**reject) for reject in json.loads(bundle)["rejects"])


def to_proposition(proposition: Found) -> Proposition:
    """A proposition with its standing."""
    kind = proposition["kind"]
    filled = to_roles(proposition)
    return Proposition(
        id=proposition["id"],
        kind=kind,
        roles={role: filled[role] for role in SCHEMA.kinds[kind].roles if role in filled},
        status=Status(proposition["status"]),
        asserted_by=_named(proposition["asserted_by_ids"], proposition["asserted_by"]),
        denied_by=_named(proposition["denied_by_ids"], proposition["denied_by"]),
        origins=proposition["origins"],
        private_to=proposition.get("private_to"),
        claims=proposition["claims"],
    )


def to_roles(proposition: Found) -> dict[str, Named]:
    """Who or what stands in each role, entities and codes."""
    entities = {ROLES[relationship]: Named(id_, name) for relationship, id_, name in proposition["roles"]}
    codes = {
        name: Named(proposition[name], proposition[name])
        for name, role in SCHEMA.kinds[proposition["kind"]].roles.items()
        if role.codes and name in proposition
    }
    return entities | codes


def to_claim(claim: Found, propositions: Mapping[str, Proposition]) -> Claim:
    """A claim with its positions; `propositions` holds all that it speaks of."""
    evidence = sorted(claim["evidence"], key=lambda place: place["place"])
    return Claim(
        id=claim["id"],
        document=evidence[0]["document"],
        claimant=Named(*claim["made_by"][0]) if claim["made_by"] else None,
        stance=Stance(claim["stance"]),
        content=claim["content"],
        relayed_by=tuple(Named(id_, name) for _, id_, name in sorted(claim["relayed_by"])),
        said_on=claim["said_on"],
        at=claim["at"],
        evidence=tuple(map(_evidence, evidence)),
        positions=tuple(_positions(claim["positions"], propositions)),
    )


def to_told(told: Found) -> Told:
    """A position in short."""
    said = told["said"]
    return Told(
        proposition=told["proposition"],
        claim=told["claim"],
        place=said["place"],
        claimant=Named(*told["made_by"][0]) if told["made_by"] else None,
        record=told["record"],
        stance=Stance(told["stance"]),
        polarity=Polarity(said["polarity"]),
        modality=Modality(said["modality"]),
        at=told["at"],
        since=said["since"],
        until=said["until"],
        qualifiers=_qualifiers(said),
    )


def to_vote(vote: Found) -> Vote:
    """A position as standing is computed from it."""
    said = vote["said"]
    return Vote(
        claim=vote["claim"],
        claimant=vote["made_by"][0][0] if vote["made_by"] else None,
        at=vote["at"],
        stance=Stance(vote["stance"]),
        polarity=Polarity(said["polarity"]),
        modality=Modality(said["modality"]),
        qualifiers=_qualifiers(said),
        origins=tuple(vote["origins"]),
        quote=vote["quote"],
    )


def to_shortcut(edge: Found) -> Shortcut:
    """A derived edge."""
    return Shortcut(
        kind=KINDS_BY_SHORTCUT[edge["relationship"]],
        relationship=edge["relationship"],
        source=edge["source"],
        target=edge["target"],
        proposition=edge["proposition"],
        status=Status(edge["status"]),
        items=tuple(edge["items"]),
        first=edge.get("first"),
        last=edge.get("last"),
        claims=edge["claims"],
        origins=edge["origins"],
        quote=edge.get("quote"),
    )


def _named(ids: Sequence[str], names: Sequence[str]) -> tuple[Named, ...]:
    return tuple(map(Named, ids, names))


def _part(text: str) -> Part:
    kind, start, end = text.split(" ")
    return Part(PartKind(kind), int(start), int(end))


def _evidence(place: Found) -> Evidence:
    return Evidence(place.get("quote"), place.get("start"), place.get("end"), place.get("record"))


def _positions(positions: Iterable[Found], propositions: Mapping[str, Proposition]) -> Iterable[Position]:
    for position in sorted(positions, key=lambda position: int(position["said"]["place"])):
        said = position["said"]
        yield Position(
            propositions[position["proposition"]],
            Polarity(said["polarity"]),
            Modality(said["modality"]),
            _qualifiers(said),
        )


def _qualifiers(said: Found) -> dict[str, Value]:
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in sorted(said.items())
        if name not in POSITION_PROPERTIES
    }
