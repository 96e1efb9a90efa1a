"""Frames meet lines: what a pattern found, its names sorted into roles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.extract.frames.lexicon import Frame, load_frames
from loaders.extract.frames.line import Line
from loaders.extract.frames.symbol import Symbol
from ontology.extraction import Span


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found in a line: its names by role, its trigger, and the number of that one's symbol.

    The slot `both` holds all parties of a symmetric kind.
    """

    frame: Frame
    slots: Mapping[str, Symbol]
    qualifiers: Mapping[str, str]
    trigger: Span
    index: int


def match_frames(line: Line) -> Iterator[Match]:
    """Every frame that a line fills, one a trigger: the earlier frame of the lexicon wins."""
    present = {symbol.word for symbol in line.symbols if not symbol.letter}
    taken: set[tuple[str, int]] = set()
    for frame in load_frames():
        if not frame.words.isdisjoint(present):
            for match in _matches(frame, line):
                if (frame.kind, match.index) not in taken:
                    taken.add((frame.kind, match.index))
                    yield match


def _matches(frame: Frame, line: Line) -> Iterator[Match]:
    for pattern in frame.patterns:
        for found in pattern.finditer(line.code):
            groups = {name: text for name, text in found.groupdict().items() if text and name != "trigger"}
            slots = {name: line.symbols[int(text)] for name, text in groups.items() if text.isdigit()}
            words = {name: text for name, text in groups.items() if not text.isdigit()}
            if "both" not in slots or len(slots["both"].entities) > 1:
                qualifiers = {**_kind(frame, line, found.span()), **frame.qualifiers, **words}
                trigger = line.span_of(*found.span("trigger"))
                yield Match(frame, slots, qualifiers, trigger, line.index_at(found.start("trigger")))


def _kind(frame: Frame, line: Line, span: tuple[int, int]) -> dict[str, str]:
    """The kind of war, deal or support, as the words of the match tell it."""
    words = line.code[span[0] : span[1]].split()
    return next(({"kind": frame.kinds[word]} for word in words if word in frame.kinds), {})
