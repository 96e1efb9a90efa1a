"""Offices told by a title beside a name: "Kenyan President Ann Roe", "Bo Lee, the minister of defence of Fiji"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from loaders.extract.frames.line import Line
from loaders.extract.frames.symbol import Symbol
from loaders.extract.frames.words import load
from ontology.extraction import Span


@dataclass(frozen=True, slots=True)
class Office:
    """A title where it stands, whose it is, and in what; `of` is None for a bare one ("President Roe").

    `status` is what stands apart from it: "former" in "the former Kenyan president".
    """

    title: Span
    holder: Symbol
    of: Symbol | None
    status: str = ""


def find_offices(line: Line) -> tuple[Office, ...]:
    """The offices of a line whose names are not joined; a bare title only where nothing tells what it is in."""
    found: dict[int, Office] = {}
    for pattern in _patterns():
        for match in pattern.finditer(line.code):
            office = _office(line, match)
            holder = int(match["holder"])
            if office is not None and holder not in found:
                found[holder] = office
    return tuple(found[number] for number in sorted(found))


def find_unnamed_offices(line: Line) -> Iterator[tuple[str, Symbol]]:
    """Titles that stand without a name ("the Kenyan president"), in lower case, with what they are in."""
    for match in _unnamed().finditer(line.code):
        yield match["title"].strip(), line.symbols[int(match["of"])]


def get_own_titles() -> Mapping[str, str]:
    """Titles that only one state has, with the state's id in the register."""
    own: Mapping[str, str] = load("offices")["own"]
    return own


def is_title(text: str) -> bool:
    """Whether words hold a title of office."""
    return not {*load("offices")["heads"]}.isdisjoint(text.lower().replace("-", " ").split())


def to_title(text: str, holder: str) -> str:
    """A title as it is told: without articles at its ends and the name of who bears it."""
    ends = {*load("offices")["ends"]}
    words = [word for word in text.split() if word not in holder.split()]
    while words and words[0].lower() in ends:
        words.pop(0)
    while words and words[-1].strip(",").lower() in ends:
        words.pop()
    return " ".join(word for word in words if word.lower() not in ("its", "their")).rstrip(",")


def is_sent(text: str) -> bool:
    """Whether the words from a title to a state tell where its bearer is sent: "special envoy for"."""
    words = text.lower().split()
    to = next((i for i, word in enumerate(words) if word in load("offices")["sent_to"]), len(words))
    return to < len(words) and not set(load("offices")["sent"]).isdisjoint(words[:to])


def is_same_title(title: str) -> bool:
    """Whether a title only repeats the one before: "counterpart"."""
    return title.lower() in load("offices")["same"]


def _office(line: Line, match: re.Match[str]) -> Office | None:
    groups = match.groupdict()
    of = groups.get("of")
    title = match["title"].split()
    weak = set(load("offices")["weak_heads"])
    if of is None and title[-1] in weak and (len(title) < 2 or title[0] in weak):
        return None
    if of is not None and match.start("of") > match.end("title") and _is_sent(line, match):
        return None
    holder = line.symbols[int(match["holder"])]
    whose = line.symbols[int(of)] if of else None
    return Office(line.span_of(*match.span("title")), holder, whose, _status(line, match))


def _is_sent(line: Line, match: re.Match[str]) -> bool:
    """Whether a title only tells where its bearer is sent: "special envoy for Kenya"."""
    return is_sent(line.code[match.start("title") : match.start("of")])


def _status(line: Line, match: re.Match[str]) -> str:
    of = match.groupdict().get("of")
    before = line.symbols[int(of) - 1].word if of and int(of) and match.start("of") < match.start("title") else ""
    return before if before in load("offices")["before_state"] else ""


@cache
def _title() -> str:
    words = load("offices")
    head, modifier, tail = (_any_of(words[name]) for name in ("heads", "modifiers", "tails"))
    return rf"(?P<title>(?:{modifier} ){{0,5}}{head} (?:of (?:{tail} )(?:affairs )?)?(?:(?:and|-) {head} )?)"


@cache
def _unnamed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)@[sSOp](?P<of>\d+) (?:'s? )?{_title()}(?!@P|[,“] @P)")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    title, rank = _title(), rf"(?:{_any_of(load('offices')['before_name'])} ){{0,4}}"
    of, holder = r"@[sSOALp](?P<of>\d+) ", r"@P(?P<holder>\d+) "
    marks, some = r"(?:[,“”\"-] ){0,2}", r"(?:[\w-]+ ){0,3}?"
    quoted = rf"(?:[“”\"] )?{title}(?:[“”\"] )?"
    within = r"(?:of|for|at|to|in|with) "
    who_is = r"(?:who )?(?:is |was |served as |also )?"
    return tuple(
        re.compile(r"(?<!\S)" + pattern)
        for pattern in (
            rf"{of}(?:'s? )?(?:\w+ )??{title}(?:for|to|on|in) @[sSOAL]\d+ (?:, )?{rank}{holder}",
            rf"{of}(?:'s? )?(?:\w+ )??{title}{marks}{rank}{holder}",
            rf"{title}{within}(?:\S+ ){{0,2}}?{of}(?:, )?{rank}{holder}",
            rf"{holder}, {who_is}{some}{of}(?:'s? )?{some}{quoted}(?!(?:[“”\"] )?(?:of|at) )",
            rf"{holder}(?:, |\( ){who_is}(?:@s\d+ )?{some}{quoted}{within}{some}{of}",
            rf"{holder}(?:is|was|became|serves as|served as) {some}{title}(?:of|for|at) {some}{of}",
            rf"{title}{rank}{holder}",
            rf"{holder}, {title}(?:, |\. )",
        )
    )


def _any_of(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w))) + ")"
