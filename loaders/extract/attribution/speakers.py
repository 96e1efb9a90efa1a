"""Speakers: which entities the source of a content names, and whose words go on where none is named."""

import re
from collections.abc import Sequence

from loaders.extract.attribution.links import Link
from loaders.extract.mentions import Mentions
from loaders.extract.passage import Passage
from ontology.extraction import Mention, MentionForm, Span

_MOUTHPIECE = re.compile(
    r"\b(?:spokes(?:man|woman|person|men|people)|statement|press release|communiqu[eé]|announcement|news agency)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(r"(?:\s+[A-Z][\w.-]*){0,3}\s+")
_AND = re.compile(r"(?:,\s*|\s+)(?:and|or|as well as)\s+(?:the\s+)?", re.IGNORECASE)
_RANK = ("Person", "Group", "Organization", "State")


def find_claimants(passage: Passage, mentions: Mentions, source: Span) -> tuple[str, ...]:
    """Who a source is: the person in it, else the group, the body or the state; several where they are joined."""
    source = _with_name(passage, mentions, source)
    inside = [m for m in mentions.mentions if m.span.start < source.end and source.start < m.span.end]
    actors = [m for m in inside if mentions.is_a(m.entities[0], "Actor")]
    if not actors:
        return ()
    whole = [m for m in actors if m.span.start <= source.start and source.end <= m.span.end]
    named = whole or _ranked(mentions, actors, passage.quote(source))
    return tuple(dict.fromkeys(e for m in _row(passage, mentions, named[0]) for e in m.entities))


def _with_name(passage: Passage, mentions: Mentions, source: Span) -> Span:
    """A source that ends in a title goes on to the person who bears it."""
    rest = _TITLES.match(passage.text, source.end)
    person = mentions.at(rest.end()) if rest and rest.end() > source.end else None
    return Span(source.start, person.span.end) if person and mentions.is_a(person.entities[0], "Person") else source


def _row(passage: Passage, mentions: Mentions, one: Mention) -> list[Mention]:
    """A mention with those that "and" joins to it on either side."""
    index = mentions.mentions.index(one)
    row = [one]
    for step in (1, -1):
        at = index + step
        while 0 <= at < len(mentions.mentions) and _are_joined(passage, mentions, row[-1 if step == 1 else 0], at, step):
            row.insert(len(row) if step == 1 else 0, mentions.mentions[at])
            at += step
    return row


def _are_joined(passage: Passage, mentions: Mentions, edge: Mention, at: int, step: int) -> bool:
    other = mentions.mentions[at]
    first, second = (edge, other) if step == 1 else (other, edge)
    speaks = any(mentions.is_a(other.entities[0], class_) for class_ in _RANK)
    return speaks and _AND.fullmatch(passage.text, first.span.end, second.span.start) is not None


def _ranked(mentions: Mentions, actors: Sequence[Mention], text: str) -> list[Mention]:
    """Those of the first class that is there; a nameless mouthpiece stands for its body."""
    order = _RANK if not _MOUTHPIECE.search(text) else ("Person", "Organization", "State", "Group")
    for class_ in order:
        if found := [m for m in actors if mentions.is_a(m.entities[0], class_)]:
            return found
    return list(actors)


def goes_on(passage: Passage, link: Link, earlier: Link) -> bool:
    """Whether a content without a source goes on with the words of the one before it.

    It is a quotation in the sentence after, or in the paragraph after where that begins with a quotation mark; or its
    cue follows in the same sentence ("denied it and said ...").
    """
    content, before = link.content.span, earlier.content.span
    here, there = passage.sentence_at(content.start), passage.sentence_at(before.end - 1)
    if here is None or there is None:
        return False
    if here.index == there.index:
        return link.cue is not None
    quoted = passage.quotation_at(content.start)
    return quoted is not None and passage.quotation_at(before.start) is not None and 0 < here.index - there.index <= 2


def is_pronoun(mentions: Mentions, source: Span) -> bool:
    """Whether a source is only a pronoun."""
    mention = mentions.at(source.start)
    return mention is not None and mention.form is MentionForm.PRONOUN
