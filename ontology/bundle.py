"""A bundle: everything that one document says, the one thing that passes between loaders and stores."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ontology.claim import Claim, Evidence, Position
from ontology.document import Document
from ontology.entity import Entity
from ontology.errors import BundleError
from ontology.fitting import Types, check_date, check_position, check_type
from ontology.identity import claim_id


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


@dataclass(frozen=True, slots=True)
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
    """The bundle in canonical order, the same words of one claimant merged into one claim. Raises BundleError."""
    bundle = Bundle(
        document,
        tuple({e.id: e for e in sorted(entities, key=lambda e: (e.id, repr(e)))}.values()),
        _merged(document.key, claims),
        tuple(rejects),
        run,
    )
    check_bundle(bundle)
    return bundle


def check_bundle(bundle: Bundle) -> None:
    """Nothing, if a bundle can be stored. Raises BundleError.

    What it speaks of is listed, what it says fits the schema, its dates are dates, and every quote stands in the text,
    character for character.
    """
    try:
        types = {entity.id: entity.type for entity in bundle.entities}
        for entity, type_ in types.items():
            check_type(entity, type_)
        check_date(bundle.document.published, "published")
        _check_listed(_spoken_of(bundle), types)
        for claim in bundle.claims:
            _check_claim(claim, types, bundle.document.text or "")
    except BundleError as exc:
        raise BundleError(f"{bundle.document.key[:200]}: {exc}") from exc


def _check_listed(spoken_of: Iterable[str], types: Types) -> None:
    for name in spoken_of:
        if name not in types:
            raise BundleError(f"{name} is spoken of, but not among the entities")


def _check_claim(claim: Claim, types: Types, text: str) -> None:
    check_date(claim.said_on, "said on")
    if not claim.evidence:
        raise BundleError(f'the claim "{claim.content[:60]}" has no evidence')
    for evidence in claim.evidence:
        if evidence.quote is not None and text[evidence.start : evidence.end] != evidence.quote:
            raise BundleError(f'"{evidence.quote[:60]}" does not stand at {evidence.start}')
    for position in claim.positions:
        check_position(position, types)


def _spoken_of(bundle: Bundle) -> Iterable[str]:
    document = bundle.document
    yield from (name for name in (document.publisher, document.agency) if name)
    for claim in bundle.claims:
        yield from ([claim.claimant] if claim.claimant else [])
        yield from claim.relayed_by


def _merged(key: str, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    merged: dict[str, Claim] = {}
    for claim in sorted(claims, key=_reading_order):
        id_ = claim_id(key, claim)
        merged[id_] = _one(merged[id_], claim) if id_ in merged else _one(claim, claim)
    return tuple(merged[id_] for id_ in sorted(merged))


def _one(first: Claim, again: Claim) -> Claim:
    return replace(
        first,
        relayed_by=tuple(dict.fromkeys((*first.relayed_by, *again.relayed_by))),
        evidence=tuple(sorted({*first.evidence, *again.evidence}, key=_place)),
        positions=_distinct((*first.positions, *again.positions)),
    )


def _reading_order(claim: Claim) -> tuple[tuple[int, str], str, str, tuple[str, ...]]:
    first = min(map(_place, claim.evidence), default=(0, ""))
    return first, claim.stance, claim.said_on or "", claim.relayed_by


def _place(evidence: Evidence) -> tuple[int, str]:
    return evidence.start or 0, evidence.record or evidence.quote or ""


def _distinct(positions: Iterable[Position]) -> tuple[Position, ...]:
    kept: list[Position] = []
    for position in positions:
        if position not in kept:
            kept.append(position)
    return tuple(sorted(kept, key=_order))


def _order(position: Position) -> tuple[str, ...]:
    roles, qualifiers = repr(sorted(position.roles.items())), repr(sorted(position.qualifiers.items()))
    return position.kind, roles, position.polarity, position.modality, qualifiers
