"""A line: one sentence as symbols, its names known, determiners gone, forces with their state, joined names as one."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from loaders.extract.frames.weapons import find_weapons
from loaders.extract.frames.words import words
from loaders.extract.passage import Passage, Sentence, Token
from ontology.extraction import Mention, MentionForm, Span
from ontology.schema import SCHEMA

_LETTERS = {
    "State": "S", "Person": "P", "Group": "G", "Place": "L", "Weapon": "W", "Event": "E", "Alliance": "A",
}  # fmt: skip
ACTORS = "SPGOAX"
_BRACKETS = {"(": ")", "<": ">"}
_LONGEST_ASIDE = 8
_ADJECTIVE, _POSSESSIVE = "s", "p"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A word, or a name with its class letter; joined names have several entities. `mention` is the first one's span."""

    span: Span
    word: str
    letter: str = ""
    entities: tuple[str, ...] = ()
    mention: Span | None = None
    joined: bool = False


@dataclass(frozen=True)
class Line:
    """The symbols of a sentence, and the code that patterns read: `@S0 sold @W2 to @S4 . `"""

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

    def index_of(self, span: Span) -> int | None:
        """The number of the symbol in which a span of the text begins."""
        return next((i for i, s in enumerate(self.symbols) if s.span.start <= span.start < s.span.end), None)

    def span_of(self, start: int, end: int) -> Span:
        """The text's span of a stretch of the code."""
        first, last = self.index_at(start), self.index_at(max(start, end - 1))
        return Span(self.symbols[first].span.start, self.symbols[last].span.end)


def make_line(
    passage: Passage, sentence: Sentence, mentions: Sequence[Mention], classes: Mapping[str, str], *, join: bool = True
) -> Line:
    """A sentence as a line. `mentions` are those in the sentence, `classes` tells the class of each entity."""
    symbols = list(_symbols(passage, sentence, _apart(mentions), classes))
    symbols = [s for s in symbols if s.letter or s.word not in words("dropped")]
    symbols = find_weapons(_without_asides(symbols), passage.text)
    if join:
        symbols = _joined(_with_forces(symbols))
    return Line(sentence, tuple(symbols))


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


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions that do not overlap: the longer is kept."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span.start)):
        if all(m.span.end <= mention.span.start or mention.span.end <= m.span.start for m in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.span)


def _symbols(
    passage: Passage, sentence: Sentence, mentions: Sequence[Mention], classes: Mapping[str, str]
) -> Iterator[Symbol]:
    queue = [m for m in mentions if m.entities]
    at = sentence.span.start
    for token in passage.tokens_of(sentence):
        while queue and queue[0].span.start < token.end and queue[0].span.end > at:
            mention = queue.pop(0)
            yield from _rest(passage.text, token, at, mention.span.start)
            yield _name(mention, classes, passage.text)
            at = mention.span.end
        yield from _rest(passage.text, token, at, token.end)


def _rest(text: str, token: Token, start: int, end: int) -> Iterator[Symbol]:
    """What of a token is not part of a name: all of it, or the "-made" of "US-made"."""
    start, end = max(start, token.start), min(end, token.end)
    if start < end:
        word = text[start:end].lower().replace("’", "'").replace("‑", "-").replace("@", "at")
        yield Symbol(Span(start, end), "".join(word.split()))


def _name(mention: Mention, classes: Mapping[str, str], text: str) -> Symbol:
    class_ = classes.get(mention.entities[0], "Entity")
    letter = next((_LETTERS[a] for a in SCHEMA.iter_ancestors(class_) if a in _LETTERS), "")
    if not letter:
        letter = "O" if SCHEMA.is_a(class_, "Organization") else "E"
    if letter == "S" and mention.form is MentionForm.ADJECTIVE:
        letter = _ADJECTIVE
    if mention.form is MentionForm.PRONOUN and text[mention.span.start : mention.span.end].lower() in words(
        "possessives"
    ):
        letter = _POSSESSIVE
    word = "_".join(text[mention.span.start : mention.span.end].lower().split())
    return Symbol(mention.span, word, letter, mention.entities, mention.span, len(mention.entities) > 1)


def _with_forces(symbols: Sequence[Symbol]) -> list[Symbol]:
    """Names with what acts for them taken in: "Kenya 's armed forces" is Kenya."""
    out: list[Symbol] = []
    at = 0
    while at < len(symbols):
        symbol = symbols[at]
        last = _last_of_forces(symbols, at) if symbol.letter in ("S", _ADJECTIVE, _POSSESSIVE) else None
        if last is None:
            out.append(symbol)
            at += 1
        else:
            out.append(replace(symbol, letter="S", span=Span(symbol.span.start, symbols[last].span.end)))
            at = last + 1
    return [_standing_alone(out, i) for i in range(len(out))]


def _last_of_forces(symbols: Sequence[Symbol], at: int) -> int | None:
    end = at + 1
    if end < len(symbols) and symbols[end].word in ("'s", "'") and not symbols[end].letter:
        end += 1
    while (
        end < len(symbols) and end - at < 4 and not symbols[end].letter and symbols[end].word in words("before_forces")
    ):
        if symbols[end].word in words("forces") and not _goes_on(symbols, end):
            return end
        end += 1
    if end < len(symbols) and not symbols[end].letter and symbols[end].word in words("forces"):
        return None if _goes_on(symbols, end) else end
    return None


def _goes_on(symbols: Sequence[Symbol], at: int) -> bool:
    """Whether a force noun is only the first part of another: "government officials", "state media"."""
    if at + 1 >= len(symbols) or symbols[at + 1].letter:
        return at + 1 < len(symbols) and symbols[at + 1].letter in "P"
    return symbols[at + 1].word in words("forces_go_on")


def _standing_alone(symbols: Sequence[Symbol], at: int) -> Symbol:
    """An adjective joined to an acting one acts too: "Kenyan and Ugandan troops"."""
    symbol = symbols[at]
    if symbol.letter != _ADJECTIVE or at + 2 >= len(symbols):
        return symbol
    joined = symbols[at + 1].word in words("joins") and symbols[at + 2].letter == "S"
    acting = joined and symbols[at + 2].mention != symbols[at + 2].span
    return replace(symbol, letter="S") if acting else symbol


def _joined(symbols: Sequence[Symbol]) -> list[Symbol]:
    """Names in a row with commas and "and" between them as one: "France , Italy and Spain"."""
    out: list[Symbol] = []
    at = 0
    while at < len(symbols):
        members = _row(symbols, at)
        if len(members) > 1:
            out.append(_as_one([symbols[i] for i in members]))
            at = members[-1] + 1
        else:
            out.append(symbols[at])
            at += 1
    return out


def _row(symbols: Sequence[Symbol], at: int) -> list[int]:
    if not symbols[at].letter or symbols[at].letter not in "SPGOALWX":
        return [at]
    members, closed = [at], False
    while not closed:
        step, closed = _step(symbols, members[-1])
        if step is None or not _same_sort(symbols[members[0]], symbols[step]):
            return members if closed else [at]
        members.append(step)
    return members if _closed(symbols, members) else [at]


def _step(symbols: Sequence[Symbol], at: int) -> tuple[int | None, bool]:
    """Where the next name of a row stands, and whether it is the last."""
    words_ = [s.word if not s.letter else "@" for s in symbols[at + 1 : at + 4]]
    if words_[:1] and words_[0] in words("joins") and words_[1:2] == ["@"]:
        return at + 2, True
    if words_[:2] in ([",", "and"], [",", "or"]) and words_[2:3] == ["@"]:
        return at + 3, True
    if words_[:2] == [",", "@"]:
        return at + 2, False
    return None, False


def _closed(symbols: Sequence[Symbol], members: Sequence[int]) -> bool:
    return len(members) > 1 and symbols[members[-1] - 1].word in words("joins")


def _same_sort(first: Symbol, other: Symbol) -> bool:
    sorts = ("SOAGX", "P", "LS", "W")
    return any(first.letter in sort and other.letter in sort for sort in sorts)


def _as_one(members: Sequence[Symbol]) -> Symbol:
    letters = {m.letter for m in members}
    letter = letters.pop() if len(letters) == 1 else "L" if "L" in letters else "X"
    entities = tuple(dict.fromkeys(e for m in members for e in m.entities))
    span = Span(members[0].span.start, members[-1].span.end)
    return Symbol(span, "_", letter, entities, members[0].mention, joined=True)
