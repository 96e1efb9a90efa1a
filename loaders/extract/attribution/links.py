"""Links: which cue says a content, and which words name its source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from loaders.extract.attribution.contents import Content
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.extraction import Span

_SPEAKERS = ("Actor",)
_ADJACENT = re.compile(
    r"[\s,\"“”’'—–-]*(?:(?:also|has|have|had|was|were|is|are|immediately|recently|that|to|by|,|then|later|who|:)\s*)*",
    re.IGNORECASE,
)
_FAR = 200

SEEN_SOURCE, SAME_SENTENCE, SUBJECT, INVERTED, NOBODY = 0.7, 1.0, 1.2, 1.2, -0.5
"""What speaks for a candidate beside the reader's own probability; NOBODY for none of them. Settled on PolNeAR's train split."""


@dataclass(frozen=True, slots=True)
class Link:
    """A content with the cue and the source that the text ties to it."""

    content: Content
    cue: Span | None = None
    source: Span | None = None


def link(passage: Passage, mentions: Mentions, contents: Sequence[Content]) -> tuple[Link, ...]:
    """Every content with its cue and its source, where it has them."""
    linked: list[Link] = []
    for reading in dict.fromkeys(id(c.reading) for c in contents):
        among = [c for c in contents if id(c.reading) == reading]
        linked.extend(_links(passage, mentions, among[0].reading, among))
    return tuple(linked)


def _links(passage: Passage, mentions: Mentions, reading: Reading, contents: Sequence[Content]) -> Iterator[Link]:
    cues = [tagged.span for tagged in reading.tagged("att") if tagged.label == "CUE"]
    seen = [tagged.span for tagged in reading.tagged("att") if tagged.label == "SOURCE"]
    candidates = sorted([*seen, *_speakers(mentions, reading, seen)])
    chances = reading.sources([c.span for c in contents], candidates)
    for content, row in zip(contents, chances, strict=True):
        cue = _cue_of(passage, content.span, cues)
        best, source = log(float(row[0]) + 1e-4) + NOBODY, None
        for candidate, chance in zip(candidates, row[1:], strict=True):
            if candidate.start < content.span.end and content.span.start < candidate.end:
                continue
            score = (
                log(float(chance) + 1e-4)
                + (SEEN_SOURCE if candidate in seen else 0)
                + _grammar(passage, candidate, cue, candidates)
            )
            if score > best:
                best, source = score, candidate
        yield Link(content, cue, source)


def _speakers(mentions: Mentions, reading: Reading, seen: Sequence[Span]) -> list[Span]:
    return [
        m.span
        for m in mentions.within(reading.span)
        if any(mentions.is_a(e, "Actor") for e in m.entities)
        and not any(s.start < m.span.end and m.span.start < s.end for s in seen)
    ]


def _grammar(passage: Passage, candidate: Span, cue: Span | None, candidates: Sequence[Span]) -> float:
    if cue is None:
        return 0
    near = passage.sentence_at(candidate.start) == passage.sentence_at(cue.start)
    score = SAME_SENTENCE if near else 0
    if not near:
        return score
    if candidate.end <= cue.start and not any(candidate.end <= c.start < cue.start for c in candidates):
        score += SUBJECT
    elif candidate.start >= cue.end and candidate.start - cue.end < 6:
        score += INVERTED
    return score


def _cue_of(passage: Passage, content: Span, cues: Sequence[Span]) -> Span | None:
    """The nearest cue outside of the content, in its sentence or beside its quotation; of two as near the one before it."""
    best: tuple[int, Span] | None = None
    sentences = {s.index for at in (content.start, content.end - 1) if (s := passage.sentence_at(at))}
    for cue in cues:
        if cue.start < content.end and content.start < cue.end:
            continue
        sentence = passage.sentence_at(cue.start)
        distance = content.start - cue.end if cue.end <= content.start else cue.start - content.end + 1
        if sentence is None or (sentence.index not in sentences and distance > 4):
            continue
        if best is None or distance < best[0]:
            best = (distance, cue)
    return best[1] if best else None
