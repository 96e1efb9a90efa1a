"""Links: which cue says a content, and which words name its source."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import log

from loaders.extract.attribution.contents import Content
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.extraction import MentionForm, Span

SUBJECT, DISTANT_SUBJECT, BEHIND, NAMED_BY = 3.0, 1.0, 3.0, 3.0
OBJECT, ELSEWHERE, QUOTED, ADJECTIVE, OTHER_SENTENCE = -3.0, -1.0, -3.0, -1.0, -2.0
SEEN, NOBODY, NO_CHANCE = 0.7, -0.5, 1e-4
"""What a candidate's place in the sentence adds to the logarithm of the reader's probability. NOBODY is for no source."""

_ARTICLES = frozenset({"a", "an", "the", "that", "and"})
_TITLE = re.compile(
    r"(?:['’]s)?\s+(?:(?:[A-Z][\w.’'-]*|of|for|and|the|in|at|[a-z-]*(?:spokes\w+|minister|secretary|president|general|chief|commander|head|leader"
    r"|official|adviser|advisor|ambassador|envoy|director|chairman|chairwoman|analyst|deputy|officer|lawmaker|journalist|expert|press))\s+){1,9}"
)
_ASIDE = re.compile(
    r"\b(?:after|before|following|despite|amid|over|since|until|in\s+response\s+to)\s+(?:[\w’'.-]+\s+){0,5}$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:claims?|statements?|remarks?|announcements?|reports?|accusations?|allegations?|assertions?|warnings?)",
    re.IGNORECASE,
)
_NAMING = re.compile(r"(?:\bto|\bby|\bfrom|\bof)$", re.IGNORECASE)
_TELLING = re.compile(
    r"\b(?:told|tell|tells|telling|ask\w*|inform\w*|warn\w*|urg\w+|accus\w+|call\w* on|assur\w+|remind\w*)\b", re.I
)
_PARTICIPLE = re.compile(r"\w+ing\b", re.IGNORECASE)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:to|with|of|for|against|about|from|quoting|citing|in|on|at|told|between|by|and)\s+(?:the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A content with the cue and the source that the text ties to it."""

    content: Content
    cue: Span | None = None
    source: Span | None = None
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may name a source: `seen` by the reader, or a mention; `weak` where it is an adjective."""

    span: Span
    seen: bool
    weak: bool


def link(passage: Passage, mentions: Mentions, contents: Sequence[Content]) -> tuple[Link, ...]:
    """Every content with its cue and its source, where it has them."""
    by_reading: dict[Span, list[Content]] = defaultdict(list)
    for content in contents:
        by_reading[content.reading.span].append(content)
    return tuple(one for among in by_reading.values() for one in _links(passage, mentions, among[0].reading, among))


def _links(passage: Passage, mentions: Mentions, reading: Reading, contents: Sequence[Content]) -> Iterator[Link]:
    cues = [tagged.span for tagged in reading.tagged("att") if tagged.label == "CUE"]
    candidates = _candidates(passage, mentions, reading)
    chances = reading.sources([c.span for c in contents], [c.span for c in candidates])
    spans = [c.span for c in contents]
    for content, row in zip(contents, chances, strict=True):
        cue = _cue_of(passage, content.span, cues)
        best, source = log(float(row[0]) + NO_CHANCE) + NOBODY, None
        for candidate, chance in zip(candidates, row[1:], strict=True):
            if _overlap(candidate.span, content.span):
                continue
            score = log(float(chance) + NO_CHANCE) + _worth(passage, candidate, cue, content.span, candidates, spans)
            if score > best:
                best, source = score, candidate
        yield Link(content, cue, source.span if source else None, bool(source and source.seen))


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _candidates(passage: Passage, mentions: Mentions, reading: Reading) -> list[Candidate]:
    """Sources as the reader sees them, and the actors that are mentioned beside them and lead to no name."""
    seen = _whole([tagged.span for tagged in reading.tagged("att") if tagged.label == "SOURCE"], passage)
    among = mentions.within(reading.span)
    named = [
        Candidate(m.span, False, m.form is MentionForm.ADJECTIVE)
        for m, following in zip_longest(among, among[1:])
        if m
        and any(mentions.is_a(e, "Actor") for e in m.entities)
        and not any(_overlap(s, m.span) for s in seen)
        and not (following and _leads_to(passage, mentions, m.span, following.span))
    ]
    return sorted([*(Candidate(span, True, False) for span in seen), *named], key=lambda c: c.span)


def _whole(spans: Sequence[Span], passage: Passage) -> list[Span]:
    """Sources in one piece, those left out that are only an article."""
    whole: list[Span] = []
    for span in spans:
        if whole and passage.text[whole[-1].end : span.start] in {" ", ""}:
            whole[-1] = Span(whole[-1].start, span.end)
        else:
            whole.append(span)
    return [span for span in whole if passage.quote(span).casefold() not in _ARTICLES]


def _leads_to(passage: Passage, mentions: Mentions, first: Span, second: Span) -> bool:
    """Whether a mention only begins the title of the person behind it: "Kenyan Foreign Ministry spokesman N"."""
    person = mentions.at(second.start)
    is_person = person is not None and mentions.is_a(person.entities[0], "Person") and person.form is MentionForm.NAME
    return is_person and _TITLE.fullmatch(passage.text, first.end, second.start) is not None


def _worth(
    passage: Passage,
    candidate: Candidate,
    cue: Span | None,
    content: Span,
    candidates: Sequence[Candidate],
    contents: Sequence[Span],
) -> float:
    worth = (SEEN if candidate.seen else 0.0) + (ADJECTIVE if candidate.weak else 0.0)
    if cue is None:
        return worth
    if passage.sentence_at(candidate.span.start) != passage.sentence_at(cue.start):
        return worth + OTHER_SENTENCE
    if any(c.start <= candidate.span.start < c.end and not c.start <= cue.start < c.end for c in contents):
        return worth + QUOTED
    if candidate.span.end <= cue.start:
        return worth + _worth_before(passage, candidate, cue, content, candidates, contents)
    return worth + _worth_behind(passage, candidate, cue, content, candidates)


def _worth_before(
    passage: Passage,
    candidate: Candidate,
    cue: Span,
    content: Span,
    candidates: Sequence[Candidate],
    contents: Sequence[Span],
) -> float:
    """A subject stands before its cue: the nearest that no preposition leads, of a participle the first of the sentence."""
    if content.end <= cue.start and candidate.span.end <= content.start:
        return ELSEWHERE
    free = [
        c.span
        for c in candidates
        if c.span.end <= cue.start
        and not c.weak
        and passage.sentence_at(c.span.start) == passage.sentence_at(cue.start)
        and not any(s.start <= c.span.start < s.end for s in contents)
        and not _AFTER_PREPOSITION.search(passage.text, max(0, c.span.start - 20), c.span.start)
    ]
    if _PARTICIPLE.match(passage.text, cue.start, cue.end):
        return SUBJECT if free and candidate.span == free[0] else DISTANT_SUBJECT if candidate.span in free else 0.0
    if free and candidate.span == free[-1]:
        return SUBJECT
    return DISTANT_SUBJECT if candidate.span in free else 0.0


def _worth_behind(
    passage: Passage, candidate: Candidate, cue: Span, content: Span, candidates: Sequence[Candidate]
) -> float:
    """Behind its cue stands who is named by it ("according to N") or, after the content, its turned subject ("said N")."""
    near = candidate.span.start - cue.end < 25
    if (
        near
        and _NAMING.search(passage.text, cue.start, cue.end)
        and not _TELLING.search(passage.text, cue.start, cue.end)
    ):
        return NAMED_BY
    if cue.end <= content.start:
        return OBJECT if candidate.span.end <= content.start else ELSEWHERE
    taken = any(content.end <= c.span.start and c.span.end <= cue.start for c in candidates)
    if near and not taken and not _TELLING.search(passage.text, cue.start, cue.end):
        return BEHIND
    return ELSEWHERE


def _cue_of(passage: Passage, content: Span, cues: Sequence[Span]) -> Span | None:
    """The nearest cue outside of the content, in its sentence or beside its quotation; of two the one before it."""
    best: tuple[int, Span] | None = None
    sentences = {s.index for at in (content.start, content.end - 1) if (s := passage.sentence_at(at))}
    for cue in cues:
        if _overlap(cue, content) or _is_aside(passage, cue, cues):
            continue
        sentence = passage.sentence_at(cue.start)
        distance = content.start - cue.end if cue.end <= content.start else cue.start - content.end + 1
        if sentence is None or (sentence.index not in sentences and distance > 4):
            continue
        if best is None or distance < best[0]:
            best = (distance, cue)
    return best[1] if best else None


def _is_aside(passage: Passage, cue: Span, cues: Sequence[Span]) -> bool:
    """Whether a cue only tells when another was: "said after N's claim that"."""
    if not _NOUN.fullmatch(passage.text, cue.start, cue.end) or not _ASIDE.search(
        passage.text, max(0, cue.start - 60), cue.start
    ):
        return False
    sentence = passage.sentence_at(cue.start)
    return any(other.end <= cue.start and passage.sentence_at(other.start) == sentence for other in cues)
