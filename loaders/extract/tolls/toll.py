"""A toll as it is stated."""

from dataclasses import dataclass

from loaders.extract.passage import Sentence
from ontology.extraction import Span


@dataclass(frozen=True, slots=True)
class Toll:
    """How many are killed, wounded, displaced or captured; open ends are None.

    `whole` goes from the number to the harm; `again` marks one that puts another number on the toll before.
    """

    harm: str
    low: int | None
    high: int | None
    whole: Span
    sentence: Sentence
    of_whom: str | None = None
    again: bool = False
