"""An extraction: what a reader found in one document, with the spans that show where; the gate makes a bundle of it."""

from dataclasses import dataclass
from enum import StrEnum

from ontology.claim import Position, Stance
from ontology.document import Document
from ontology.entity import Entity


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the document's text, in code points."""

    start: int
    end: int


class MentionForm(StrEnum):
    """How a mention speaks of its entity."""

    NAME = "name"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a document speaks of an entity (by its id as read); several ids where a plural takes them all."""

    span: Span
    entities: tuple[str, ...]
    form: MentionForm = MentionForm.NAME


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim as found. `content` may be split by its cue; `evidence` is the whole sentence or sentences.

    A claim of the publisher has the publisher as claimant and the sentence as content.
    """

    claimant: str | None
    content: tuple[Span, ...]
    evidence: tuple[Span, ...]
    stance: Stance = Stance.ASSERTS
    source: Span | None = None
    cue: Span | None = None
    relayed_by: tuple[str, ...] = ()
    said_on: str | None = None
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that a reader found in one document."""

    document: Document
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[FoundClaim, ...] = ()
