"""The derived edge of a proposition, for a reader who wants one line a pair and will ask for the claims behind it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.answers import Shortcut
from kg.standing import Standing, Vote
from ontology.schema import SCHEMA

_DATES = frozenset(q.name for kind in SCHEMA.kinds.values() for q in kind.qualifiers.values() if q.type == "date")


def make_shortcut(proposition: str, kind: str, roles: Mapping[str, str], standing: Standing) -> Shortcut | None:
    """The edge between two of a proposition's roles, if its kind has one and somebody affirms it as asserted.

    Roles are canonical and ordered, so a symmetric pair gives one edge. `quote` is that of the earliest claim.
    """
    spec = SCHEMA.kinds[kind]
    if not (spec.shortcut and spec.shortcut_from and spec.shortcut_to and standing.affirming):
        return None
    dates = sorted({date for vote in standing.affirming for date in iter_dates(vote)})
    return Shortcut(
        kind=kind,
        relationship=spec.shortcut,
        source=roles[spec.shortcut_from],
        target=roles[spec.shortcut_to],
        proposition=proposition,
        status=standing.status,
        items=tuple(sorted({str(vote.qualifiers["item"]) for vote in standing.affirming if "item" in vote.qualifiers})),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        claims=len({vote.claim for vote in standing.affirming}),
        origins=standing.origins,
        quote=vote.quote if (vote := get_quoted(standing.affirming)) else None,
    )


def join_shortcuts(one: Shortcut, other: Shortcut) -> Shortcut:
    """The edge of a proposition from those of two sets of its claims; origins and quote are those of the first."""
    return replace(
        one,
        items=tuple(sorted({*one.items, *other.items})),
        first=min(filter(None, (one.first, other.first)), default=None),
        last=max(filter(None, (one.last, other.last)), default=None),
        claims=one.claims + other.claims,
    )


def get_quoted(votes: Iterable[Vote]) -> Vote | None:
    """The vote whose quote an edge shows: that of the earliest claim that has one."""
    quoted = (vote for vote in votes if vote.quote)
    return min(quoted, key=lambda vote: (not vote.at, vote.at, vote.claim, vote.quote), default=None)


def iter_dates(vote: Vote) -> Iterator[str]:
    """When the thing was: its order, deliveries or spell, else the day it was said; nothing if unknown."""
    told = (value for name, value in vote.qualifiers.items() if name in _DATES)
    carried = [date for value in told for date in str(value).split("; ")]
    yield from carried or filter(None, [vote.at])
