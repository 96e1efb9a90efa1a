"""The whole way of one article: what it speaks of, who says what, what that states."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.extract.attribution import attribute
from loaders.extract.claims import make_claims
from loaders.extract.mentions import find_mentions
from loaders.extract.model import read
from loaders.extract.passage import Passage, make_passage
from loaders.extract.propositions import find_statements
from ontology.document import Document
from ontology.entity import Entity
from ontology.extraction import Extraction, Mention, Span

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
    return Extraction(
        document, (*entities, *mentions.entities.values()), tuple(_everywhere(passage, mentions.mentions)), claims
    )


def _everywhere(passage: Passage, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, also where their sentence is printed again."""
    for mention in mentions:
        yield mention
        sentence = passage.sentence_at(mention.span.start)
        for copy in passage.copies.get(sentence.index, ()) if sentence else ():
            by = copy.start - sentence.span.start if sentence else 0
            yield replace(mention, span=Span(mention.span.start + by, mention.span.end + by))
