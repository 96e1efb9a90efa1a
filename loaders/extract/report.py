"""A report: an extraction as one flat object, the one that `kg extract --json` prints."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ontology.claim import Polarity, Position, Stance, Value
from ontology.entity import Entity
from ontology.extraction import Extraction, FoundClaim, MentionForm
from ontology.schema import SCHEMA

TYPES = ("State", "Person", "Alliance", "Organization", "Group", "Place")
"""The classes that a report tells apart; what is none of them is left out."""

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReportedEntity:
    """Somebody spoken of, with every form that names them."""

    id: str
    name: str
    type: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportedMention:
    """A name where it stands."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class ReportedProposition:
    """A position: `modality` is `denied` where it negates, `claimant` None where the article speaks for itself."""

    kind: str
    roles: Mapping[str, str]
    modality: str
    polarity: str
    claimant: str | None
    evidence: tuple[Offsets, ...]
    low: Value = None
    high: Value = None
    qualifiers: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportedClaim:
    """What somebody other than the publisher says; no claimant where nobody is named."""

    claimant: str | None
    stance: Stance
    content: Offsets
    source: Offsets | None


@dataclass(frozen=True, slots=True)
class Report:
    """An article as read. Offsets are code points of its text."""

    id: str
    entities: tuple[ReportedEntity, ...]
    mentions: tuple[ReportedMention, ...]
    propositions: tuple[ReportedProposition, ...]
    claims: tuple[ReportedClaim, ...]


def to_report(extraction: Extraction, id_: str) -> Report:
    """The report of an extraction under the id that its caller knows it by."""
    return Report(
        id_,
        tuple(_entities(extraction)),
        tuple(_mentions(extraction)),
        tuple(p for claim in extraction.claims for p in _propositions(extraction, claim)),
        tuple(_claim(claim) for claim in extraction.claims if claim.claimant != extraction.document.publisher),
    )


def _type(entity: Entity) -> str | None:
    return next((type_ for type_ in TYPES if SCHEMA.is_a(entity.type, type_)), None)


def _entities(extraction: Extraction) -> Iterator[ReportedEntity]:
    for entity in extraction.entities:
        if type_ := _type(entity):
            yield ReportedEntity(entity.id, entity.name, type_, entity.mentions)


def _mentions(extraction: Extraction) -> Iterator[ReportedMention]:
    """Names only, written like one; adjectives, descriptions and pronouns stand in the entities."""
    types = {entity.id: _type(entity) for entity in extraction.entities}
    text = extraction.document.text or ""
    for mention in extraction.mentions:
        type_ = types.get(mention.entities[0]) if mention.entities else None
        span = mention.span
        if mention.form is MentionForm.NAME and type_ and any(c.isupper() for c in text[span.start : span.end]):
            yield ReportedMention(span.start, span.end, type_)


def _propositions(extraction: Extraction, claim: FoundClaim) -> Iterator[ReportedProposition]:
    evidence = tuple((span.start, span.end) for span in claim.evidence)
    claimant = None if claim.claimant == extraction.document.publisher else claim.claimant
    for position in claim.positions:
        yield ReportedProposition(
            position.kind,
            dict(position.roles),
            _modality(position),
            position.polarity,
            claimant,
            evidence,
            position.qualifiers.get("low"),
            position.qualifiers.get("high"),
            dict(position.qualifiers),
        )


def _modality(position: Position) -> str:
    return "denied" if position.polarity is Polarity.NEGATES else position.modality


def _claim(claim: FoundClaim) -> ReportedClaim:
    first, source = claim.content[0], claim.source
    return ReportedClaim(
        claim.claimant,
        claim.stance,
        (first.start, first.end),
        (source.start, source.end) if source else None,
    )
