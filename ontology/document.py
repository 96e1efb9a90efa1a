"""A document: an article, or a part of a release of a dataset."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What a document is."""

    ARTICLE = "article"
    DATASET = "dataset"
    MANIFEST = "manifest"
    REJECTED = "rejected"


class PartKind(StrEnum):
    """What a stretch of an article is; only body, headline and caption are mined."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document's text, in code points."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article or a part of a dataset as it came in; its text is never changed.

    `key` says who it is (`ontology.identity.document_key`); `publisher` and `agency` (the wire service that it credits)
    are entities as read, listed in the same bundle. Dates keep their precision. `text` is None for a dataset. What was
    rejected (`ontology.rejected`) is nobody's: it has no publisher, and is no document to those who ask.
    """

    key: str
    publisher: str
    form: Form = Form.ARTICLE
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    agency: str | None = None
    text: str | None = None
    parts: tuple[Part, ...] = ()
