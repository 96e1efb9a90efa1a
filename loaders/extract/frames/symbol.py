"""A symbol: a word of a line, or a name in it."""

from dataclasses import dataclass

from ontology.extraction import Span

ACTORS = "SPGOAX"
"""The letters of whoever can act: states, persons, groups, organizations, alliances, and several of these at once."""

ADJECTIVE = "s"
POSSESSIVE = "p"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A word, or a name with its class letter; joined names have several entities.

    `mention` is the span of the name alone, of the first one where several are joined.
    """

    span: Span
    word: str
    letter: str = ""
    entities: tuple[str, ...] = ()
    mention: Span | None = None
