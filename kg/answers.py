"""What a store answers: entities, claims and propositions under their canonical ids, as frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ontology.claim import Evidence, Modality, Polarity, Stance, Value
from ontology.document import Form, Part


class Status(StrEnum):
    """Where a proposition stands, computed from its positions and never stored by hand."""

    CONTESTED = "contested"
    UNCONTESTED = "uncontested"
    DENIED = "denied"
    RUMOURED = "rumoured"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Named:
    """An entity, or a code of a role, under the name to show."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity across documents: every name that it bears, and the documents that speak of it."""

    id: str
    type: str
    name: str
    names: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it stands in the store. `publisher` and `agency` are canonical."""

    id: str
    key: str
    version: str
    form: Form
    publisher: Named
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    agency: Named | None = None
    text: str | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposition:
    """A proposition with its standing.

    `origins` counts independent ones among the asserted affirmations, `claims` all that take a position on it.
    """

    id: str
    kind: str
    roles: Mapping[str, Named]
    status: Status
    asserted_by: tuple[Named, ...] = ()
    denied_by: tuple[Named, ...] = ()
    origins: int = 0
    private_to: str | None = None
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A position in short, to choose from many before their claims are asked for.

    `place` is its number within the claim, `record` whether the claim's evidence is a dataset's record, `at` when it
    was said; `since` and `until` are its first and last day as `kg.spells` tells them.
    """

    proposition: str
    claim: str
    place: int
    claimant: Named | None
    record: bool
    stance: Stance
    polarity: Polarity
    modality: Modality
    at: str
    since: str
    until: str
    qualifiers: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Position:
    """What a claim says of a proposition. An entity among the qualifiers is shown by its name as the document has it,
    its canonical id beside it (`item` and `item_id`)."""

    proposition: Proposition
    polarity: Polarity
    modality: Modality
    qualifiers: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim under canonical ids. `at` is when it was said, else when its document was published, else empty."""

    id: str
    document: str
    claimant: Named | None
    stance: Stance
    content: str
    relayed_by: tuple[Named, ...] = ()
    said_on: str | None = None
    at: str = ""
    evidence: tuple[Evidence, ...] = ()
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A derived edge between two entities: somebody affirms its proposition as asserted."""

    kind: str
    relationship: str
    source: str
    target: str
    proposition: str
    status: Status
    items: tuple[str, ...]
    first: str | None
    last: str | None
    claims: int
    origins: int
    quote: str | None
