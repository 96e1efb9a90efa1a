"""From a passage, its mentions and its readings to its attributions."""

from collections.abc import Sequence

from loaders.extract.attribution.attribution import Attribution
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage


def attribute(passage: Passage, mentions: Mentions, readings: Sequence[Reading]) -> tuple[Attribution, ...]:
    """The attributions of a passage, in the order of their contents."""
    return tuple(
        Attribution((tagged.span,))
        for reading in readings
        for tagged in reading.tagged("att")
        if tagged.label == "CONTENT"
    )
