"""A sentence in its context: its line, its mentions, and the reading that it stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.extract.frames import Line, make_line
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage, Sentence
from ontology.extraction import Mention


@dataclass(frozen=True)
class Context:
    """A sentence with all that is asked about it."""

    sentence: Sentence
    line: Line
    mentions: Sequence[Mention]
    reading: Reading | None


def iter_contexts(passage: Passage, mentions: Mentions, readings: Sequence[Reading]) -> Iterator[Context]:
    """Every sentence of a passage, in order."""
    classes = {id_: entity.type for id_, entity in mentions.entities.items()}
    for sentence in passage.sentences:
        inside = mentions.within(sentence.span)
        reading = next((r for r in readings if r.span.start <= sentence.span.start < r.span.end), None)
        yield Context(sentence, make_line(passage, sentence, inside, classes), inside, reading)
