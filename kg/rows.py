"""A bundle flattened under canonical ids: the rows that both stores keep, and the only place where they are made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.spells import get_span
from ontology.bundle import Bundle, Reject, check_bundle
from ontology.canonical import Written
from ontology.claim import Claim, Evidence, Modality, Polarity, Position, Stance, Value
from ontology.dates import parse_date
from ontology.document import Form, Part
from ontology.entity import Entity
from ontology.errors import BundleError
from ontology.identity import canonical_ids, claim_id, digest, document_id, fold, ordered_roles, proposition_id
from ontology.schema import SCHEMA, PropositionKind

_LENGTH_OF_A_DAY = len("2020-11-08")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """The document itself. `publisher` and `agency` are canonical ids."""

    id: str
    key: str
    version: str
    form: Form
    publisher: str
    url: str | None
    title: str | None
    published: str | None
    language: str | None
    agency: str | None
    text: str | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """How the document reads an entity. `names`: its name first, then its mentions, without repeats."""

    as_read: str
    entity: str
    type: str
    name: str
    names: tuple[str, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim. `at` is said on, else published, else empty. `origins` are keys that two claims of one origin share:
    the document, its agency on its day, the folded sentences of its evidence."""

    id: str
    claimant: str | None
    relayed_by: tuple[str, ...]
    stance: Stance
    content: str
    said_on: str | None
    at: str
    evidence: tuple[Evidence, ...]
    origins: tuple[str, ...]

    @property
    def quote(self) -> str | None:
        """Its first exact quote; a dataset's claim has none."""
        return next((evidence.quote for evidence in self.evidence if evidence.quote), None)


@dataclass(frozen=True, slots=True)
class PropositionRow:
    """A proposition: canonical ids or codes by role. `private_to` is the document of one without its anchor."""

    id: str
    kind: str
    roles: Mapping[str, str]
    private_to: str | None


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A claim's position on a proposition, `place` its number within the claim.

    An entity qualifier holds its name as read, with the canonical id beside it under `<name>_id`. `since` and `until`
    are the days of `kg.spells.get_span`.
    """

    claim: str
    place: int
    proposition: str
    polarity: Polarity
    modality: Modality
    qualifiers: Mapping[str, Value]
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """All rows of one document, and `bundle`, what they were made of, as the log keeps it."""

    document: DocumentRow
    readings: tuple[ReadingRow, ...]
    claims: tuple[ClaimRow, ...]
    propositions: tuple[PropositionRow, ...]
    positions: tuple[PositionRow, ...]
    rejects: tuple[Reject, ...]
    bundle: str


def rows_of(bundle: Bundle) -> DocumentRows:
    """The rows of a bundle; a pure function, so that every store derives the same.

    Raises BundleError for a bundle that contradicts itself, and for what no store can keep (half a character).
    """
    check_bundle(bundle)
    written, reading = _written(bundle), _AsRead(bundle)
    claims = tuple(_claim(reading, claim) for claim in bundle.claims)
    positions = tuple(_positions(reading, zip(claims, bundle.claims, strict=True)))
    return DocumentRows(
        document=_document(reading, written.version),
        readings=tuple(_reading(entity, reading.ids[entity.id]) for entity in bundle.entities),
        claims=claims,
        propositions=tuple(row for _, row in sorted({row.id: row for row in reading.propositions.values()}.items())),
        positions=positions,
        rejects=bundle.rejects,
        bundle=written.json,
    )


class _AsRead:
    """A document and its entities; what all its claims share is worked out once."""

    def __init__(self, bundle: Bundle) -> None:
        self.document = bundle.document
        self.id = document_id(bundle.document.key)
        self.published = _date(bundle.document.published)
        self.entities = {entity.id: entity for entity in bundle.entities}
        self.ids = canonical_ids(bundle.entities)
        self.origins = tuple(_origins_of_all(self))
        self.propositions: dict[object, PropositionRow] = {}

    def canonical(self, as_read: str) -> str:
        """Who an entity as read is across documents."""
        return self.ids[as_read]

    def proposition(self, position: Position) -> PropositionRow:
        """What a position is about; the same roles as read are one proposition."""
        key = (position.kind, *position.roles.items())
        row = self.propositions.get(key)
        if row is None:
            row = self.propositions[key] = _proposition(self, SCHEMA.kinds[position.kind], position)
        return row


def _written(bundle: Bundle) -> Written:
    try:
        return Written.of(bundle)
    except UnicodeEncodeError as exc:
        raise BundleError(
            f"{bundle.document.key[:200]!r}: holds half of a character (a lone surrogate): decode the text anew"
        ) from exc


def _document(reading: _AsRead, version: str) -> DocumentRow:
    document = reading.document
    return DocumentRow(
        id=reading.id,
        key=document.key,
        version=version,
        form=document.form,
        publisher=reading.canonical(document.publisher) if document.publisher else "",
        url=document.url,
        title=document.title,
        published=reading.published or None,
        language=document.language,
        agency=reading.canonical(document.agency) if document.agency else None,
        text=document.text,
        parts=document.parts,
    )


def _reading(entity: Entity, canonical: str) -> ReadingRow:
    names = tuple(dict.fromkeys((entity.name, *entity.mentions)))
    return ReadingRow(entity.id, canonical, entity.type, entity.name, names, entity.known is not None)


def _claim(reading: _AsRead, claim: Claim) -> ClaimRow:
    said_on = _date(claim.said_on)
    return ClaimRow(
        id=claim_id(reading.document.key, claim),
        claimant=reading.canonical(claim.claimant) if claim.claimant else None,
        relayed_by=tuple(dict.fromkeys(map(reading.canonical, claim.relayed_by))),
        stance=claim.stance,
        content=claim.content,
        said_on=said_on or None,
        at=said_on or reading.published,
        evidence=claim.evidence,
        origins=tuple(dict.fromkeys((*reading.origins, *_sentences(claim.evidence)))),
    )


def _origins_of_all(reading: _AsRead) -> Iterator[str]:
    document = reading.document
    release = document.key.partition("#")[0]  # the parts of one release of a dataset speak with one voice
    yield reading.id if document.form is Form.ARTICLE else f"dataset:{release}"
    if document.agency and len(reading.published) == _LENGTH_OF_A_DAY:
        yield f"{reading.canonical(document.agency)}@{reading.published}"


def _sentences(evidence: Iterable[Evidence]) -> Iterator[str]:
    return (f"sentence:{digest(fold(e.quote))}" for e in evidence if e.quote)


def _positions(reading: _AsRead, claims: Iterable[tuple[ClaimRow, Claim]]) -> Iterator[PositionRow]:
    for row, claim in claims:
        for place, position in enumerate(claim.positions):
            kind = SCHEMA.kinds[position.kind]
            qualifiers = dict(_qualifiers(reading, kind, position.qualifiers))
            yield PositionRow(
                row.id,
                place,
                reading.proposition(position).id,
                position.polarity,
                position.modality,
                qualifiers,
                *get_span(kind.name, qualifiers, row.at),
            )


def _proposition(reading: _AsRead, kind: PropositionKind, position: Position) -> PropositionRow:
    roles = {
        role: reading.canonical(value) if kind.roles[role].range else value for role, value in position.roles.items()
    }
    kept = ordered_roles(kind.name, roles)
    private_to = reading.id if kind.anchors and not any(anchor in kept for anchor in kind.anchors) else None
    return PropositionRow(proposition_id(kind.name, kept, private_to), kind.name, kept, private_to)


def _qualifiers(reading: _AsRead, kind: PropositionKind, given: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    for name, value in sorted(given.items()):
        qualifier = kind.qualifiers[name]
        if value is None:
            continue
        if qualifier.type == "entity":
            yield name, reading.entities[str(value)].name
            yield f"{name}_id", reading.canonical(str(value))
        else:
            yield name, _dates(str(value)) if qualifier.type == "date" else value


def _date(text: str | None) -> str:
    return parse_date(text) if text else ""


@lru_cache(maxsize=1 << 12)
def _dates(text: str) -> str:
    return "; ".join(map(parse_date, text.split(";")))
