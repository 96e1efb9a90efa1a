"""A text's paragraphs, and where captions and datelines were glued to them."""

import re
from collections.abc import Iterator

from loaders.articles.clean.rules import LONGEST, get_rules
from ontology.extraction import Span

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_BLOCK = re.compile(r"[^\r\n](?:[^\r\n]|\r?\n(?![ \t]*\r?(?:\n|\Z)))*")
_GLUE = re.compile(r"(?:(?<=[a-z0-9)\]”\"’][.!?])|(?<=[.!?][”\"’]))(?=[A-Z“])")
_SENTENCE = re.compile(r"(?:(?<=[a-z0-9)\]”\"’][.!?])|(?<=[.!?][”\"’)]))\s*(?=[A-Z“\"(])")
_CLOSED = tuple(".!?:”\"’')]")
_WRAPPED_AT = 100
_OPEN_LINES = 0.6
_LONGEST_CAPTION = 600


def iter_paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs, without space around them; a paragraph is a line, or a block where lines are wrapped."""
    pattern = _BLOCK if _is_wrapped(text) else _LINE
    for match in pattern.finditer(text):
        for piece in _iter_pieces(match.group()):
            yield from stripped(text, Span(match.start() + piece.start, match.start() + piece.end))


def stripped(text: str, span: Span) -> Iterator[Span]:
    """The span without the space around it; nothing where it is all space."""
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    if piece.strip():
        yield Span(start, start + len(piece.strip()))


def last_sentence(paragraph: str) -> int:
    """Where the last sentence of a paragraph begins."""
    return max((m.end() for m in _SENTENCE.finditer(paragraph) if m.end() < len(paragraph)), default=0)


def _is_wrapped(text: str) -> bool:
    """Whether line ends fall within sentences, as in old wires and plain mails."""
    lines = [m.group().strip() for m in _LINE.finditer(text) if m.group().strip()]
    if len(lines) < 4 or max(map(len, lines)) > _WRAPPED_AT:
        return False
    return sum(not line.endswith(_CLOSED) for line in lines) >= _OPEN_LINES * len(lines)


def _iter_pieces(paragraph: str) -> Iterator[Span]:
    start = 0
    for cut in sorted({*_around_captions(paragraph), *_before_datelines(paragraph)}):
        if start < cut < len(paragraph):
            yield Span(start, cut)
            start = cut
    yield Span(start, len(paragraph))


def _around_captions(paragraph: str) -> Iterator[int]:
    """A caption ends with its credit, and begins where it was glued to the text before it."""
    start = 0
    for credit in (span for rule in get_rules("photo") if rule.at == "anywhere" for span in rule.iter_found(paragraph)):
        begin = start + _caption_begins(paragraph[start : credit.start])
        yield from (begin, credit.end)
        start = max(start, credit.end)


def _caption_begins(before: str) -> int:
    glued = [m.start() for m in _GLUE.finditer(before)]
    if glued:
        return glued[-1]
    is_story = len(before) > _LONGEST_CAPTION or any(rule.find(before) for rule in get_rules("dateline"))
    return last_sentence(before.rstrip()) if is_story else 0


def _before_datelines(paragraph: str) -> Iterator[int]:
    """An agency's dateline may stand behind a lead, with or without a space."""
    opening = paragraph[:LONGEST]
    wires = [rule for rule in get_rules("dateline") if rule.wire]
    for sentence in _SENTENCE.finditer(opening):
        if any(rule.find(opening[sentence.end() :]) for rule in wires):
            yield sentence.end()
