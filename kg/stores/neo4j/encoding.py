"""Rows as the graph keeps them: properties of nodes and relationships."""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.answers import Entity
from kg.naming import searched
from kg.rows import ClaimRow, DocumentRow, DocumentRows, PositionRow, PropositionRow, ReadingRow
from kg.stores.neo4j.updates import UNATTRIBUTED
from kg.stores.neo4j.vocabulary import AFFIRMS, CODE_ROLES, MENTIONS, NEGATES
from ontology.claim import Evidence, Polarity, Stance
from ontology.identity import fold
from ontology.register import get_register

COUNT_FOR_NOTHING = frozenset({Stance.DEMANDS, Stance.WARNS, Stance.DOUBTS})

POSITION_PROPERTIES = frozenset({"place", "polarity", "modality", "since", "until"})
"""What a position carries beside its qualifiers."""


def document_properties(rows: DocumentRows, sequence: int) -> dict[str, Any]:
    """A document without its text, which stays in the log: a node that is shown should not weigh megabytes."""
    document = rows.document
    return {
        "id": document.id,
        "name": document.title or document.url or document.key,
        "key": document.key,
        "version": document.version,
        "sequence": sequence,
        "form": document.form.value,
        "publisher": _name_as_read(rows, document),
        "url": document.url,
        "title": document.title,
        "published": document.published,
        "language": document.language,
        "parts": [f"{part.kind.value} {part.start} {part.end}" for part in document.parts],
    }


def _name_as_read(rows: DocumentRows, document: DocumentRow) -> str:
    return next(reading.name for reading in rows.readings if reading.entity == document.publisher)


def reading_row(reading: ReadingRow) -> dict[str, Any]:
    """How a document reads an entity."""
    properties = {"as_read": reading.as_read, "type": reading.type, "name": reading.name, "names": list(reading.names)}
    return {"entity": reading.entity, "reading": properties}


def claim_row(claim: ClaimRow) -> dict[str, Any]:
    """A claim and the places where it stands."""
    properties = {
        "id": claim.id,
        "name": f"{UNATTRIBUTED} {claim.stance.value}",
        "stance": claim.stance.value,
        "content": claim.content,
        "said_on": claim.said_on,
        "at": claim.at,
        "origin_keys": list(claim.origins),
        "quote": claim.quote,
    }
    return {"properties": properties, "evidence": [_place(n, evidence) for n, evidence in enumerate(claim.evidence)]}


def _place(number: int, evidence: Evidence) -> dict[str, Any]:
    return {
        "place": number,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "record": evidence.record,
    }


def proposition_row(proposition: PropositionRow) -> dict[str, Any]:
    """A proposition as it is made; its name and its standing are derived. Codes stand with it, entities beside it."""
    codes = {role: value for role, value in proposition.roles.items() if role in CODE_ROLES}
    return {"id": proposition.id, "kind": proposition.kind, "private_to": proposition.private_to, **codes}


def position_row(position: PositionRow) -> dict[str, Any]:
    """What a claim says of a proposition."""
    properties: Mapping[str, Any] = {
        **{name: list(value) if isinstance(value, tuple) else value for name, value in position.qualifiers.items()},
        "place": position.place,
        "polarity": position.polarity.value,
        "modality": position.modality.value,
        "since": position.since,
        "until": position.until,
    }
    return {"claim": position.claim, "proposition": position.proposition, "position": properties}


def position_relationship(stance: Stance, polarity: Polarity) -> str:
    """The relationship of a position: a claim that demands, warns or doubts mentions, whatever its polarity."""
    if stance in COUNT_FOR_NOTHING:
        return MENTIONS
    return AFFIRMS if polarity is Polarity.AFFIRMS else NEGATES


def entity_row(entity: Entity) -> dict[str, Any]:
    """Who an entity is across documents. Names are found by the words of `searched`, and told apart by `folded`."""
    properties = {
        "type": entity.type,
        "name": entity.name,
        "names": list(entity.names),
        "folded": sorted({fold(name) for name in (entity.name, *entity.names)}),
        "searched": searched((entity.name, *entity.names)),
        "iso2": next(_iso2(entity.id), None),
    }
    return {"id": entity.id, "properties": properties}


def _iso2(id_: str) -> Iterator[str]:
    known = get_register().get(id_)
    yield from (code.value for code in (known.codes if known else ()) if code.scheme == "iso2" and not code.until)
