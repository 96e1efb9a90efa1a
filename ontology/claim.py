"""A claim: one utterance of one claimant, its positions, and the evidence that it was made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Value = str | int | float | tuple[str, ...] | None
"""What a qualifier holds: text, a number, a date, a list of words, or (where it has a range) an entity as read."""


class Stance(StrEnum):
    """The act of speaking."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CONFIRMS = "confirms"
    ACCUSES = "accuses"
    VOWS = "vows"
    DOUBTS = "doubts"
    WARNS = "warns"
    DEMANDS = "demands"


class Polarity(StrEnum):
    """Which side a position takes."""

    AFFIRMS = "affirms"
    NEGATES = "negates"


class Modality(StrEnum):
    """How firmly a position is taken."""

    ASSERTED = "asserted"
    RUMOURED = "rumoured"
    PLANNED = "planned"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Position:
    """What a claim says of a proposition: its kind and roles, for or against, how firmly, with what qualifiers.

    A role's value is an entity as read, or a code where the schema gives codes. Unknown qualifiers are absent or None.
    """

    kind: str
    roles: Mapping[str, str]
    polarity: Polarity = Polarity.AFFIRMS
    modality: Modality = Modality.ASSERTED
    qualifiers: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim stands: an exact quote with its offsets in code points, or a dataset's record."""

    quote: str | None = None
    start: int | None = None
    end: int | None = None
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One utterance. `claimant` and `relayed_by` are entities as read; no claimant means that nobody is named."""

    claimant: str | None
    content: str
    stance: Stance = Stance.ASSERTS
    relayed_by: tuple[str, ...] = ()
    said_on: str | None = None
    evidence: tuple[Evidence, ...] = ()
    positions: tuple[Position, ...] = ()
