"""What a proposition and its edge become by one more document, without looking at all others again.

Only where that is exact: what somebody affirms and nobody negates grows by votes that do not negate it either. All else
is derived from all votes, by `kg.standing` and `kg.shortcut`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.answers import Shortcut, Status
from kg.shortcut import get_quoted, join_shortcuts, make_shortcut
from kg.standing import COUNT_FOR_NOTHING, Standing, Vote, join_origins
from ontology.claim import Modality, Polarity


@dataclass(frozen=True, slots=True)
class Kept:
    """An affirmed proposition as a store keeps it, its edge, and the claim whose quote the edge shows (`at`, id)."""

    id: str
    kind: str
    roles: Mapping[str, str]
    standing: Standing
    shortcut: Shortcut | None
    quoted: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Grown:
    """What it becomes. `quoted` is a claim's id; `merged` has origins that are one now: the old one, and which."""

    standing: Standing
    shortcut: Shortcut | None
    quoted: str | None
    merged: Mapping[str, str]


def can_grow(status: Status, votes: Iterable[Vote]) -> bool:
    """Whether further votes only add, if nobody in the store negates the proposition."""
    return status is Status.UNCONTESTED and all(vote.polarity is Polarity.AFFIRMS for vote in votes)


def grow(kept: Kept, votes: Sequence[Vote], told: Mapping[str, str]) -> Grown:
    """A proposition with the votes of one more document, none of which it had.

    `told` has the origins so far of those keys that the votes share with others. In the standing, `told` has the
    origins of the votes' keys, and `affirming` those of the votes that affirm.
    """
    affirming = tuple(filter(_affirms, votes))
    joined = join_origins((*((origin, key) for key, origin in told.items()), *(vote.origins for vote in affirming)))
    label = {joined[origin]: origin for origin in sorted(set(told.values()), reverse=True)}  # one that has its rows
    origins = {key: label.get(origin, origin) for key, origin in joined.items()}
    before = kept.standing
    standing = replace(
        before,
        asserted_by=tuple(sorted({*before.asserted_by, *(vote.claimant for vote in affirming if vote.claimant)})),
        origins=before.origins - len(set(told.values())) + len(set(origins.values())),
        affirming=affirming,
        claims=before.claims + len({vote.claim for vote in votes}),
        told={key: origins[key] for vote in affirming for key in vote.origins},
    )
    return Grown(standing, *_edge(kept, standing), _merged(told.values(), origins))


def _affirms(vote: Vote) -> bool:
    return vote.modality is Modality.ASSERTED and vote.stance not in COUNT_FOR_NOTHING


def _edge(kept: Kept, standing: Standing) -> tuple[Shortcut | None, str | None]:
    so_far, more = kept.shortcut, make_shortcut(kept.id, kept.kind, kept.roles, standing)
    if not so_far or not more:
        return so_far and replace(so_far, origins=standing.origins), kept.quoted and kept.quoted[1]
    vote = get_quoted(standing.affirming)
    is_first = vote is not None and (kept.quoted is None or _order(*kept.quoted) > _order(vote.at, vote.claim))
    quote, claim = (more.quote, vote.claim) if vote and is_first else (so_far.quote, kept.quoted and kept.quoted[1])
    return replace(join_shortcuts(so_far, more), origins=standing.origins, quote=quote), claim


def _order(at: str, claim: str) -> tuple[bool, str, str]:
    return not at, at, claim


def _merged(before: Iterable[str], origins: Mapping[str, str]) -> Mapping[str, str]:
    return {origin: origins[origin] for origin in before if origins[origin] != origin}
