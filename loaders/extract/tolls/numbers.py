"""A number phrase as bounds: "at least 1,000" is 1000 and open, "between 40 and 50" both, "hundreds" 100 and open."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ontology.extraction import Span

_MONEY = frozenset("$€£")
_GLUE_BEFORE = frozenset("$€£-./+#")
_GLUE_AFTER = frozenset("-/:")


@dataclass(frozen=True, slots=True)
class Amount:
    """A counted number of something, with open ends as None. `span` begins at its bound ("at least")."""

    low: int | None
    high: int | None
    span: Span


def iter_amounts(text: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """Every number phrase of a stretch that may count people: no years, dates, money, percentages or measures."""
    for match in _phrase().finditer(text, start, len(text) if end is None else end):
        if not _counts_something_else(text, match):
            low, high = _bounds(match)
            yield Amount(low, high, Span(match.start(), match.end()))


def _bounds(match: re.Match[str]) -> tuple[int | None, int | None]:
    bound = " ".join((match["bound"] or "").lower().split())
    if match["open"]:
        return _words()["open"][" ".join(match["open"].lower().split())], None
    first = to_number(match["number"])
    if match["second"]:
        second = to_number(match["second"])
        return (first, second) if first <= second else (first, first)
    if bound in _words()["lower"] or match["more"]:
        return first, None
    return (None, first) if bound in _words()["upper"] else (first, first)


def to_number(words: str) -> int:
    """The number that digits or number words write: "1,000", "2.5 million", "twenty-three", "a dozen"."""
    total, group = 0.0, 0.0
    for word in re.findall(r"[\d.,]*\d|[a-z]+", words.lower()):
        scale = _words()["scales"].get(word)
        if scale is not None and scale > _HUNDRED:
            total, group = total + (group or 1) * scale, 0.0
        elif scale is not None:
            group = (group or 1) * scale
        else:
            group += _value(word)
    return round(total + group)


_HUNDRED = 100


def _value(word: str) -> float:
    if word[0].isdecimal():
        return float(word.replace(",", ""))
    return 1.0 if word in ("a", "an") else float(_words()["units"].get(word, _words()["tens"].get(word, 0)))


def _counts_something_else(text: str, match: re.Match[str]) -> bool:
    glued = text[match.end() : match.end() + 1] in _GLUE_AFTER and text[match.end() : match.end() + 2] != "--"
    if glued or not match["number"]:
        return glued
    before, after = _word_before(text, match.start()), _word_after(text, match.end())
    months, measures = _words()["months"], _words()["measures"]
    return (
        _is_year(match)
        or after in measures
        or after in months
        or before.rstrip(".") in months
        or before[-1:] in _MONEY
        or text[max(0, match.start("number") - 1) : match.start("number")] in _GLUE_BEFORE
    )


def _word_after(text: str, at: int) -> str:
    after = re.match(r"[\s-]*([\w%.-]+)", text[at : at + 20])
    return after[1].lower().rstrip(".") if after else ""


def _word_before(text: str, at: int) -> str:
    before = re.search(r"(\S+)\s*$", text[max(0, at - 20) : at])
    return before[1].lower() if before else ""


def _is_year(match: re.Match[str]) -> bool:
    return not match["bound"] and re.fullmatch(r"(?:1[5-9]|20)\d\d", match["number"]) is not None


@cache
def _words() -> Any:
    return yaml.safe_load(files("loaders.extract.tolls").joinpath("numbers.yaml").read_text("utf-8"))


@cache
def _phrase() -> re.Pattern[str]:
    words = _words()
    bound = _any_of((*words["lower"], *words["upper"], *words["exact"]))
    units, scale = _any_of(words["units"]), _any_of(words["scales"])
    small = rf"(?:{_any_of(words['tens'])}(?:[\s-]+{units})?|{units})"
    spelled = rf"(?:an?|{small})\s+{scale}(?:[\s-]+{scale}|\s+(?:and\s+)?{small}(?:\s+{scale})?){{0,4}}|{small}"
    digits = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12}(?:\.[0-9]{1,6})?"
    number = rf"(?:(?:{digits})(?:\s+{scale}){{0,3}}|{spelled})"
    second = rf"\s*(?:-|–|to|and)\s*(?P<second>{number})(?!\s+(?:and|others?|more)\b)"
    return re.compile(
        rf"(?<![\w.,/$€£])(?:(?P<bound>{bound})\s+(?:of\s+)?)?(?:between\s+|from\s+)?"
        rf"(?:(?P<open>{_any_of(words['open'])})|(?P<number>{number})(?:{second})?)(?![\w%]|[.,]\d)(?P<more>\s+or\s+more)?",
        re.IGNORECASE,
    )


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in longest_first) + ")"
