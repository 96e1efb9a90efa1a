"""Which positions speak of a weapon: by its place in the register's tree, or by its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.answers import Position
from kg.errors import QuestionError
from ontology.claim import Polarity
from ontology.identity import fold
from ontology.register import Register, get_register

_PLURAL = "(?:s|(?<=[sxzo])es|(?<=[cs]h)es)?"


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon that is asked for: its ids, those below and above it, and its words. Made by `make_weapon`."""

    below: frozenset[str]
    above: frozenset[str]
    words: re.Pattern[str]

    def matches(self, position: Position) -> bool:
        """Whether a position speaks of it. A denial that names a broader item, or none, speaks of it too."""
        item, id_ = (position.qualifiers.get(name) for name in ("item", "item_id"))
        if position.polarity is Polarity.NEGATES and (item is None or id_ in self.above):
            return True
        return item is not None and (id_ in self.below or bool(self.words.search(fold(str(item)))))


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


def _iter_above(register: Register, id_: str) -> Iterator[str]:
    known = register.get(id_)
    while known and known.parent:
        yield known.parent
        known = register.get(known.parent)
