"""From a passage, its mentions and its readings to its attributions."""

from collections.abc import Sequence

from loaders.extract.attribution.attribution import Attribution
from loaders.extract.attribution.contents import find_contents
from loaders.extract.attribution.cues import get_lexicon
from loaders.extract.attribution.links import link
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage


def attribute(passage: Passage, mentions: Mentions, readings: Sequence[Reading]) -> tuple[Attribution, ...]:
    """The attributions of a passage, in the order of their contents."""
    lexicon = get_lexicon()
    out = []
    for l in link(passage, mentions, find_contents(passage, readings)):
        m = [x for x in mentions.within(l.source)] if l.source else []
        out.append(Attribution((l.content.span,), lexicon.stance_of(passage.quote(l.cue)) if l.cue else "asserts", m[-1].entities[0] if m else None, l.source, l.cue))
    return tuple(out)
