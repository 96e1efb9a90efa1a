"""The whole way of one article: what it speaks of, who says what, what that states."""

from collections.abc import Iterable

from loaders.extract.attribution import attribute
from loaders.extract.claims import make_claims
from loaders.extract.mentions import find_mentions
from loaders.extract.model import read
from loaders.extract.passage import make_passage
from loaders.extract.propositions import find_statements
from ontology.document import Document
from ontology.entity import Entity
from ontology.extraction import Extraction

LANGUAGES = ("en", None)


def extract(document: Document, entities: Iterable[Entity] = ()) -> Extraction:
    """What a document says. `entities` are its publisher and agency; a text that is not English says nothing."""
    if document.language not in LANGUAGES or not document.text:
        return Extraction(document, tuple(entities))
    passage = make_passage(document)
    readings = read(passage)
    mentions = find_mentions(passage, readings)
    attributions = attribute(passage, mentions, readings)
    statements = find_statements(passage, mentions, readings, attributions)
    claims = make_claims(passage, attributions, statements)
    return Extraction(document, (*entities, *mentions.entities.values()), mentions.mentions, claims)
