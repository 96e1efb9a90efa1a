"""Parties: the names of a sentence, each with the reader's belief that it takes part in what a trigger states."""

from dataclasses import dataclass, replace
from functools import cache

from loaders.extract.frames import Line
from loaders.extract.mentions import Mentions
from loaders.extract.model import ROLES
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.limits import get_limits
from loaders.extract.propositions.scoring import Scores
from ontology.extraction import Mention, MentionForm
from ontology.schema import SCHEMA

_FAR_APART = 10_000


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a symbol of a line names, several where names are joined, and how likely that takes either role.

    `place` orders parties in the text. A party `owns` where "'s" follows, is `joined` to the next name by an "and",
    and its names are set against each other where they stand `between`.
    """

    entities: tuple[str, ...]
    first: float
    second: float
    place: int = -1
    owns: bool = False
    joined: bool = False
    between: bool = False

    def belongs_to(self, other: "Party") -> bool:
        """Whether one of two only tells whose the other is: "Kenya's Northern Front", "Kenyan rebels"."""
        sooner, later = sorted((self, other), key=lambda party: party.place)
        return later.place - sooner.place <= (2 if sooner.owns else 1)

    def sides_with(self, other: "Party") -> bool:
        """Whether the two act together: "Kenyan and Ugandan warplanes"."""
        sooner, later = sorted((self, other), key=lambda party: party.place)
        return sooner.joined and not sooner.between and later.place - sooner.place == 2


def find_parties(kind: str, where: Context, scores: Scores, mentions: Mentions) -> list[Party]:
    """The parties that a sentence offers a trigger of a kind, by the scores of its mentions [mentions, 3]."""
    parties: dict[int, Party] = {}
    for mention, score in zip(where.mentions, scores, strict=True):
        number = where.line.index_of(mention.span)
        if number is None or (kind == "Agreement" and _mediates(where.line, number)):
            continue
        first, second = (float(score[i + 1]) * weight(mention, r, kind, mentions) for i, r in enumerate(ROLES[kind]))
        party = _party(where, number, mention, first, second)
        if party.owns and kind in get_limits().not_owner:
            second *= get_limits().owner
            party = replace(party, second=second)
        known = parties.get(number, party)
        parties[number] = replace(known, first=max(known.first, first), second=max(known.second, second))
    return list(parties.values())


def _party(where: Context, number: int, mention: Mention, first: float, second: float) -> Party:
    return Party(
        where.line.symbols[number].entities or mention.entities,
        first,
        second,
        where.sentence.index * _FAR_APART + number,
        _word(where.line, number + 1) in ("'s", "'"),
        _word(where.line, number + 1) in ("and", "&", "or"),
        _word(where.line, number - 1) == "between" or len(mention.entities) > 1,
    )


def _mediates(line: Line, number: int) -> bool:
    return _word(line, number - 1) == "by" and _word(line, number - 2) in get_limits().mediates


def _word(line: Line, number: int) -> str:
    return line.symbols[number].word if 0 <= number < len(line.symbols) else ""


@cache
def _is_a(type_: str, class_: str) -> bool:
    return SCHEMA.is_a(type_, class_)


def is_bystander(mentions: Mentions, entity: str) -> bool:
    """Whether fighting harms somebody who is no party to it: "civilians"."""
    return not get_limits().bystanders.isdisjoint(mentions.entities[entity].name.lower().split())


def weight(mention: Mention, role: str, kind: str, mentions: Mentions) -> float:
    """How much of the reader's belief a mention keeps in a role: none outside of the role's range."""
    entity, limits = mention.entities[0], get_limits()
    range_ = SCHEMA.kinds[kind].roles[role].range
    type_ = mentions.entities[entity].type
    if range_ is not None and not _is_a(type_, range_):
        return 0.0
    kept = limits.pronoun if mention.form in (MentionForm.PRONOUN, MentionForm.DESCRIPTION) else 1.0
    if kind not in limits.may_be_person:
        kept *= min((share for class_, share in limits.seldom.items() if _is_a(type_, class_)), default=1.0)
    return kept
