"""Roles: which names take which part in what a trigger states, by the reader's scores and the sentence's shape."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from loaders.extract.frames import Symbol
from loaders.extract.mentions import Mentions
from loaders.extract.model import ROLES, Tagged
from loaders.extract.propositions.context import Context
from ontology.schema import SCHEMA


@dataclass(frozen=True, slots=True)
class Party:
    """Whom one symbol of a line names (several where names are joined), with how likely it takes the first and second role."""

    entities: tuple[str, ...]
    first: float
    second: float


def iter_pairs(
    trigger: Tagged, context: Context, before: Context | None, mentions: Mentions, threshold: float
) -> Iterator[tuple[dict[str, str], float]]:
    """The roles that a trigger's sentence fills, else with what the sentence before it names; each with its score."""
    here = _parties(trigger, context, context, mentions)
    pairs = list(_pairs(trigger.label, here, threshold))
    if not pairs and before is not None and before.reading is context.reading:
        pairs = list(_pairs(trigger.label, [*_parties(trigger, before, context, mentions), *here], threshold))
    yield from pairs


def _parties(trigger: Tagged, where: Context, context: Context, mentions: Mentions) -> list[Party]:
    if context.reading is None or not where.mentions:
        return []
    scores = context.reading.roles(trigger, [m.span for m in where.mentions])
    kind = SCHEMA.kinds[trigger.label]
    fits = [[_fits(mentions, m.entities[0], kind.roles[role].range) for role in ROLES[trigger.label]] for m in where.mentions]
    parties: dict[int, Party] = {}
    for mention, score, fit in zip(where.mentions, scores, fits, strict=True):
        number = where.line.index_of(mention.span)
        if number is not None:
            symbol = where.line.symbols[number]
            first, second = float(score[1]) * fit[0], float(score[2]) * fit[1]
            parties[number] = _likelier(parties.get(number), Party(_named(symbol, mention.entities), first, second))
    return list(parties.values())


def _named(symbol: Symbol, entities: tuple[str, ...]) -> tuple[str, ...]:
    return symbol.entities or entities


def _likelier(known: Party | None, other: Party) -> Party:
    if known is None:
        return other
    return Party(known.entities, max(known.first, other.first), max(known.second, other.second))


def _fits(mentions: Mentions, entity: str, range_: str | None) -> bool:
    return range_ is None or mentions.is_a(entity, range_)


def _pairs(kind: str, parties: Sequence[Party], threshold: float) -> Iterator[tuple[dict[str, str], float]]:
    if SCHEMA.kinds[kind].symmetric:
        yield from _symmetric(kind, parties, threshold)
    else:
        yield from _directed(kind, parties, threshold)


def _directed(kind: str, parties: Sequence[Party], threshold: float) -> Iterator[tuple[dict[str, str], float]]:
    first = max((p for p in parties if p.first > threshold), key=lambda p: p.first, default=None)
    second = max((p for p in parties if p.second > threshold), key=lambda p: p.second, default=None)
    if first and second:
        for one, other in product(first.entities, second.entities):
            if one != other:
                yield dict(zip(ROLES[kind], (one, other), strict=True)), first.first * second.second


def _symmetric(kind: str, parties: Sequence[Party], threshold: float) -> Iterator[tuple[dict[str, str], float]]:
    likely = sorted((p for p in parties if p.first > threshold), key=lambda p: -p.first)
    if not likely:
        return
    best = likely[0]
    other = next((p for p in likely[1:] if not set(p.entities) & set(best.entities)), None)
    couples = product(best.entities, other.entities) if other else combinations(best.entities, 2)
    score = best.first * (other.first if other else best.first)
    for one, two in couples:
        if one != two:
            yield dict(zip(ROLES[kind], sorted((one, two)), strict=True)), score
