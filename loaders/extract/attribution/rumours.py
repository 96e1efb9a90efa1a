"""Rumours: what the text itself holds for unconfirmed, with nobody to say it."""

import re
from collections.abc import Iterator, Sequence

from loaders.extract.attribution.attribution import Attribution
from loaders.extract.attribution.cues import get_lexicon
from loaders.extract.passage import Passage, Sentence
from ontology.extraction import Span

_REACH, _NEAR = 60, 25


def is_rumour(passage: Passage, content: Span, cue: Span | None, source: Span | None) -> bool:
    """Whether the words that introduce a content call it a rumour."""
    rumours = get_lexicon().rumours
    if cue and rumours.search(passage.text, cue.start, max(cue.end, min(content.start + 2, cue.end + 4))):
        return True
    if source and rumours.search(passage.quote(source)):
        return True
    sentence = passage.sentence_at(content.start)
    start = max(sentence.span.start if sentence else 0, content.start - _REACH)
    return any(content.start - m.end() <= _NEAR for m in rumours.finditer(passage.text, start, content.start))


def find_rumours(passage: Passage, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """What follows "reportedly" or "is believed to" to the end of the sentence, where it is not part of a content."""
    for sentence in passage.sentences:
        for match in get_lexicon().rumours.finditer(passage.text, sentence.span.start, sentence.span.end):
            cue = Span(*match.span())
            content = _rest(passage, sentence, cue)
            if content and not _is_told(attributions, cue, content):
                yield Attribution((content,), cue=cue, rumour=True)
                break


def _rest(passage: Passage, sentence: Sentence, cue: Span) -> Span | None:
    start = re.compile(r"[\s,]*(?:(?:surfaced|emerged|circulated|spread|swirled|of|that|about)\s+)*").match(
        passage.text, cue.end
    )
    at = start.end() if start else cue.end
    rest = passage.text[at : sentence.span.end].rstrip(' .!?"”’,;')
    return Span(at, at + len(rest)) if len(rest.split()) > 2 else None


def _is_told(attributions: Sequence[Attribution], cue: Span, content: Span) -> bool:
    return any(a.span.start < content.end and content.start < a.span.end for a in attributions) or any(
        a.holds(cue) for a in attributions
    )
