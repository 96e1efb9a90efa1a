"""The mentions of a text, found by place, and the entities that they mean."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from ontology.entity import Entity
from ontology.extraction import Mention, Span
from ontology.schema import SCHEMA


@dataclass(frozen=True)
class Mentions:
    """Mentions in the order of the text, none overlapping another.

    `states` has the state that a person or a body speaks for, `offices` the title that a person bears, `sexes` whether
    the text takes a person for a woman or a man ("female", "male"), `singles` the nameless who are one person ("an
    analyst in Oslo").
    """

    entities: Mapping[str, Entity]
    mentions: tuple[Mention, ...]
    states: Mapping[str, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)
    sexes: Mapping[str, str] = field(default_factory=dict)
    singles: frozenset[str] = frozenset()

    def within(self, span: Span) -> Sequence[Mention]:
        """The mentions that stand inside a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        return [mention for mention in self.mentions[first:last] if mention.span.end <= span.end]

    def at(self, offset: int) -> Mention | None:
        """The mention that an offset stands in."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or self.mentions[index].span.end <= offset:
            return None
        return self.mentions[index]

    def touching(self, span: Span) -> Sequence[Mention]:
        """The mentions that share a character with a span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return [mention for mention in self.mentions[first:last] if mention.span.end > span.start]

    def is_a(self, entity: str, class_: str) -> bool:
        """Whether an entity is of a class, or of one below it."""
        return _is_a(self.entities[entity].type, class_)

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]


@cache
def _is_a(type_: str, class_: str) -> bool:
    return SCHEMA.is_a(type_, class_)
