"""A bundle: everything that one document says, the one thing that passes between loaders and stores."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from weakref import WeakValueDictionary

from ontology.claim import Claim, Evidence, Position
from ontology.document import Document, Form
from ontology.entity import Entity
from ontology.errors import BundleError
from ontology.fitting import Types, check_date, check_position, check_type
from ontology.identity import claim_id, digest, is_private
from ontology.schema import SCHEMA


@dataclass(frozen=True, slots=True)
class Reject:
    """What could not be taken in: where it stood, why, and its text."""

    place: str
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Who made the bundle and when; outside of its version."""

    tool: str
    version: str
    at: str | None = None


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Bundle:
    """A document with its entities, claims and rejects, in a canonical order. Made by `make_bundle`."""

    document: Document
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    rejects: tuple[Reject, ...] = ()
    run: Run | None = None


def make_bundle(
    document: Document,
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    rejects: Iterable[Reject] = (),
    run: Run | None = None,
) -> Bundle:
    """The bundle in canonical order, the same words of one claimant merged into one claim. Raises BundleError.

    Entities of one id are one under all their mentions, and its longest name.
    """
    bundle = Bundle(
        document,
        tuple(_entities(entities)),
        tuple(_claims(document.key, claims)),
        tuple(rejects),
        run,
    )
    check_bundle(bundle)
    return bundle


def check_bundle(bundle: Bundle) -> None:
    """Nothing, if a bundle can be stored. Raises BundleError.

    What it speaks of is listed, what it says fits the schema, its dates are dates, and every quote stands in the text,
    character for character. A bundle never changes, so one that was found sound is not looked at again.
    """
    if _SOUND.get(id(bundle)) is bundle:
        return
    try:
        types = {entity.id: entity.type for entity in bundle.entities}
        for entity in bundle.entities:
            check_type(entity.id, entity.type)
            _check_home(entity, bundle.document.key)
        _check_distinct("entity", (entity.id for entity in bundle.entities))
        _check_distinct("claim", (claim_id(bundle.document.key, claim) for claim in bundle.claims))
        check_date(bundle.document.published, "published")
        _check_published(bundle.document)
        _check_listed(_spoken_of(bundle), types)
        for claim in bundle.claims:
            _check_claim(claim, types, bundle.document.text or "")
    except BundleError as exc:
        raise BundleError(f"{bundle.document.key[:200]}: {exc}") from exc
    _SOUND[id(bundle)] = bundle


_SOUND: WeakValueDictionary[int, Bundle] = WeakValueDictionary()
"""Bundles that were found sound, as long as somebody holds them."""


def _check_published(document: Document) -> None:
    if not document.publisher and document.form is not Form.REJECTED:
        raise BundleError("nobody publishes it: name its publisher, and list it among the entities")


def _check_home(entity: Entity, key: str) -> None:
    if is_private(entity) and not entity.id.endswith(f"@{digest(key)}"):
        raise BundleError(f"{entity.id} is private, and not of this document: its id ends with the hash of the key")


def _check_listed(spoken_of: Iterable[str], types: Types) -> None:
    for name in spoken_of:
        if name not in types:
            raise BundleError(f"{name} is spoken of, but not among the entities")


def _check_distinct(what: str, ids: Iterable[str]) -> None:
    listed = tuple(ids)
    if len(set(listed)) < len(listed):
        [(id_, count)] = Counter(listed).most_common(1)
        raise BundleError(f"the {what} {id_} is listed {count} times")


def _check_claim(claim: Claim, types: Types, text: str) -> None:
    check_date(claim.said_on, "said on")
    if not claim.evidence:
        raise BundleError(f'the claim "{claim.content[:60]}" has no evidence')
    for evidence in claim.evidence:
        _check_evidence(evidence, text)
    for position in claim.positions:
        check_position(position, types)


def _check_evidence(evidence: Evidence, text: str) -> None:
    quote, start, end = evidence.quote, evidence.start, evidence.end
    if not quote and not evidence.record:
        raise BundleError("evidence is an exact quote, or the record of a dataset, and here it is neither")
    if quote is not None and (start is None or end is None or start < 0 or text[start:end] != quote):
        raise BundleError(f'"{quote[:60]}" does not stand at {start}')


def _spoken_of(bundle: Bundle) -> Iterable[str]:
    document = bundle.document
    yield from (name for name in (document.publisher, document.agency) if name)
    for claim in bundle.claims:
        yield from ([claim.claimant] if claim.claimant else [])
        yield from claim.relayed_by


def _entities(entities: Iterable[Entity]) -> Iterator[Entity]:
    ordered = sorted(entities, key=lambda entity: (entity.id, -len(entity.name), repr(entity)))
    for _, same in groupby(ordered, key=lambda entity: entity.id):
        yield _one_entity(tuple(same))


def _one_entity(same: Sequence[Entity]) -> Entity:
    first, *others = same
    known = sorted({entity.known for entity in same if entity.known})
    if len(known) > 1:
        raise BundleError(f"{first.id} is {known[0]} and {known[1]} at once: two entities need two ids")
    mentions = (name for other in others for name in (other.name, *other.mentions))
    return replace(
        first,
        type=min((entity.type for entity in same), key=_breadth),
        mentions=tuple(dict.fromkeys((*first.mentions, *mentions))) if others else first.mentions,
        known=next(iter(known), None),
        private=all(entity.private for entity in same),
    )


def _breadth(type_: str) -> tuple[int, str]:
    return -len([*SCHEMA.iter_ancestors(type_)]) if type_ in SCHEMA.classes else 0, type_


def _claims(key: str, claims: Iterable[Claim]) -> Iterator[Claim]:
    same: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=_reading_order):
        same.setdefault(claim_id(key, claim), []).append(claim)
    return (_one_claim(same[id_]) for id_ in sorted(same))


def _one_claim(same: Sequence[Claim]) -> Claim:
    return replace(
        same[0],
        relayed_by=tuple(dict.fromkeys(relay for claim in same for relay in claim.relayed_by)),
        evidence=tuple(sorted({evidence for claim in same for evidence in claim.evidence}, key=_place)),
        positions=_distinct(position for claim in same for position in claim.positions),
    )


def _reading_order(claim: Claim) -> tuple[object, ...]:
    first = min(map(_place, claim.evidence), default=(0, 0, "", ""))
    return first, claim.stance, claim.said_on or "", claim.relayed_by, claim.content


def _place(evidence: Evidence) -> tuple[int, int, str, str]:
    return evidence.start or 0, evidence.end or 0, evidence.quote or "", evidence.record or ""


def _distinct(positions: Iterable[Position]) -> tuple[Position, ...]:
    kept: list[Position] = []
    for position in positions:
        if position not in kept:
            kept.append(position)
    return tuple(sorted(kept, key=_order))


def _order(position: Position) -> tuple[str, ...]:
    roles, qualifiers = repr(sorted(position.roles.items())), repr(sorted(position.qualifiers.items()))
    return position.kind, roles, position.polarity, position.modality, qualifiers
