"""A statement: what a sentence says of a proposition, before it is known who says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ontology.claim import Modality, Polarity, Position, Value
from ontology.extraction import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A proposition as some words state it: its kind, its roles (entities as read or codes), how firmly.

    `by_publisher` is what the article says itself even inside of another's words, as an office told by a title.
    `aside` stands in a clause of its own, which a denial around it leaves alone ("the arms that hit Lamu").
    `score` is how sure its finder is, from 0 to 1; a frame is.
    """

    kind: str
    roles: Mapping[str, str]
    trigger: Span
    sentence: Span
    polarity: Polarity = Polarity.AFFIRMS
    modality: Modality = Modality.ASSERTED
    qualifiers: Mapping[str, Value] = field(default_factory=dict)
    by_publisher: bool = False
    aside: bool = False
    score: float = 1.0

    def to_position(self) -> Position:
        """The position that whoever says it takes."""
        return Position(self.kind, dict(self.roles), self.polarity, self.modality, dict(self.qualifiers))
