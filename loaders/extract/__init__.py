"""From an article to what it says: mentions, attribution, propositions, then the gate. Local and deterministic.

Nothing here reads files or opens a store: a Document goes in, an Extraction, a Bundle or a Report comes out.
"""

from collections.abc import Iterable

from loaders.extract.extract import extract
from loaders.extract.gate import to_bundle
from loaders.extract.report import Report, to_report
from ontology.bundle import Bundle
from ontology.document import Document
from ontology.entity import Entity

__all__ = ["Report", "extract", "read_bundle", "to_report"]


def read_bundle(document: Document, entities: Iterable[Entity] = ()) -> Bundle:
    """The bundle of a document; `entities` are its publisher and its agency."""
    return to_bundle(extract(document, entities))
