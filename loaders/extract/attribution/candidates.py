"""Candidates: the words of a window that may name a source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.extraction import MentionForm, Span

_ARTICLES = frozenset({"a", "an", "the", "that", "and"})
_PROFESSIONS = (
    r"spokes\w+|minister|secretary|president|general|chief|commander|head|leader|official|advis[eo]r|ambassador|envoy|director"
    r"|chair(?:wo)?man|analyst|deputy|officer|lawmaker|journalist|expert|press|representative|prosecutor|judge|mayor|governor|senator"
)
_REACH = 80
_NAMELESS = re.compile(
    r"\b(?P<who>(?:the|this|that)\s+(?:[\w-]+\s+){0,2}?(?:report|statement|newspaper|paper|daily|magazine|study|document|article|survey"
    r"|agency|person|source|official|diplomat))(?:,[^,.;“”\"]{3,50},)?\s+(?:(?:has|have|had|also|later)\s+)*$",
    re.IGNORECASE,
)
_OWNERS = re.compile(r"(?:its|his|her|their|our|my)\b", re.IGNORECASE)
_OWNED = re.compile(r"\s+[^,.;:“”\"]{2,60},\s+")
_TITLE = re.compile(rf"(?:['’]s)?\s+(?:(?:[A-Z][\w.’'-]*|of|for|and|the|in|at|[a-z-]*(?:{_PROFESSIONS}))\s+){{1,9}}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may name a source: `seen` by the reader, or a mention; `weak` where it is an adjective."""

    span: Span
    seen: bool
    weak: bool


def find_candidates(passage: Passage, mentions: Mentions, reading: Reading) -> list[Candidate]:
    """Sources as the reader sees them, and the actors that are mentioned beside them and lead to no name."""
    sources = _whole(passage, [tagged.span for tagged in reading.tagged("att") if tagged.label == "SOURCE"])
    seen = [span for span in sources if not _is_owner_of_title(passage, mentions, span)]
    seen += [span for span in _nameless(passage, reading) if not any(overlap(span, s) for s in seen)]
    among = mentions.within(reading.span)
    named = [
        Candidate(m.span, False, m.form is MentionForm.ADJECTIVE)
        for m, following in zip_longest(among, among[1:])
        if any(mentions.is_a(e, "Actor") for e in m.entities)
        and not any(overlap(s, m.span) for s in seen)
        and not (following and _leads_to(passage, mentions, m.span, following.span))
    ]
    return sorted([*(Candidate(span, True, False) for span in seen), *named], key=lambda c: c.span)


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def _nameless(passage: Passage, reading: Reading) -> Iterator[Span]:
    """Papers and the like that stand before a cue and that the reader passes over: "the report", "this source"."""
    for tagged in reading.tagged("att"):
        if tagged.label == "CUE":
            found = _NAMELESS.search(
                passage.text, max(reading.span.start, tagged.span.start - _REACH), tagged.span.start
            )
            if found:
                yield Span(*found.span("who"))


def _whole(passage: Passage, spans: Sequence[Span]) -> list[Span]:
    """Sources in one piece, those left out that are only an article."""
    whole: list[Span] = []
    for span in spans:
        if whole and passage.text[whole[-1].end : span.start] in {" ", ""}:
            whole[-1] = Span(whole[-1].start, span.end)
        else:
            whole.append(span)
    return [span for span in whole if passage.quote(span).casefold() not in _ARTICLES]


def _is_owner_of_title(passage: Passage, mentions: Mentions, span: Span) -> bool:
    """Whether a source is only the "its" of "its special envoy, N,"."""
    owned = _OWNED.match(passage.text, span.end) if _OWNERS.fullmatch(passage.quote(span)) else None
    person = mentions.at(owned.end()) if owned else None
    return person is not None and mentions.is_a(person.entities[0], "Person")


def _leads_to(passage: Passage, mentions: Mentions, first: Span, second: Span) -> bool:
    """Whether a mention only begins the title of the person behind it: "Kenyan Foreign Ministry spokesman N"."""
    person = mentions.at(second.start)
    is_person = person is not None and mentions.is_a(person.entities[0], "Person") and person.form is MentionForm.NAME
    return is_person and _TITLE.fullmatch(passage.text, first.end, second.start) is not None
