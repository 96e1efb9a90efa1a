"""The contents of a passage: what somebody is said to say, as the reader marks it, cleaned at its ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.extraction import Span

_LEADING = re.compile(r"(?:that|as|,|:|;|\s|[-–—])+(?:\s+|(?=[\"“‘']))", re.IGNORECASE)
_TRAILING = re.compile(r"[\s,;:.–—-]+$")
_GAP = 60
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
    for span in _joined(passage, spans, others):
        clean = _cleaned(passage, span)
        if clean and _says_something(passage.quote(clean)):
            yield Content(clean, reading)


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


def _cleaned(passage: Passage, span: Span) -> Span | None:
    """Without "that", outer quotation marks and the mark at its end."""
    start, end = span.start, span.end
    if match := _LEADING.match(passage.text, start, end):
        start = match.end()
    quotation = passage.quotation_at(start) if passage.text[start : start + 1] in tuple(_OPENING) else None
    if quotation and quotation.outer.start >= start - 1 and quotation.outer.end >= end - 2:
        return quotation.span if quotation.span.end <= end + 2 else Span(quotation.span.start, end)
    if match := _TRAILING.search(passage.text[start:end]):
        end = start + match.start()
    return Span(start, end) if start < end else None


def _says_something(text: str) -> bool:
    words = re.findall(r"[^\W_]+", text)
    return len(words) > 1 or bool(words and len(words[0]) > 6)
