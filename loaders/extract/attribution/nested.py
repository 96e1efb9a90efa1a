"""Contents inside of contents: "N said that M denied that ..." holds a claim of M, which the reader does not mark."""

import re
from collections.abc import Iterator, Sequence

from loaders.extract.attribution.contents import Content
from loaders.extract.attribution.cues import get_lexicon
from loaders.extract.attribution.links import Link
from loaders.extract.mentions import Mentions
from loaders.extract.passage import Passage
from ontology.claim import Stance
from ontology.extraction import MentionForm, Span

_BEFORE_CUE = re.compile(r"\s+(?:(?:has|have|had|also|later|repeatedly|continues?\s+to|continued\s+to|\w+ly)\s+)*")
_THAT, _THAT_OR_NOT = re.compile(r"\s+that\s+"), re.compile(r"\s+(?:that\s+)?")
_SHORTEST = 3


def find_nested(passage: Passage, mentions: Mentions, contents: Sequence[Content]) -> Iterator[Link]:
    """Links for an actor inside of a content, a known cue right behind it, and what follows "that"."""
    for content in contents:
        for mention in mentions.within(content.span):
            speaks = mention.form is not MentionForm.ADJECTIVE and mentions.is_a(mention.entities[0], "Actor")
            if speaks and (one := _link(passage, content, mention.span)):
                yield one


def _link(passage: Passage, content: Content, source: Span) -> Link | None:
    end = content.span.end
    before = _BEFORE_CUE.match(passage.text, source.end, end)
    cue = get_lexicon().verbs.match(passage.text, before.end(), end) if before else None
    that = _that(cue[0]).match(passage.text, cue.end(), end) if cue else None
    if not cue or not that or len(passage.text[that.end() : end].split()) < _SHORTEST:
        return None
    return Link(Content(Span(that.end(), end), content.reading), Span(*cue.span()), source)


def _that(cue: str) -> re.Pattern[str]:
    """What leads from a cue to its content: one denies a thing as well as that it is."""
    return _THAT_OR_NOT if get_lexicon().stance_of(cue) is Stance.DENIES else _THAT
