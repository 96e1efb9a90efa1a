"""Offices: the title that a person bears in the text and the state that the person so speaks for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.extract.mentions.mentions import Mentions
from loaders.extract.mentions.words import get_alternatives
from loaders.extract.passage import Passage
from ontology.extraction import Mention, Span

_REACH = 90
_MOUTHPIECE = re.compile(r"(?:['’]s)?\s+(?:[a-z-]+\s+){0,2}?(?P<office>spokes(?:man|woman|person))\b")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person with a title, and the state or body of it where it is named."""

    person: str
    title: str
    of: str | None


def find_bearers(passage: Passage, mentions: Mentions) -> tuple[Bearer, ...]:
    """Who bears which title: "Kenyan President N", "N, the Kenyan president", "N, president of Kenya"."""
    persons = [m for m in mentions.mentions if mentions.is_a(m.entities[0], "Person")]
    named = [bearer for m in persons for bearer in (*_before(passage, mentions, m), *_behind(passage, mentions, m))]
    return (*named, *_nameless(passage, mentions))


def _nameless(passage: Passage, mentions: Mentions) -> Iterator[Bearer]:
    """A nameless mouthpiece is its body: "a Kenya Airways spokesman"."""
    for mention in mentions.mentions:
        if mentions.is_a(mention.entities[0], "State") or mentions.is_a(mention.entities[0], "Organization"):
            found = _MOUTHPIECE.match(passage.text, mention.span.end)
            following = mentions.at(found.end() + 1) if found else None
            if found and not (following and mentions.is_a(following.entities[0], "Person")):
                yield Bearer(mention.entities[0], found["office"].casefold(), None)


def _before(passage: Passage, mentions: Mentions, person: Mention) -> Iterator[Bearer]:
    start = max(0, person.span.start - _REACH)
    if title := _title_before().search(passage.text, start, person.span.start):
        at = title.start()
        yield Bearer(person.entities[0], _office_in(title[0]), _body(mentions, mentions.at(max(0, at - 2))))


def _behind(passage: Passage, mentions: Mentions, person: Mention) -> Iterator[Bearer]:
    sentence = passage.sentence_at(person.span.start)
    end = min(sentence.span.end if sentence else person.span.end, person.span.end + _REACH)
    if title := _title_behind().match(passage.text, person.span.end, end):
        inside: Sequence[Mention] = mentions.within(Span(person.span.end, title.end() + 30))
        bodies = [b for m in inside if m.span.start < title.end() + 8 and (b := _body(mentions, m))]
        yield Bearer(person.entities[0], title["office"].casefold(), bodies[0] if bodies else None)


def _body(mentions: Mentions, mention: Mention | None) -> str | None:
    if mention is None:
        return None
    fitting = (e for e in mention.entities if mentions.is_a(e, "State") or mentions.is_a(e, "Organization"))
    return next(fitting, None)


def _office_in(title: str) -> str:
    found = re.search(rf"\b(?:{get_alternatives('offices')})\b", title, re.IGNORECASE)
    return " ".join((found[0] if found else title).casefold().split())


@cache
def _title_before() -> re.Pattern[str]:
    offices, titles = get_alternatives("offices"), get_alternatives("titles")
    return re.compile(rf"\b(?:(?:{titles})\s+)*(?:{offices})\s+(?:(?:{titles})\.?\s+)*$", re.IGNORECASE)


@cache
def _title_behind() -> re.Pattern[str]:
    return re.compile(
        rf",\s+(?:(?:who\s+is|the|a|an|its|their|his|her)\s+)?(?:[\w’'.-]+\s+){{0,3}}?(?P<office>{get_alternatives('offices')})\b",
        re.IGNORECASE,
    )
