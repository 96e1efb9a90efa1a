"""A sentence in its context: its line, its mentions, and the reading that it stands in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.extract.frames import Line, join_line, make_line
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage, Sentence
from ontology.extraction import Mention


@dataclass(frozen=True)
class Context:
    """A sentence with all that is asked about it: its line with names joined, and the `plain` one before that."""

    sentence: Sentence
    line: Line
    plain: Line
    mentions: Sequence[Mention]
    reading: Reading | None


def iter_contexts(passage: Passage, mentions: Mentions, readings: Sequence[Reading]) -> Iterator[Context]:
    """Every sentence of a passage, in order."""
    classes = {id_: entity.type for id_, entity in mentions.entities.items()}
    starts = [reading.span.start for reading in readings]
    for sentence in passage.sentences:
        inside = mentions.within(sentence.span)
        number = bisect_right(starts, sentence.span.start) - 1
        reading = readings[number] if number >= 0 and readings[number].holds(sentence.span) else None
        plain = make_line(passage, sentence, inside, classes)
        yield Context(sentence, join_line(plain), plain, inside, reading)
