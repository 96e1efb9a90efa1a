"""A number phrase as bounds: "at least 1,000" is 1000 and open, "between 40 and 50" both, "hundreds" 100 and open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ontology.extraction import Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A counted number of something, with open ends as None. `span` begins at its bound ("at least")."""

    low: int | None
    high: int | None
    span: Span


def iter_amounts(text: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """Every number phrase of a stretch of text that may count people: no years, dates, money, percentages or measures."""
    for match in _phrase().finditer(text, start, len(text) if end is None else end):
        if not _counts_something_else(text, match):
            low, high = _bounds(match)
            yield Amount(low, high, Span(match.start(), match.end()))


def _bounds(match: re.Match[str]) -> tuple[int | None, int | None]:
    cue = " ".join((match["bound"] or "").lower().split())
    if match["open"]:
        least = _words()["open"][" ".join(match["open"].lower().split())]
        return least, None
    first = to_number(match["number"])
    if match["second"]:
        second = to_number(match["second"])
        return (first, second) if first <= second else (first, first)
    if cue in _words()["lower"] or match["more"]:
        return first, None
    return (None, first) if cue in _words()["upper"] else (first, first)


def to_number(words: str) -> int:
    """The number that digits or number words write: "1,000", "2.5 million", "twenty-three", "a dozen"."""
    total, group = 0.0, 0.0
    for word in re.findall(r"[\d.,]*\d|[a-z]+", words.lower()):
        if word[0].isdigit() or word[0] in ".,":
            group += float(word.replace(",", ""))
        elif word in ("a", "an"):
            group = 1
        elif word in _words()["scales"]:
            scale = _words()["scales"][word]
            total, group = (total, (group or 1) * scale) if scale <= 100 else (total + (group or 1) * scale, 0)
        else:
            group += _words()["units"].get(word, _words()["tens"].get(word, 0))
    return round(total + group)


def _counts_something_else(text: str, match: re.Match[str]) -> bool:
    after = re.match(r"[\s-]*([\w%.-]+)", text[match.end() : match.end() + 20])
    before = re.search(r"(\S+)\s*$", text[max(0, match.start() - 20) : match.start()])
    next_word = after[1].lower().rstrip(".") if after else ""
    last_word = before[1].lower() if before else ""
    glued = text[match.end() : match.end() + 1] in ("-", "/", ":") and text[match.end() : match.end() + 2] != "--"
    return (
        (
            next_word in _words()["measures"]
            or next_word in _words()["months"]
            or last_word.rstrip(".") in _words()["months"]
            or (last_word + " ").startswith(("$", "€", "£", "us$"))
            and last_word in ("$", "€", "£", "us$")
            or text[max(0, match.start("number") - 1) : match.start("number")]
            in ("$", "€", "£", "-", ".", "/", "+", "#")
            if match["number"]
            else False
        )
        or glued
        or _is_year(match)
    )


def _is_year(match: re.Match[str]) -> bool:
    return bool(match["number"] and not match["bound"] and re.fullmatch(r"(1[5-9]|20)\d\d", match["number"]))


@cache
def _words() -> Any:
    return yaml.safe_load(files("loaders.extract.tolls").joinpath("numbers.yaml").read_text("utf-8"))


@cache
def _phrase() -> re.Pattern[str]:
    words = _words()
    bound = _any_of((*words["lower"], *words["upper"], *words["exact"]))
    small, scale = _any_of((*words["units"], *words["tens"])), _any_of(words["scales"])
    spelled = rf"(?:an?\s+{scale}|{small}(?:[\s-]+(?:and\s+)?{small})*)(?:[\s-]+{scale})*"
    digits = rf"\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?"
    number = rf"(?:(?:{digits})(?:\s+{scale})*|{spelled})"
    return re.compile(
        rf"(?<![\w.,/$€£])(?:(?P<bound>{bound})\s+(?:of\s+)?)?(?:between\s+|from\s+)?"
        rf"(?:(?P<open>{_any_of(words['open'])})"
        rf"|(?P<number>{number})(?:\s*(?:-|–|to|and)\s*(?P<second>{number})(?!\s+(?:and|others?|more)\b))?)(?![\w%])(?P<more>\s+or\s+more)?",
        re.IGNORECASE,
    )


def _any_of(words: Any) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in longest_first) + ")"
