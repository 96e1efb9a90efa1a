"""What is claimed, by whom, of whom: one answer a position."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kg.answers import Claim, Named, Position, Proposition, Status
from kg.errors import UnknownClaim
from kg.questions.bounds import told
from kg.questions.dates import Period, make_period
from kg.questions.kinds import kind_named
from kg.questions.names import resolve
from kg.store import ClaimFilter, Reader
from ontology.claim import Evidence, Modality, Polarity, Stance, Value


@dataclass(frozen=True, slots=True)
class ClaimsQuery:
    """Which positions; names are as a person types them, a proposition is an id. All that is given must hold."""

    about: str | None = None
    by: str | None = None
    kind: str | None = None
    statuses: frozenset[Status] | None = None
    since: str | None = None
    until: str | None = None
    proposition: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimedProposition:
    """A proposition as a claim's row shows it; a role that is a code has the code as id and name."""

    id: str
    kind: str
    roles: Mapping[str, Named]
    status: Status


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence in an article: the whole sentence, and where it stands in the document's text, in code points."""

    document: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Record:
    """Evidence in a dataset: its record."""

    document: str
    record: str


@dataclass(frozen=True, slots=True)
class ClaimPosition:
    """One position of a claim (`id`). Without claimant it is unattributed; without proposition it takes no position."""

    id: str
    claimant: Named | None
    relayed_by: tuple[Named, ...]
    stance: Stance
    polarity: Polarity | None
    modality: Modality | None
    content: str
    said_on: str | None
    proposition: ClaimedProposition | None
    qualifiers: Mapping[str, Value]
    evidence: tuple[Quote | Record, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes on: behind this many fitting rows of a claim, with the claims after it."""

    at: str
    claim: str
    rows: int


Fits = Callable[[Claim, Position | None], bool]


def claims(store: Reader, query: ClaimsQuery) -> list[ClaimPosition]:
    """All positions that fit, in the order of saying. Raises AmbiguousName, UnknownName, QuestionError."""
    return [row for row, _ in iter_claims(store, query)]


def iter_claims(store: Reader, query: ClaimsQuery, after: Place | None = None) -> Iterator[tuple[ClaimPosition, Place]]:
    """The positions that fit, each with the place behind it, from a place on."""
    where = _filter(store, query, after)
    fits = _test(where, make_period(query.since, query.until))
    begun = store.get_claim(after.claim) if after else None
    if after and begun:
        yield from list(_placed(begun, fits))[after.rows :]
    for claim in store.iter_claims(where):
        yield from _placed(claim, fits)


def get_claim(store: Reader, id_: str) -> list[ClaimPosition]:
    """The positions of one claim. Raises UnknownClaim."""
    claim = store.get_claim(id_)
    if claim is None:
        raise UnknownClaim(f'no claim is "{id_}": ids are shown by `kg claims --json`')
    return list(positions_of(claim))


def positions_of(claim: Claim, fits: Fits = lambda _, __: True) -> Iterator[ClaimPosition]:
    """The rows of one claim: its positions that fit, or the claim alone where it takes none."""
    return (to_row(claim, position) for position in claim.positions or (None,) if fits(claim, position))


def to_row(claim: Claim, position: Position | None) -> ClaimPosition:
    """One position of a claim as a row; without one, the claim alone."""
    return ClaimPosition(
        id=claim.id,
        claimant=claim.claimant,
        relayed_by=claim.relayed_by,
        stance=claim.stance,
        polarity=position.polarity if position else None,
        modality=position.modality if position else None,
        content=claim.content,
        said_on=claim.said_on,
        proposition=shown(position.proposition) if position else None,
        qualifiers=told(position) if position else {},
        evidence=tuple(_evidence(claim.document, evidence) for evidence in claim.evidence),
    )


def shown(proposition: Proposition) -> ClaimedProposition:
    """A proposition as rows show it."""
    return ClaimedProposition(proposition.id, proposition.kind, dict(proposition.roles), proposition.status)


def _placed(claim: Claim, fits: Fits) -> Iterator[tuple[ClaimPosition, Place]]:
    return ((row, Place(claim.at, claim.id, n)) for n, row in enumerate(positions_of(claim, fits), start=1))


def _filter(store: Reader, query: ClaimsQuery, after: Place | None) -> ClaimFilter:
    return ClaimFilter(
        by=frozenset({resolve(store, query.by).id}) if query.by is not None else None,
        about=frozenset({resolve(store, query.about).id}) if query.about is not None else None,
        kind=kind_named(query.kind) if query.kind is not None else None,
        statuses=query.statuses,
        propositions=frozenset({query.proposition}) if query.proposition is not None else None,
        after=(after.at, after.claim) if after else ("", ""),
    )


def _test(where: ClaimFilter, period: Period) -> Fits:
    def fits(claim: Claim, position: Position | None) -> bool:
        return period.holds(claim.at, position) and (position is None or _speaks_of(where, position.proposition))

    return fits


def _speaks_of(where: ClaimFilter, proposition: Proposition) -> bool:
    return (
        (where.kind is None or proposition.kind == where.kind)
        and (where.propositions is None or proposition.id in where.propositions)
        and (where.statuses is None or proposition.status in where.statuses)
        and (where.about is None or any(filler.id in where.about for filler in proposition.roles.values()))
    )


def _evidence(document: str, evidence: Evidence) -> Quote | Record:
    if evidence.quote is None:
        return Record(document, evidence.record or "")
    return Quote(document, evidence.quote, evidence.start or 0, evidence.end or 0)
