"""Trees for reading, a blank line between two: on a terminal in colour and wrapped to its width, else plain.

In a pipe there is no width, so that a sentence stays one line there. Nothing is asked of rich, which would take most of
the time of a long answer.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from api.cli.safe import harmless

_NARROWEST = 20
"""Columns that words are given, however deep they hang."""

_CODES: Mapping[str, str] = {"bold": "1", "dim": "2", "italic": "3", "red": "31", "green": "32", "yellow": "33"}


@dataclass(frozen=True, slots=True)
class Line:
    """Words in a style (bold, dim, italic or a colour); they are made harmless when they are drawn."""

    words: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """Some lines, and what hangs below them."""

    lines: tuple[Line, ...]
    below: list["Branch"] = field(default_factory=list)

    def add(self, *lines: Line) -> "Branch":
        """A new branch below this one."""
        grown = Branch(lines)
        self.below.append(grown)
        return grown


def branch(words: str, style: str = "") -> Branch:
    """A branch of one line."""
    return Branch((Line(words, style),))


def draw(trees: Iterable[Branch]) -> None:
    """Draw trees on standard output."""
    paper = _paper()
    for place, tree in enumerate(trees):
        sys.stdout.write(("\n" if place else "") + "".join(f"{line}\n" for line in paper.iter_lines(tree)))


@dataclass(frozen=True, slots=True)
class Paper:
    """What is drawn on: so many columns wide (None: as wide as it takes), in colour or not."""

    width: int | None = None
    coloured: bool = False

    def iter_lines(self, tree: Branch, head: str = "", rest: str = "") -> Iterator[str]:
        """The lines of a tree; `head` stands before the first of them, `rest` before all others."""
        for line in tree.lines:
            for words in self._wrapped(harmless(line.words), len(rest)):
                yield head + self._styled(words, line.style)
                head = rest
        for place, below in enumerate(tree.below, start=1):
            joint, trunk = ("└── ", "    ") if place == len(tree.below) else ("├── ", "│   ")
            yield from self.iter_lines(below, rest + joint, rest + trunk)

    def _wrapped(self, words: str, indent: int) -> Iterator[str]:
        room = None if self.width is None else max(_NARROWEST, self.width - indent)
        while room and len(words) > room:
            cut = words.rfind(" ", 1, room + 1)
            cut = cut if cut > 0 else room
            yield words[:cut]
            words = words[cut:].lstrip()
        yield words

    def _styled(self, words: str, style: str) -> str:
        return f"\x1b[{_CODES[style]}m{words}\x1b[0m" if self.coloured and style else words


def _paper() -> Paper:
    if not sys.stdout.isatty():
        return Paper()
    return Paper(
        shutil.get_terminal_size().columns, not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
