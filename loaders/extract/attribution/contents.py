"""The contents of a passage: what somebody is said to say, as the reader marks it, cleaned at its ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.extraction import Span

_LEADING = re.compile(
    r"(?:that(?!\s+(?:number|figure|total|toll|claim|report|deal|plan|decision|idea|view)\b)|as|,|:|;|\s|[-–—])+(?:\s+|(?=[\"“‘']))",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"[\s,;:.–—-]+$")
_LAST_WORD = re.compile(r"([^\W_]+)\W*$")
_MARK = re.compile(r"[,;:.!?”\"—–\n]")
_SAID_THAT = re.compile(r"\s+that\s+(?=\w)")
_NEEDS_MORE = frozenset(
    [
        "a",
        "an",
        "the",
        "that",
        "what",
        "which",
        "who",
        "whom",
        "whose",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "into",
        "about",
        "as",
        "than",
        "and",
        "or",
        "but",
        "if",
        "because",
        "while",
        "when",
        "where",
        "why",
        "how",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "should",
        "may",
        "might",
        "must",
        "can",
        "do",
        "does",
        "did",
        "not",
        "no",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "this",
        "these",
        "those",
        "some",
        "any",
        "every",
        "more",
        "most",
        "very",
        "so",
        "such",
        "between",
        "against",
        "among",
        "under",
        "over",
        "after",
        "before",
        "during",
        "until",
        "since",
    ]
)
_GAP, _SPILT = 60, 8
_OPENING, _CLOSING = "\"“‘'«`", "\"”’'»"


@dataclass(frozen=True, slots=True)
class Content:
    """Words that somebody says, and the reading that saw them."""

    span: Span
    reading: Reading = field(compare=False)


def find_contents(passage: Passage, readings: Sequence[Reading]) -> tuple[Content, ...]:
    """The contents of a passage in order."""
    return tuple(content for reading in readings for content in _contents(passage, reading))


def _contents(passage: Passage, reading: Reading) -> Iterator[Content]:
    spans = [tagged.span for tagged in reading.tagged("att") if tagged.label == "CONTENT"]
    others = [tagged.span for tagged in reading.tagged("att") if tagged.label != "CONTENT"]
    cues = [tagged.span for tagged in reading.tagged("att") if tagged.label == "CUE"]
    spans = sorted([*spans, *_passed_over(passage, spans, cues)])
    for span in _joined(passage, spans, others):
        clean = _cleaned(passage, _to_end_of_clause(passage, span, others))
        if clean and _says_something(passage.quote(clean), passage.quotation_at(clean.start) is not None):
            yield Content(clean, reading)


def _passed_over(passage: Passage, spans: Sequence[Span], cues: Sequence[Span]) -> Iterator[Span]:
    """What follows "said that" to the end of its sentence, where the reader sees the cue and no content."""
    for cue in cues:
        sentence = passage.sentence_at(cue.start)
        that = _SAID_THAT.match(passage.text, cue.end)
        if sentence and that and not any(sentence.span.start <= s.start < sentence.span.end for s in spans):
            yield Span(that.end(), sentence.span.end)


def _joined(passage: Passage, spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """Pieces of one content as one: near each other in a sentence or in one quotation, no cue or source between."""
    joined: list[Span] = []
    for span in spans:
        if (
            joined
            and not any(joined[-1].end <= cue.start < span.start for cue in others)
            and _belong(passage, joined[-1], span)
        ):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _belong(passage: Passage, first: Span, second: Span) -> bool:
    if passage.sentence_at(first.end - 1) == passage.sentence_at(second.start):
        return second.start - first.end <= _GAP
    quotation = passage.quotation_at(first.end - 1)
    return quotation is not None and quotation == passage.quotation_at(second.start)


def _to_end_of_clause(passage: Passage, span: Span, others: Sequence[Span]) -> Span:
    """A content that breaks off after a word that needs another goes on to the next mark, cue or source."""
    last = _LAST_WORD.search(passage.text, max(span.start, span.end - 20), span.end)
    sentence = passage.sentence_at(span.end - 1)
    if not (last and sentence and last[1].casefold() in _NEEDS_MORE):
        return span
    stops = [sentence.span.end, *(o.start for o in others if o.start >= span.end)]
    mark = _MARK.search(passage.text, span.end, min(stops))
    return Span(span.start, mark.start() if mark else min(stops))


def _cleaned(passage: Passage, span: Span) -> Span | None:
    """Without "that", outer quotation marks and the mark at its end."""
    start, end = span.start, span.end
    if match := _LEADING.match(passage.text, start, end):
        start = match.end()
    quotation = passage.quotation_at(start)
    if quotation and start <= quotation.span.start and quotation.outer.end >= end - _SPILT:
        return quotation.span if quotation.span.end <= end + 2 else Span(quotation.span.start, end)
    if match := _TRAILING.search(passage.text[start:end]):
        end = start + match.start()
    return Span(start, end) if start < end else None


def _says_something(text: str, quoted: bool) -> bool:
    words = re.findall(r"[^\W_]+", text)
    meaning = [word for word in words if word.casefold() not in _NEEDS_MORE]
    return bool(meaning) and (len(words) > 1 or quoted)
