"""Bodies of a state: ministries and armies with it are one name, a government is the state itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from loaders.extract.mentions.name import Name
from loaders.extract.mentions.words import get_alternatives
from loaders.extract.passage import Passage
from ontology.extraction import MentionForm, Span


def find_bodies(passage: Passage, known: Iterable[Name]) -> Iterator[Name]:
    """The bodies of a passage. `known` are its known names."""
    yield from _bodies_of(passage, known)
    yield from _lone_bodies(passage)


def _bodies_of(passage: Passage, known: Iterable[Name]) -> Iterator[Name]:
    """With their state: "Kenyan defense ministry", "the Kenyan government"."""
    for name in known:
        if name.type != "State" or not name.known:
            continue
        government = _government().match(passage.text, name.span.end)
        if government and name.form is not MentionForm.NAME:
            span = Span(name.span.start, government.end())
            yield replace(name, span=span, text=passage.quote(span), form=MentionForm.DESCRIPTION)
        elif body := _body().match(passage.text, name.span.end):
            span = Span(name.span.start, body.end())
            yield Name(span, passage.quote(span), "GovernmentBody", state=name.known)


def _lone_bodies(passage: Passage) -> Iterator[Name]:
    for sentence in passage.sentences:
        for match in _lone_body().finditer(passage.text, sentence.span.start, sentence.span.end):
            yield Name(Span(*match.span()), match[0], "GovernmentBody")


@cache
def _government() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?\s+(?:{get_alternatives('governments')})\b")


@cache
def _body() -> re.Pattern[str]:
    qualifiers, bodies = get_alternatives("body_qualifiers"), get_alternatives("bodies")
    of = rf"ministry\s+of\s+(?:{qualifiers})(?:\s+and\s+(?:{qualifiers}))?"
    return re.compile(rf"(?:['’]s)?\s+(?:{of}|(?:(?:{qualifiers})\s+)*(?:{bodies}))\b", re.IGNORECASE)


@cache
def _lone_body() -> re.Pattern[str]:
    qualifiers = get_alternatives("body_qualifiers")
    of = rf"ministry\s+of\s+(?:{qualifiers})(?:\s+and\s+(?:{qualifiers}))?"
    return re.compile(rf"\b(?:{of}|(?:{qualifiers})\s+ministry)\b", re.IGNORECASE)
