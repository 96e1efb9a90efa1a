"""Edges as answers show them: with their standing, who says so, and the sentences or records that say it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.resting import Rested, votes
from kg.answers import Claim, Named, Status, Told
from kg.questions.claims import ClaimPosition, to_row
from kg.questions.propositions import sentence
from kg.shortcut import iter_dates
from kg.store import ClaimFilter, Reader

_VOICES = 3
"""How many claimants of each side an edge shows with their words; all of them are in its lists."""

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Edge:
    """A proposition between two entities; `words` say it. `first` and `last` are of what it rests on in the view.

    `claims` counts what it rests on in the view; status, claimants and origins are of the proposition as a whole.
    `evidence` are the earliest positions of up to three claimants, and for a contested one of three who deny it.
    """

    proposition: str
    kind: str
    source: Named
    target: Named
    words: str
    status: Status
    asserted_by: tuple[Named, ...]
    denied_by: tuple[Named, ...]
    claims: int
    origins: int
    first: str | None
    last: str | None
    items: tuple[str, ...]
    evidence: tuple[ClaimPosition, ...]


def make_edges(store: Reader, found: Sequence[Rested]) -> list[Edge]:
    """What is shown of propositions that rest on something, in their order."""
    picked = [tuple(_picked(one)) for one in found]
    claims = _claims(store, (told.claim for some in picked for told in some))
    return [_edge(one, _evidence(told, claims)) for one, told in zip(found, picked, strict=True)]


def _picked(one: Rested) -> Iterator[Told]:
    for side in (one.bearing, one.against):
        first: dict[str | None, Told] = {}
        for told in side:
            first.setdefault(told.claimant.id if told.claimant else None, told)
        yield from list(first.values())[:_VOICES]


def _claims(store: Reader, ids: Iterable[str]) -> Mapping[str, Claim]:
    wanted = sorted(set(ids))
    batches = (wanted[begin : begin + _AT_ONCE] for begin in range(0, len(wanted), _AT_ONCE))
    return {it.id: it for batch in batches for it in store.iter_claims(ClaimFilter(ids=frozenset(batch)))}


def _evidence(told: Iterable[Told], claims: Mapping[str, Claim]) -> Iterator[ClaimPosition]:
    """Rows of the positions that were picked; a claim that went meanwhile is left out."""
    for one in told:
        claim = claims.get(one.claim)
        if claim is not None and one.place < len(claim.positions):
            yield to_row(claim, claim.positions[one.place])


def _edge(one: Rested, evidence: Iterable[ClaimPosition]) -> Edge:
    it, (source, target) = one.proposition, one.ends
    dates = sorted({date for vote in votes(one.bearing) for date in iter_dates(vote)})
    items = {str(told.qualifiers["item"]) for told in one.bearing if told.qualifiers.get("item") is not None}
    return Edge(
        proposition=it.id,
        kind=it.kind,
        source=source,
        target=target,
        words=sentence(it.kind, it.roles),
        status=it.status,
        asserted_by=it.asserted_by,
        denied_by=it.denied_by,
        claims=len({told.claim for told in one.bearing}),
        origins=it.origins,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        items=tuple(sorted(items)),
        evidence=tuple(evidence),
    )
