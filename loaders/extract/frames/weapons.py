"""Weapon phrases: "self-guided weapons", "S-400 missile systems", "20 Hawk jets"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from loaders.extract.frames.symbol import Symbol
from loaders.extract.frames.words import load, words
from ontology.extraction import Span

_WARLIKE_ENDINGS = ("-guided", "-range", "-launched", "-fired")


def find_weapons(symbols: Sequence[Symbol], text: str) -> list[Symbol]:
    """The symbols with each weapon phrase as one; a weapon's own name takes in the words that belong to it."""
    out: list[Symbol] = []
    at = 0
    while at < len(symbols):
        end = _phrase_end(symbols, at, text)
        if end is None:
            out.append(symbols[at])
            at += 1
        else:
            out.append(_as_weapon(symbols[at:end]))
            at = end
    return out


def _phrase_end(symbols: Sequence[Symbol], at: int, text: str) -> int | None:
    """Where the weapon phrase that begins here ends: modifiers, then a head or a designation."""
    end, warlike, last = at, False, None
    while end < len(symbols) and end - at < 7:
        symbol = symbols[end]
        if symbol.letter == "W" or _is_designation(symbol, text):
            warlike, last = True, end
        elif symbol.letter:
            break
        elif symbol.word in words("heads", "weapons"):
            warlike |= symbol.word not in words("weak_heads", "weapons")
            last = end if warlike else last
        elif symbol.word in words("before", "weapons") or symbol.word.endswith(_WARLIKE_ENDINGS):
            warlike = True
        elif not (symbol.word in words("neutral", "weapons") or symbol.word.isdigit()):
            break
        end += 1
    return None if last is None else last + 1


def _is_designation(symbol: Symbol, text: str) -> bool:
    """Whether a symbol is written like F-16 or T-72."""
    if symbol.letter or symbol.word.isalpha() or symbol.word in words("not_designations", "weapons"):
        return False
    return _designation().fullmatch(text, symbol.span.start, symbol.span.end) is not None


@cache
def _designation() -> re.Pattern[str]:
    return re.compile(load("weapons")["designation"])


def _as_weapon(symbols: Sequence[Symbol]) -> Symbol:
    known = next((s for s in symbols if s.letter == "W"), symbols[-1])
    span = Span(symbols[0].span.start, symbols[-1].span.end)
    return replace(known, span=span, word="weapon", letter="W", mention=span)
