"""Roles: which parties take which part in what a trigger states."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from loaders.extract.mentions import Mentions
from loaders.extract.model import ROLES
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.limits import get_limits
from loaders.extract.propositions.parties import Party, find_parties
from loaders.extract.propositions.scoring import Scores
from ontology.schema import SCHEMA

Roles = dict[str, str]
_A_PAIR = 2
"""Of more names on one side of a trigger, each is tied to what stands on the other side, not to the others."""


def iter_pairs(
    kind: str, context: Context, before: Context | None, scores: Scores, mentions: Mentions
) -> Iterator[tuple[Roles, float]]:
    """The roles that a trigger's sentence fills, else with what the sentence before it names; each with its score.

    `scores` are those of the mentions before, then of the mentions here.
    """
    first = len(before.mentions) if before else 0
    here = find_parties(kind, context, scores[first:], mentions)
    pairs = list(fill_roles(kind, here))
    if not pairs and before is not None:
        far = fill_roles(kind, [*find_parties(kind, before, scores[:first], mentions), *here])
        pairs = [(roles, score * get_limits().far) for roles, score in far]
    yield from ((roles, score) for roles, score in pairs if not _speak_for_each_other(roles, mentions))


def _speak_for_each_other(roles: Mapping[str, str], mentions: Mentions) -> bool:
    """Whether one is the other's ministry or army: these do not trade or fight."""
    one, other = roles.values()
    return mentions.states.get(one) == other or mentions.states.get(other) == one


def fill_roles(kind: str, parties: Sequence[Party]) -> Iterator[tuple[Roles, float]]:
    """The likeliest party for each role; where it joins several names, each of them."""
    yield from _symmetric(kind, parties) if SCHEMA.kinds[kind].symmetric else _directed(kind, parties)


def _directed(kind: str, parties: Sequence[Party]) -> Iterator[tuple[Roles, float]]:
    floor = get_limits().role_floor
    first = max((p for p in parties if p.first > floor), key=lambda p: p.first, default=None)
    others = [p for p in parties if first and p is not first and p.second > floor and not p.belongs_to(first)]
    second = max(others, key=lambda p: p.second, default=None)
    if first and second:
        for one, other in product(first.entities, second.entities):
            if one != other:
                yield dict(zip(ROLES[kind], (one, other), strict=True)), first.first * second.second


def _symmetric(kind: str, parties: Sequence[Party]) -> Iterator[tuple[Roles, float]]:
    likely = sorted((p for p in parties if p.first > get_limits().role_floor), key=lambda p: -p.first)
    if not likely:
        return
    best = likely[0]
    other = None if best.between and len(best.entities) > 1 else _opposite(kind, best, likely[1:])
    if other is None and not best.between and (kind == "Hostility" or len(best.entities) > _A_PAIR):
        return
    couples = product(best.entities, other.entities) if other else combinations(best.entities, 2)
    score = best.first * (other.first if other else best.first)
    for one, two in couples:
        if one != two:
            yield dict(zip(ROLES[kind], sorted((one, two)), strict=True)), score


def _opposite(kind: str, best: Party, others: Sequence[Party]) -> Party | None:
    """The likeliest other party that is neither the same, nor told to be of the first, nor at its side in a fight."""
    return next(
        (
            party
            for party in others
            if not set(party.entities) & set(best.entities)
            and not party.belongs_to(best)
            and not (kind == "Hostility" and party.sides_with(best))
        ),
        None,
    )
