"""Subjects: how well a candidate's place in the sentence fits the source of a content."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.attribution.candidates import Candidate
from loaders.extract.passage import Passage
from ontology.extraction import Span

SUBJECT, DISTANT_SUBJECT, BEHIND, NAMED_BY = 3.0, 1.0, 3.0, 3.0
OBJECT, ELSEWHERE, QUOTED, ADJECTIVE, OTHER_SENTENCE = -3.0, -1.0, -2.0, -1.0, -2.0
SEEN = 1.5
"""What a place adds to the logarithm of the reader's own probability; settled on news that is no part of the tests."""

_NEAR = 25
_NAMING = re.compile(r"(?:\bto|\bby|\bfrom|\bof)$", re.IGNORECASE)
_TELLING = re.compile(
    r"\b(?:told|tell|tells|telling|ask\w*|inform\w*|warn\w*|urg\w+|accus\w+|call\w* on|assur\w+|remind\w*)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"\w+ing\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?:(?:has|have|had|also|once|often|\w+ly)\s+)*(?:was|were|is|are|been|being)\s+(?:(?:also|once|often|not|\w+ly)\s+)*"
    r"(?:\w+ed|known|told|seen|shown|thought|found|given|held)(?:\s+(?:as|of|by|to|for|with))?",
    re.IGNORECASE,
)
_COORDINATED = re.compile(r",?\s+(?:and|but|then)\s+(?:\w+\s+){0,3}$")
_VERB = re.compile(
    r",?\s+(?:(?:who|which|has|have|had|is|was|were|are|will|also|then|later|\w+ly)\s+)*(?!and\b)[a-z]+(?:ed|s|ld|id|nt|ew)\b"
)
_COMMA = re.compile(r",\s+(?:(?:the|a|an|who\s+is)\s+)?$")
_PREPOSITIONS = "to|with|of|for|against|about|from|quoting|citing|in|on|at|told|between|by|and"
_AFTER_PREPOSITION = re.compile(rf"\b(?:{_PREPOSITIONS})\s+(?:the\s+|a\s+|an\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scene:
    """A content with its cue, among all the candidates and contents of its window."""

    passage: Passage
    content: Span
    cue: Span | None
    candidates: Sequence[Candidate]
    contents: Sequence[Span]

    def worth(self, candidate: Candidate) -> float:
        """How much the place of a candidate speaks for it."""
        worth = (SEEN if candidate.seen else 0.0) + (ADJECTIVE if candidate.weak else 0.0)
        return worth if self.cue is None else worth + self._place(candidate, self.cue)

    def _place(self, candidate: Candidate, cue: Span) -> float:
        if not self._in_one_sentence(candidate.span, cue):
            return OTHER_SENTENCE
        if self._is_quoted(candidate.span, cue):
            return QUOTED
        return self._before(candidate, cue) if candidate.span.end <= cue.start else self._behind(candidate, cue)

    def _before(self, candidate: Candidate, cue: Span) -> float:
        """The nearest that no preposition leads is the subject; of a participle it is the first of the sentence."""
        if self.content.end <= cue.start and candidate.span.end <= self.content.start:
            return ELSEWHERE
        if _PASSIVE.fullmatch(self.passage.text, cue.start, cue.end):
            return OBJECT
        free = [c.span for c in self.candidates if c.span.end <= cue.start and self._is_free(c, cue)]
        if not free or candidate.span not in free:
            return 0.0
        return SUBJECT if candidate.span == self._subject(free, cue) else DISTANT_SUBJECT

    def _subject(self, free: Sequence[Span], cue: Span) -> Span:
        """The nearest; of a participle the first; behind "N thanked M and" the nearest that has a verb of its own."""
        if _PARTICIPLE.match(self.passage.text, cue.start, cue.end):
            return free[0]
        if _COORDINATED.fullmatch(self.passage.text, free[-1].end, cue.start):
            return next((span for span in reversed(free) if _VERB.match(self.passage.text, span.end)), free[-1])
        return free[-1]

    def _behind(self, candidate: Candidate, cue: Span) -> float:
        """Behind its cue stands whom it names ("according to N") and, after the content, its subject ("said N")."""
        near = candidate.span.start - cue.end < _NEAR
        telling = _TELLING.search(self.passage.text, cue.start, cue.end)
        if near and not telling and _NAMING.search(self.passage.text, cue.start, cue.end):
            return NAMED_BY
        if cue.end <= self.content.start:
            return OBJECT if candidate.span.end <= self.content.start else ELSEWHERE
        taken = any(self.content.end <= c.span.start and c.span.end <= cue.start for c in self.candidates)
        return BEHIND if near and not taken and not telling else ELSEWHERE

    def _is_free(self, candidate: Candidate, cue: Span) -> bool:
        start = candidate.span.start
        return (
            not candidate.weak
            and self._in_one_sentence(candidate.span, cue)
            and not any(s.start <= start < s.end for s in self.contents)
            and not _AFTER_PREPOSITION.search(self.passage.text, max(0, start - 20), start)
            and not self._is_apposed(candidate.span, cue)
        )

    def _is_apposed(self, span: Span, cue: Span) -> bool:
        """Whether a span stands between commas behind another candidate: "N, the coalition's spokesman, said"."""
        opening = _COMMA.search(self.passage.text, max(0, span.start - 20), span.start)
        closed = "," in self.passage.text[span.end : cue.start]
        return closed and opening is not None and any(c.span.end == opening.start() for c in self.candidates)

    def _is_quoted(self, span: Span, cue: Span) -> bool:
        """Whether a span stands in a content that does not hold the cue too."""
        return any(c.start <= span.start < c.end and not c.start <= cue.start < c.end for c in self.contents)

    def _in_one_sentence(self, a: Span, b: Span) -> bool:
        return self.passage.sentence_at(a.start) == self.passage.sentence_at(b.start)
