"""A line: one sentence as symbols, its names known, determiners gone, forces with their state, joined names as one."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from loaders.extract.frames.joining import join_forces, join_rows
from loaders.extract.frames.symbol import ADJECTIVE, POSSESSIVE, Symbol
from loaders.extract.frames.weapons import find_weapons
from loaders.extract.frames.words import words
from loaders.extract.passage import Passage, Sentence
from ontology.extraction import Mention, MentionForm, Span
from ontology.schema import SCHEMA

_LETTERS = {
    "State": "S", "Person": "P", "Group": "G", "Place": "L", "Weapon": "W", "Event": "E", "Alliance": "A",
    "Organization": "O",
}  # fmt: skip
_BRACKETS = {"(": ")", "<": ">"}
_LONGEST_ASIDE = 8


@dataclass(frozen=True)
class Line:
    """The symbols of a sentence, and the code that patterns read: `@S0 sold @W2 to @S4 . `."""

    sentence: Sentence
    symbols: tuple[Symbol, ...]

    @cached_property
    def code(self) -> str:
        """Every symbol, a space after each; a name is `@`, its letter and its number."""
        return "".join(self._codes)

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return tuple(f"@{s.letter}{i} " if s.letter else f"{s.word} " for i, s in enumerate(self.symbols))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts = [0]
        for code in self._codes:
            starts.append(starts[-1] + len(code))
        return tuple(starts[:-1])

    def index_at(self, offset: int) -> int:
        """The number of the symbol that an offset of the code stands in."""
        return bisect_right(self._starts, offset) - 1

    def start_of(self, index: int) -> int:
        """Where the symbol of a number begins in the code."""
        return self._starts[index]

    def index_of(self, span: Span) -> int | None:
        """The number of the symbol in which a span of the text begins."""
        number = bisect_right(self.symbols, span.start, key=lambda symbol: symbol.span.start) - 1
        return number if number >= 0 and span.start < self.symbols[number].span.end else None

    def span_of(self, start: int, end: int) -> Span:
        """The text's span of a stretch of the code."""
        first, last = self.index_at(start), self.index_at(max(start, end - 1))
        return Span(self.symbols[first].span.start, self.symbols[last].span.end)


def make_line(passage: Passage, sentence: Sentence, mentions: Sequence[Mention], classes: Mapping[str, str]) -> Line:
    """A sentence as a line, its names apart. `mentions` are its own, in order; `classes` has each entity's class."""
    symbols = list(_symbols(passage, sentence, mentions, classes))
    symbols = [s for s in symbols if s.letter or s.word not in words("dropped")]
    return Line(sentence, tuple(find_weapons(_without_asides(symbols), passage.text)))


def join_line(line: Line) -> Line:
    """The line with its forces at their states, and names in a row as one."""
    return Line(line.sentence, tuple(join_rows(join_forces(line.symbols))))


def _without_asides(symbols: Sequence[Symbol]) -> list[Symbol]:
    """The symbols without what stands in brackets: acronyms, tickers, conversions."""
    kept: list[Symbol] = []
    closing: str | None = None
    for number, symbol in enumerate(symbols):
        if closing is None and symbol.word in _BRACKETS and _closes_soon(symbols, number, _BRACKETS[symbol.word]):
            closing = _BRACKETS[symbol.word]
        elif closing is not None:
            closing = None if symbol.word == closing else closing
        else:
            kept.append(symbol)
    return kept


def _closes_soon(symbols: Sequence[Symbol], number: int, closing: str) -> bool:
    return any(s.word == closing for s in symbols[number + 1 : number + _LONGEST_ASIDE])


def _symbols(
    passage: Passage, sentence: Sentence, mentions: Sequence[Mention], classes: Mapping[str, str]
) -> Iterator[Symbol]:
    queue = [m for m in reversed(mentions) if m.entities]
    at = sentence.span.start
    for token in passage.tokens_of(sentence):
        if not queue or token.end <= queue[-1].span.start:
            if at <= token.start:
                yield Symbol(Span(token.start, token.end), _folded(token.text))
            elif at < token.end:
                yield _rest(passage.text, at, token.end)
            continue
        while queue and queue[-1].span.start < token.end:
            mention = queue.pop()
            start = max(at, token.start)
            if start < mention.span.start:
                yield _rest(passage.text, start, mention.span.start)
            yield _name(mention, classes, passage.text)
            at = mention.span.end
        if at < token.end:
            yield _rest(passage.text, at, token.end)


def _rest(text: str, start: int, end: int) -> Symbol:
    """What of a token is not part of a name: the "-made" of "US-made"."""
    return Symbol(Span(start, end), _folded(text[start:end]))


_PLAIN = str.maketrans({"’": "'", "‑": "-", "@": "a", " ": None, "\n": None, "\t": None, "\r": None})


def _folded(word: str) -> str:
    return word.lower().translate(_PLAIN)


@cache
def _letter(class_: str) -> str:
    """The letter of a class: its own, or that of the nearest class above."""
    return next((_LETTERS[above] for above in SCHEMA.iter_ancestors(class_) if above in _LETTERS), "E")


def _name(mention: Mention, classes: Mapping[str, str], text: str) -> Symbol:
    letter = _letter(classes.get(mention.entities[0], "Entity"))
    if letter == "S" and mention.form is MentionForm.ADJECTIVE:
        letter = ADJECTIVE
    if mention.form is MentionForm.PRONOUN and text[mention.span.start : mention.span.end].lower() in words(
        "possessives"
    ):
        letter = POSSESSIVE
    word = "_".join(text[mention.span.start : mention.span.end].lower().split())
    return Symbol(mention.span, word, letter, mention.entities, mention.span)
