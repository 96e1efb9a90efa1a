"""Bodies of a state: ministries and armies with it are one name, a government is the state itself."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from loaders.extract.mentions.gazetteer import find_known
from loaders.extract.mentions.name import Name
from loaders.extract.mentions.words import get_alternatives
from loaders.extract.passage import Passage
from ontology.extraction import MentionForm, Span
from ontology.identity import slug
from ontology.register import Known

_IN = re.compile(r"\s+in\s+(?=[A-Z])")
_OWNER = re.compile(r"\b(?:its|their)\s+$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^['’]s\s+")
_MINISTRY_OF = re.compile(r"^ministry-of-(?P<of>.+)$")
_REACH = 40


def find_bodies(passage: Passage, known: Sequence[Name]) -> Iterator[Name]:
    """The bodies of a passage. `known` are its known names."""
    bodies = list(_bodies_of(passage, known))
    yield from bodies
    lone = list(_lone_bodies(passage))
    lone = [replace(body, state=_beside(passage, body) or _owner(passage, known, body)) for body in lone]
    for body in lone:
        yield body if body.state else replace(body, state=_only_state([*bodies, *lone], body))


def to_kind(body: str) -> str:
    """What body of a state it is, however its name is written: "Ministry of Defence" is "defense-ministry"."""
    name = slug(body).replace("defence", "defense")
    found = _MINISTRY_OF.match(name)
    return f"{found['of']}-ministry" if found else name


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
            rest = _POSSESSIVE.sub("", body[0]).strip()
            yield Name(span, passage.quote(span), "GovernmentBody", state=name.known, body=rest)


def _lone_bodies(passage: Passage) -> Iterator[Name]:
    for sentence in passage.sentences:
        for match in _lone_body().finditer(passage.text, sentence.span.start, sentence.span.end):
            yield Name(Span(*match.span()), match[0], "GovernmentBody", body=match[0])


def _beside(passage: Passage, body: Name) -> Known | None:
    """The state of the capital that a body stands in: "the defence ministry in Helsinki"."""
    place = _IN.match(passage.text, body.span.end)
    found = find_known(passage.text, Span(place.end(), place.end() + _REACH)) if place else ()
    here = next((m for m in found if place and m.span.start == place.end()), None)
    return next((k for k in here.bearers if k.type == "State" and k.until is None), None) if here else None


def _owner(passage: Passage, known: Sequence[Name], body: Name) -> Known | None:
    """The state that "its" means: the first that its sentence names, else the first of the sentence before."""
    sentence = passage.sentence_at(body.span.start)
    if sentence is None or not _OWNER.search(passage.text, sentence.span.start, body.span.start):
        return None
    states = [n for n in known if n.type == "State" and n.form is not MentionForm.ADJECTIVE]
    for at in passage.sentences[sentence.index :: -1][:2]:
        if inside := [n for n in states if at.span.start <= n.span.start < min(at.span.end, body.span.start)]:
            return inside[0].known
    return None


def _only_state(bodies: Iterable[Name], body: Name) -> Known | None:
    """The state whose body a nameless one is, where the text has told of one such body before."""
    kind = to_kind(body.body)
    states = [b.state for b in bodies if b.state and b.span < body.span and to_kind(b.body) == kind]
    return states[0] if len({state.id for state in states}) == 1 else None


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
