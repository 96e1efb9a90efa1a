"""Names that act as one: a state with its forces, names in a row."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.frames.symbol import ADJECTIVE, POSSESSIVE, Symbol
from loaders.extract.frames.words import words
from ontology.extraction import Span


def join_forces(symbols: Sequence[Symbol]) -> list[Symbol]:
    """Names with what acts for them taken in: "Kenya 's armed forces" is Kenya."""
    out: list[Symbol] = []
    at = 0
    while at < len(symbols):
        symbol = symbols[at]
        last = _last_of_forces(symbols, at) if symbol.letter in ("S", ADJECTIVE, POSSESSIVE) else None
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
    """Whether a force noun is only the first part of another ("state media"), or a blow at somebody ("strikes on")."""
    if at + 1 >= len(symbols) or symbols[at + 1].letter:
        return at + 1 < len(symbols) and symbols[at + 1].letter in "P"
    if symbols[at].word in words("blows") and symbols[at + 1].word in words("aims"):
        return True
    return symbols[at + 1].word in words("forces_go_on")


def _standing_alone(symbols: Sequence[Symbol], at: int) -> Symbol:
    """An adjective joined to an acting one acts too: "Kenyan and Ugandan troops"."""
    symbol = symbols[at]
    if symbol.letter != ADJECTIVE or at + 2 >= len(symbols):
        return symbol
    joined = symbols[at + 1].word in words("joins") and symbols[at + 2].letter == "S"
    acting = joined and symbols[at + 2].mention != symbols[at + 2].span
    return replace(symbol, letter="S") if acting else symbol


def join_rows(symbols: Sequence[Symbol]) -> list[Symbol]:
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
    return Symbol(span, "_", letter, entities, members[0].mention)
