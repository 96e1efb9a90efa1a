"""Answers: "denied the claim" denies what another speaker has claimed before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.extract.attribution.attribution import Attribution
from loaders.extract.attribution.contents import Content
from loaders.extract.attribution.cues import get_lexicon
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.claim import Stance
from ontology.extraction import Span

_BARE = re.compile(r"(?:this|that|these|those|them)\Z", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:”\"]|(?:and|but|as|on|in|at|when|saying|through)\b|$)")
_ANSWERING = (Stance.DENIES, Stance.CONFIRMS)


def find_answered(passage: Passage, readings: Sequence[Reading], contents: Sequence[Content]) -> Iterator[Content]:
    """The contents that are only a word for what was said ("denied the claim") and that the reader passes over."""
    lexicon = get_lexicon()
    for reading in readings:
        for cue in (t.span for t in reading.tagged("att") if t.label == "CUE"):
            span = _word_for_all(passage, cue) if lexicon.stance_of(passage.quote(cue)) in _ANSWERING else None
            if span and not any(c.span.start < span.end and span.start < c.span.end for c in contents):
                yield Content(span, reading)


def _word_for_all(passage: Passage, cue: Span) -> Span | None:
    """The words right behind a cue that stand for what was said; a bare "that" may open something else."""
    match = get_lexicon().answered.match(passage.text, cue.end + 1)
    if not match or passage.text[match.end() : match.end() + 6].lstrip().startswith(("that", "of")):
        return None
    bare = _BARE.match(match[0]) is not None
    return Span(*match.span()) if not bare or _ENDS.match(passage.text, match.end()) else None


def with_answers(passage: Passage, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, those that answer an earlier claim as a whole with its place."""
    return tuple(_answering(passage, attributions, index) for index in range(len(attributions)))


def _answering(passage: Passage, attributions: Sequence[Attribution], index: int) -> Attribution:
    one = attributions[index]
    match = get_lexicon().answered.match(passage.text, one.span.start, one.span.end)
    if one.stance not in _ANSWERING or not match:
        return one
    if match.end() != one.span.end and not passage.text[match.end() : one.span.end].lstrip().startswith(("as ", "by ")):
        return one
    earlier = [
        i
        for i in range(index)
        if attributions[i].claimant != one.claimant
        and not attributions[i].answering
        and attributions[i].span.end <= one.span.start
    ]
    return replace(one, answers=earlier[-1] if earlier else None, answering=True)
