"""Sentences as windows of word pieces, which is what the reader reads."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from loaders.extract.passage import Passage
from ontology.extraction import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 254
"""Pieces in a window, its two marks aside."""

_DIGITS, _MARKS, _LOWER, _UPPER, _TITLE, _MIXED = range(1, 7)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Window:
    """Some sentences as word pieces: ids, cases of whole words, code-point offsets, the places where words begin."""

    ids: list[int] = field(default_factory=list)
    cases: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)

    def pieces_of(self, span: Span) -> tuple[int, int] | None:
        """The first and the last piece of a span, or None where it has none here."""
        first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end) - 1
        return (first, last) if first <= last else None

    def extended(self, other: "Window") -> "Window":
        """Both, one after the other."""
        return Window(
            self.ids + other.ids,
            self.cases + other.cases,
            self.starts + other.starts,
            self.ends + other.ends,
            self.words + [word + len(self.ids) for word in other.words],
        )

    def _part(self, first: int, last: int) -> "Window":
        words = [word - first for word in self.words if first <= word < last]
        return Window(
            self.ids[first:last], self.cases[first:last], self.starts[first:last], self.ends[first:last], words
        )

    def halves(self) -> Iterator["Window"]:
        """Itself, or parts of it that fit, each beginning with a word."""
        first = 0
        while len(self.ids) - first > LONGEST:
            last = max((w for w in self.words if first < w <= first + LONGEST), default=first + LONGEST)
            yield self._part(first, last)
            first = last
        yield self._part(first, len(self.ids))


def iter_windows(passage: Passage) -> Iterator[Window]:
    """Windows of whole sentences, as full as they can be; only a sentence that is longer is cut."""
    window = Window()
    for part in _encoded(passage):
        if len(window.ids) + len(part.ids) > LONGEST:
            yield window
            window = part
        else:
            window = window.extended(part)
    if window.ids:
        yield window


def _encoded(passage: Passage) -> Iterable[Window]:
    tokenizer = _tokenizer()
    for sentence in passage.sentences:
        text = _LONE_SURROGATE.sub("\ufffd", passage.quote(sentence.span))
        encoding = tokenizer.encode(text, add_special_tokens=False)
        if encoding.ids:
            yield from _window(text, sentence.span.start, encoding.ids, encoding.offsets, encoding.word_ids).halves()


def _window(
    text: str, start: int, ids: list[int], offsets: list[tuple[int, int]], word_ids: list[int | None]
) -> Window:
    words = [at for at, word in enumerate(word_ids) if at == 0 or word != word_ids[at - 1]]
    cases: list[int] = []
    for first, following in zip(words, [*words[1:], len(ids)], strict=True):
        case = _case(text[offsets[first][0] : offsets[following - 1][1]])
        cases.extend([case] * (following - first))
    return Window(list(ids), cases, [start + a for a, _ in offsets], [start + b for _, b in offsets], words)


def _case(word: str) -> int:
    if word.islower():
        return _LOWER
    if not any(c.isalpha() for c in word):
        return _DIGITS if any(c.isdigit() for c in word) else _MARKS
    if word.isupper():
        return _UPPER if len(word) > 1 else _TITLE
    return _TITLE if word[0].isupper() and word[1:].islower() else _MIXED


@cache
def _tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer

    from loaders.extract.model.graphs import checked

    tokenizer = Tokenizer.from_str(checked(files(__package__) / "tokenizer.json").decode("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
