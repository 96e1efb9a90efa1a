"""Short texts as documents, and what is read in them, by name."""

from loaders.extract import extract
from ontology.document import Document
from ontology.entity import Entity
from ontology.extraction import Extraction
from ontology.identity import as_read_id

KEY = "id:test"
OUTLET = Entity(as_read_id(KEY, "MediaOutlet", "Test Wire"), "MediaOutlet", "Test Wire")


def document(text: str, published: str | None = "2021-06-16") -> Document:
    return Document(key=KEY, publisher=OUTLET.id, text=text, published=published)


def read_text(text: str, published: str | None = "2021-06-16") -> Extraction:
    return extract(document(text, published), (OUTLET,))


def name_of(extraction: Extraction, id_: str | None) -> str | None:
    return next((e.name for e in extraction.entities if e.id == id_), None)


def said(text: str) -> list[tuple[str | None, str, str]]:
    """(claimant, stance, content) of everything that others than the outlet say."""
    extraction = read_text(text)
    return [
        (name_of(extraction, c.claimant), c.stance.value, " … ".join(text[s.start : s.end] for s in c.content))
        for c in extraction.claims
        if c.claimant != OUTLET.id
    ]


def meant(text: str, words: str) -> set[str | None]:
    """The names of those whom words mean, wherever they are a mention."""
    extraction = read_text(text)
    return {
        name_of(extraction, entity)
        for mention in extraction.mentions
        if text[mention.span.start : mention.span.end] == words
        for entity in mention.entities
    }


def taken(text: str) -> set[tuple[str | None, str, str, str]]:
    """(claimant, kind, polarity, modality) of every position."""
    extraction = read_text(text)
    return {
        (name_of(extraction, c.claimant), p.kind, p.polarity.value, p.modality.value)
        for c in extraction.claims
        for p in c.positions
    }
