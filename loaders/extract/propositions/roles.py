"""Roles: which names take which part in what a trigger states, by the reader's scores and the sentence's shape."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from loaders.extract.mentions import Mentions
from loaders.extract.model import ROLES, Tagged
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.limits import get_limits
from ontology.extraction import Mention, MentionForm
from ontology.schema import SCHEMA

_FAR_APART = 10_000


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a symbol of a line names, several where names are joined, and how likely that takes either role.

    `place` orders parties in the text, `owned` is followed by "'s", `between` sets its names against each other.
    """

    entities: tuple[str, ...]
    first: float
    second: float
    place: int = -1
    owns: bool = False
    between: bool = False


def iter_pairs(
    trigger: Tagged, context: Context, before: Context | None, mentions: Mentions
) -> Iterator[tuple[dict[str, str], float]]:
    """The roles that a trigger's sentence fills, else with what the sentence before it names; each with its score."""
    here = _parties(trigger, context, context, mentions)
    pairs = list(_pairs(trigger.label, here))
    if not pairs and before is not None and before.reading is context.reading:
        far = _pairs(trigger.label, [*_parties(trigger, before, context, mentions), *here])
        pairs = [(roles, score * get_limits().far) for roles, score in far]
    yield from ((roles, score) for roles, score in pairs if not _speak_for_each_other(roles, mentions))


def _speak_for_each_other(roles: Mapping[str, str], mentions: Mentions) -> bool:
    """Whether one is the other's ministry or army: these do not trade or fight."""
    one, other = roles.values()
    return mentions.states.get(one) == other or mentions.states.get(other) == one


def _parties(trigger: Tagged, where: Context, context: Context, mentions: Mentions) -> list[Party]:
    if context.reading is None or not where.mentions:
        return []
    scores = context.reading.roles(trigger, [m.span for m in where.mentions])
    parties: dict[int, Party] = {}
    for mention, score in zip(where.mentions, scores, strict=True):
        number = where.line.index_of(mention.span)
        if number is not None:
            symbol = where.line.symbols[number]
            first, second = (
                float(score[i + 1]) * weight(mention, role, trigger.label, mentions)
                for i, role in enumerate(ROLES[trigger.label])
            )
            party = Party(
                symbol.entities or mention.entities,
                first,
                second,
                where.sentence.index * _FAR_APART + number,
                _owns_next(where, number),
                _is_between(where, number, mention),
            )
            parties[number] = _likelier(parties.get(number), party)
    return list(parties.values())


def _owns_next(where: Context, number: int) -> bool:
    following = where.line.symbols[number + 1 : number + 2]
    return bool(following) and following[0].word in ("'s", "'")


def _is_between(where: Context, number: int, mention: Mention) -> bool:
    """Whether joined names are set against each other: "between Kenya and Uganda", "both sides"."""
    before = where.line.symbols[number - 1].word if number else ""
    return before == "between" or len(mention.entities) > 1


def _likelier(known: Party | None, other: Party) -> Party:
    if known is None:
        return other
    return replace(known, first=max(known.first, other.first), second=max(known.second, other.second))


def _touch(one: Party, other: Party) -> bool:
    """Whether a name only tells whose the next one is: "Kenya's Northern Front", "Kenyan rebels"."""
    first, second = sorted((one, other), key=lambda p: p.place)
    return second.place - first.place <= (2 if first.owns else 1)


def weight(mention: Mention, role: str, kind: str, mentions: Mentions) -> float:
    """How much of the reader's belief a mention keeps in a role: none outside of the role's range."""
    range_ = SCHEMA.kinds[kind].roles[role].range
    entity = mention.entities[0]
    if range_ is not None and not mentions.is_a(entity, range_):
        return 0.0
    limits = get_limits()
    kept = limits.pronoun if mention.form in (MentionForm.PRONOUN, MentionForm.DESCRIPTION) else 1.0
    if kind == "Hostility" and not limits.bystanders.isdisjoint(mentions.entities[entity].name.lower().split()):
        return 0.0
    if kind not in limits.may_be_person:
        kept *= min((share for class_, share in limits.seldom.items() if mentions.is_a(entity, class_)), default=1.0)
    return kept


def _pairs(kind: str, parties: Sequence[Party]) -> Iterator[tuple[dict[str, str], float]]:
    if SCHEMA.kinds[kind].symmetric:
        yield from _symmetric(kind, parties)
    else:
        yield from _directed(kind, parties)


def _directed(kind: str, parties: Sequence[Party]) -> Iterator[tuple[dict[str, str], float]]:
    floor = get_limits().role_floor
    first = max((p for p in parties if p.first > floor), key=lambda p: p.first, default=None)
    others = [p for p in parties if p.second > floor and p is not first and not (first and _touch(first, p))]
    second = max(others, key=lambda p: p.second, default=None)
    if first and second:
        for one, other in product(first.entities, second.entities):
            if one != other:
                yield dict(zip(ROLES[kind], (one, other), strict=True)), first.first * second.second


def _symmetric(kind: str, parties: Sequence[Party]) -> Iterator[tuple[dict[str, str], float]]:
    likely = sorted((p for p in parties if p.first > get_limits().role_floor), key=lambda p: -p.first)
    if not likely:
        return
    best = likely[0]
    fitting = (p for p in likely[1:] if not set(p.entities) & set(best.entities) and not _touch(best, p))
    other = next(fitting, None)
    if best.between and len(best.entities) > 1:
        other = None
    elif other is None and kind == "Hostility":
        return
    couples = product(best.entities, other.entities) if other else combinations(best.entities, 2)
    score = best.first * (other.first if other else best.first)
    for one, two in couples:
        if one != two:
            yield dict(zip(ROLES[kind], sorted((one, two)), strict=True)), score
