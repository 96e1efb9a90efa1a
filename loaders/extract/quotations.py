"""Quotations: what stands between quotation marks, curly, straight, doubled or pointed, over paragraphs if need be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.document import Part
from ontology.extraction import Span

NEWLINE = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t]*")
_MARKS = re.compile(r"[“”\"„‟«»]|''|``|(?<!\w)[‘'](?=\w)|[’'](?!\w)")
_OPENING = {"“": "”", "„": "“”", "«": "»", "``": "''"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words inside a pair of quotation marks; one that `continues` goes on from the paragraph before."""

    span: Span
    outer: Span
    continues: bool = False


def stripped(text: str, start: int, end: int) -> Span:
    """The span without the space at its ends."""
    stretch = text[start:end]
    return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))


def quotations_of(text: str, part: Part) -> Iterator[Quotation]:
    """Quotations a paragraph; one that is left open goes on where the next paragraph begins with an opening mark."""
    left_open = False
    for start, end in _paragraphs(text, part):
        found, is_open = _pairs(text, start, end)
        for number, (a, b, closed) in enumerate(found):
            continues = number == 0 and left_open and not text[start:a].strip()
            yield Quotation(_inside(text, a, b), Span(a, b + closed), continues)
        left_open = is_open


def _inside(text: str, opening: int, closing: int) -> Span:
    return stripped(text, opening + (2 if text[opening : opening + 2] in {"''", "``"} else 1), closing)


def _paragraphs(text: str, part: Part) -> Iterator[tuple[int, int]]:
    start = part.start
    for m in NEWLINE.finditer(text, part.start, part.end):
        if m.start() > start and _ends_paragraph(text, m):
            yield start, m.start()
            start = m.end()
    if start < part.end:
        yield start, part.end


def _ends_paragraph(text: str, newline: re.Match[str]) -> bool:
    """Whether a line's end is not only a break within a sentence."""
    return text[newline.end() : newline.end() + 1] in {"\n", "\r"} or text[newline.start() - 1] in ".!?:…”\"'’)»"


def _pairs(text: str, start: int, end: int) -> tuple[list[tuple[int, int, int]], bool]:
    """(opening mark, closing mark, the closing mark's length), and whether the last is open at the paragraph's end."""
    found: list[tuple[int, int, int]] = []
    opened: re.Match[str] | None = None
    for mark in _MARKS.finditer(text, start, end):
        if opened is None:
            opened = mark if _opens(text, mark, start) else None
        elif _closes(opened[0], mark[0]):
            found.append((opened.start(), mark.start(), len(mark[0])))
            opened = None
        elif opened[0] in "‘'" and mark[0] in _OPENING | {'"': ""}:
            opened = mark
    if opened is not None and opened[0] not in "‘'" and (opened.start() == start or not found):
        found.append((opened.start(), end, 0))
        return found, True
    return found, False


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    if mark[0] in {'"', "''"}:
        return mark.start() == start or text[mark.start() - 1] in " \t\u00a0([—–-:,"
    return mark[0] in _OPENING or (mark[0] in "‘'" and text[mark.end() : mark.end() + 1].isalnum())


def _closes(opening: str, mark: str) -> bool:
    if opening in {'"', "''"}:
        return mark == opening
    if opening in "‘'":
        return mark == {"‘": "’", "'": "'"}[opening]
    return mark in _OPENING[opening]
