"""A sentence in its context: its mentions, the reading that it stands in, and its line, made when first asked for."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.extract.frames import Line, join_line, make_line
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage, Sentence
from ontology.extraction import Mention


@dataclass(frozen=True)
class Context:
    """A sentence with all that is asked about it. `classes` tells the class of each entity of the passage."""

    passage: Passage
    sentence: Sentence
    mentions: Sequence[Mention]
    reading: Reading | None
    classes: Mapping[str, str]

    @cached_property
    def plain(self) -> Line:
        """The line with every name apart."""
        return make_line(self.passage, self.sentence, self.mentions, self.classes)

    @cached_property
    def line(self) -> Line:
        """The line with names joined."""
        return join_line(self.plain)


def iter_contexts(passage: Passage, mentions: Mentions, readings: Sequence[Reading]) -> Iterator[Context]:
    """Every sentence of a passage, in order."""
    classes = {id_: entity.type for id_, entity in mentions.entities.items()}
    starts = [reading.span.start for reading in readings]
    for sentence in passage.sentences:
        number = bisect_right(starts, sentence.span.start) - 1
        reading = readings[number] if number >= 0 and readings[number].holds(sentence.span) else None
        yield Context(passage, sentence, mentions.within(sentence.span), reading, classes)
