"""From a passage and its readings to its mentions."""

from collections.abc import Sequence

from loaders.extract.mentions.grouping import group, states_of
from loaders.extract.mentions.mentions import Mentions
from loaders.extract.mentions.names import find_names
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.extraction import Mention


def find_mentions(passage: Passage, readings: Sequence[Reading]) -> Mentions:
    """Everybody and everything that a passage speaks of."""
    names = find_names(passage, readings)
    entities, ids = group(passage.document.key, passage.text, names)
    mentions = tuple(Mention(name.span, (id_,), name.form) for name, id_ in zip(names, ids, strict=True))
    return Mentions(entities, mentions, states_of(names, ids))
