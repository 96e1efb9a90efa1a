"""Which positions speak of a weapon: by its place in the register's tree, or by its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.answers import Position
from kg.errors import QuestionError
from ontology.claim import Polarity
from ontology.identity import fold
from ontology.register import Register, get_register
from ontology.schema import SCHEMA

_PLURAL = "(?:s|(?<=[sxzo])es|(?<=[cs]h)es)?"
_ITEM = "item"
_THING = (
    _ITEM,
    *dict.fromkeys(q.name for kind in SCHEMA.kinds.values() for q in kind.qualifiers.values() if q.broadens == _ITEM),
)
"""The qualifiers that tell what passes, the narrowest first."""


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon that is asked for: its ids, those below and above it, and its words. Made by `make_weapon`."""

    below: frozenset[str]
    above: frozenset[str]
    words: re.Pattern[str]

    def matches(self, position: Position) -> bool:
        """Whether a position speaks of it, by the item or by what broadens it.

        A denial that names a broader item, or none, speaks of it too.
        """
        told = [*_iter_told(position)]
        if position.polarity is Polarity.NEGATES and (not told or told[0][1] in self.above):
            return True
        return any(self._is(name, id_) for name, id_ in told)

    def _is(self, name: str, id_: str | None) -> bool:
        """By id; by words only where the register does not know both, since an anti-tank missile is no tank."""
        if id_ in self.below:
            return True
        both_known = bool(self.below) and id_ is not None and get_register().get(id_) is not None
        return not both_known and bool(self.words.search(fold(name)))


def make_weapon(text: str) -> Weapon:
    """The weapon that an id, a known name ("drones") or words of an item ("F-16", one or many) ask for.

    Raises QuestionError.
    """
    if not fold(text):
        raise QuestionError("the item is empty: name a weapon, or leave the question for one out")
    register = get_register()
    found = [known.id for known in (register.get(text), *register.find(text)) if known and known.type == "Weapon"]
    below = frozenset(id_ for one in found for id_ in register.iter_below(one))
    above = frozenset(id_ for one in found for id_ in _iter_above(register, one))
    singular = re.escape(fold(text).removesuffix("s") or fold(text))
    return Weapon(below, above, re.compile(rf"(?<!\w){singular}{_PLURAL}(?!\w)"))


def _iter_told(position: Position) -> Iterator[tuple[str, str | None]]:
    for name in _THING:
        told, id_ = position.qualifiers.get(name), position.qualifiers.get(f"{name}_id")
        if told is not None:
            yield str(told), None if id_ is None else str(id_)


def _iter_above(register: Register, id_: str) -> Iterator[str]:
    known = register.get(id_)
    while known and known.parent:
        yield known.parent
        known = register.get(known.parent)
