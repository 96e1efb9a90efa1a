"""Known names in a text: every name of the register at once, whole words only, the longest first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ontology.extraction import Span
from ontology.register import Known, KnownName, NameForm, get_register
from ontology.schema import SCHEMA

_APOSTROPHES = str.maketrans("’‘‐‑–", "''---")
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A known name where it stands; `bearers` are several where the name alone does not tell whose it is."""

    span: Span
    bearers: tuple[Known, ...]
    form: NameForm


def find_known(text: str, span: Span) -> tuple[Match, ...]:
    """The known names in a stretch of text, none overlapping another: weapons in any case, all else as written."""
    stretch = text[span.start : span.end].translate(_APOSTROPHES)
    found = [*_matches(_names(), stretch), *_matches(_weapons(), _lowered(stretch))]
    return tuple(Match(Span(a + span.start, b + span.start), *bearer) for a, b, bearer in _longest(found))


_Bearer = tuple[tuple[Known, ...], NameForm]
_Found = tuple[int, int, _Bearer]


def _matches(automaton: Any, text: str) -> Iterator[_Found]:
    for last, (length, bearer) in automaton.iter(text) if len(automaton) else ():
        start, end = last - length + 1, last + 1
        if _is_whole(text, start, end):
            yield start, end, bearer


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the word ends where the name does: "anti-Turkish" holds Turkish, "Turkishness" holds nothing."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (before.isalnum() or after.isalnum() or (before in {"_", "."} and text[start - 2 : start - 1].isupper()))


def _longest(found: list[_Found]) -> Iterator[_Found]:
    end = 0
    for match in sorted(found, key=lambda m: (m[0], -m[1])):
        if match[0] >= end:
            yield match
            end = match[1]


def _lowered(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def _names() -> Any:
    table: dict[str, _Bearer] = {}
    for known in get_register().iter_known():
        if not SCHEMA.is_a(known.type, "Weapon"):
            for name in _names_of(known):
                for text in _spellings(name):
                    _add(table, text, known, name.form)
    return _automaton(table)


@cache
def _weapons() -> Any:
    table: dict[str, _Bearer] = {}
    for known in get_register().iter_known("Weapon"):
        for name in _names_of(known):
            for text in (name.text.lower(), _plural(name.text.lower())):
                _add(table, text, known, name.form)
    return _automaton(table)


def _names_of(known: Known) -> Iterator[KnownName]:
    """Its names, those left out that several entities share: they recognise none."""
    shared = {name.text for name in known.names if name.shared}
    yield from (name for name in (KnownName(known.name), *known.names) if name.text not in shared)


def _spellings(name: KnownName) -> set[str]:
    """As written, and in capitals where a headline may shout it."""
    text = name.text.translate(_APOSTROPHES)
    shouted = {text.upper()} if len(text) > _SHORT and name.form is not NameForm.ACRONYM else set()
    return {text} | shouted


def _plural(text: str) -> str:
    if re.search(r"(s|x|ch|sh)$", text):
        return text
    return text[:-1] + "ies" if re.search(r"[^aeiou]y$", text) else text + "s"


def _add(table: dict[str, _Bearer], text: str, known: Known, form: NameForm) -> None:
    bearers, other = table.get(text, ((), form))
    first = min(form, other, key=list(NameForm).index)
    table[text] = (bearers if known in bearers else (*bearers, known), first)


def _automaton(table: dict[str, _Bearer]) -> Any:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for text, bearer in table.items():
        automaton.add_word(text, (len(text), bearer))
    automaton.make_automaton()
    return automaton
