"""A bundle flattened under canonical ids: the rows that both stores keep, and the only place where they are made."""

from collections.abc import Mapping
from dataclasses import dataclass

from ontology.bundle import Bundle, Reject
from ontology.claim import Evidence, Modality, Polarity, Stance, Value
from ontology.document import Form, Part


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """The document itself. `publisher` and `agency` are canonical ids."""

    id: str
    key: str
    version: str
    form: Form
    publisher: str
    url: str | None
    title: str | None
    published: str | None
    language: str | None
    agency: str | None
    text: str | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """How the document reads an entity. `names`: its name first, then its mentions, without repeats."""

    as_read: str
    entity: str
    type: str
    name: str
    names: tuple[str, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim. `at` is said on, else published, else empty. `origins` are keys that two claims of one origin share:
    the document, its agency on its day, the folded sentences of its evidence."""

    id: str
    claimant: str | None
    relayed_by: tuple[str, ...]
    stance: Stance
    content: str
    said_on: str | None
    at: str
    evidence: tuple[Evidence, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PropositionRow:
    """A proposition: canonical ids or codes by role. `private_to` is the document of one without its anchor."""

    id: str
    kind: str
    roles: Mapping[str, str]
    private_to: str | None


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A claim's position on a proposition, `place` its number within the claim.

    An entity qualifier holds its name as read, with the canonical id beside it under `<name>_id`.
    """

    claim: str
    place: int
    proposition: str
    polarity: Polarity
    modality: Modality
    qualifiers: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """All rows of one document."""

    document: DocumentRow
    readings: tuple[ReadingRow, ...]
    claims: tuple[ClaimRow, ...]
    propositions: tuple[PropositionRow, ...]
    positions: tuple[PositionRow, ...]
    rejects: tuple[Reject, ...]


def rows_of(bundle: Bundle) -> DocumentRows:
    """The rows of a bundle; a pure function, so that every store derives the same."""
