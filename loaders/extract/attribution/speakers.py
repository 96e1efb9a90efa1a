"""Speakers: which entities the source of a content names, and whose words go on where none is named."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from loaders.extract.attribution.links import Link
from loaders.extract.mentions import Mentions
from loaders.extract.mentions.words import get_words
from loaders.extract.passage import Passage
from ontology.extraction import Mention, MentionForm, Span

_MOUTHPIECE = re.compile(
    r"\b(?:spokes(?:man|woman|person|men|people)|statement|press release|communiqu[eé]|announcement|news agency)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(r"(?:\s+[A-Z][\w.-]*){0,3}\s+")
_REACH = 40
_AND = re.compile(r"(?:,\s*|\s+)(?:and|or|as well as)\s+(?:the\s+)?", re.IGNORECASE)
_ARMED = "forces|troops|military|army|jets|warplanes"
_FORCES = re.compile(rf"(?:(?:,\s+|\s+and\s+)[A-Z]\w+)*\s+(?:\w+\s+)?(?:{_ARMED})\b")
_THE_SAME = re.compile(
    r"(?:this|that|the|the same) (?:\w+ ){0,2}?(?:person|official|source|diplomat|analyst|officer|man|woman|expert|aide"
    r"|report|statement|newspaper|paper|daily|magazine|study|document|article|survey|agency)"
)
_SPOKESMEN = re.compile(r"(?:(?:a|the|its|their)\s+)?spokes(?:man|woman|person|men|women|people)", re.IGNORECASE)
_OWN = frozenset({"i", "we"})
_RELATIVE = frozenset({"who", "which", "that"})
_RANK = ("Person", "Group", "Organization", "State")


def find_claimants(passage: Passage, mentions: Mentions, source: Span) -> tuple[str, ...]:
    """Who a source is: the person in it, else the group, the body or the state; several where they are joined."""
    source = _with_name(passage, mentions, source)
    actors = [m for m in mentions.touching(source) if mentions.is_a(m.entities[0], "Actor") and _acts(passage, m)]
    if not actors:
        return ()
    whole = [m for m in actors if m.span.start <= source.start and source.end <= m.span.end]
    named = whole or _ranked(mentions, actors, passage.quote(source))
    return tuple(dict.fromkeys(e for m in _row(passage, mentions, named[0]) for e in m.entities))


def _acts(passage: Passage, mention: Mention) -> bool:
    """Whether a mention names somebody: an adjective does only before forces ("Kenyan and Ugandan troops")."""
    return mention.form is not MentionForm.ADJECTIVE or _FORCES.match(passage.text, mention.span.end) is not None


def _with_name(passage: Passage, mentions: Mentions, source: Span) -> Span:
    """A source that ends in a title goes on to the person who bears it."""
    following = mentions.touching(Span(source.end, source.end + _REACH))
    person = following[0] if following else None
    if person is None or not mentions.is_a(person.entities[0], "Person"):
        return source
    if passage.sentence_at(person.span.start) != passage.sentence_at(source.start):
        return source
    leads = _TITLES.fullmatch(passage.text, source.end, person.span.start)
    return Span(source.start, person.span.end) if leads else source


def _row(passage: Passage, mentions: Mentions, one: Mention) -> list[Mention]:
    """A mention with those that "and" joins to it on either side."""
    index = bisect_left(mentions.mentions, one.span, key=lambda m: m.span)
    row = [one]
    for step in (1, -1):
        at = index + step
        while 0 <= at < len(mentions.mentions) and _are_joined(
            passage, mentions, row[-1 if step == 1 else 0], at, step
        ):
            row.insert(len(row) if step == 1 else 0, mentions.mentions[at])
            at += step
    return row


def _are_joined(passage: Passage, mentions: Mentions, edge: Mention, at: int, step: int) -> bool:
    other = mentions.mentions[at]
    first, second = (edge, other) if step == 1 else (other, edge)
    speaks = _acts(passage, other) and any(mentions.is_a(other.entities[0], class_) for class_ in _RANK)
    return speaks and _AND.fullmatch(passage.text, first.span.end, second.span.start) is not None


def _ranked(mentions: Mentions, actors: Sequence[Mention], text: str) -> list[Mention]:
    """Those of the first class that is there; a nameless mouthpiece stands for its body."""
    order = _RANK if not _MOUTHPIECE.search(text) else ("Person", "Organization", "State", "Group")
    for class_ in order:
        if found := [m for m in actors if mentions.is_a(m.entities[0], class_)]:
            return found
    return list(actors)


class Speakers:
    """Who speaks, content by content: a pronoun is whoever spoke last where that fits, a quotation may go on."""

    def __init__(self, passage: Passage, mentions: Mentions) -> None:
        self.passage, self.mentions = passage, mentions
        self._last: Link | None = None
        self._who: tuple[str, ...] = ()
        self._said: list[tuple[Span, tuple[str, ...]]] = []

    def of(self, one: Link) -> tuple[str, ...]:
        """The claimants of a content; none where they cannot be told."""
        who = self._who if one.source is None and self._goes_on(one) else ()
        if one.source is not None:
            who = self._pronoun(one, one.source) or find_claimants(self.passage, self.mentions, one.source)
        if who:
            self._last, self._who = one, who
            self._said.append((one.content.span, who))
        return who

    def _pronoun(self, one: Link, source: Span) -> tuple[str, ...]:
        word = self.passage.quote(source).casefold()
        if _THE_SAME.fullmatch(word) and self._last and not self._names_somebody(source):
            return self._who
        if _SPOKESMEN.fullmatch(word) and self._is_next(one) and self._are_bodies(self._who):
            return self._who
        if word in _OWN:
            return next((who for span, who in reversed(self._said) if span.start <= source.start < span.end), ())
        if word in _RELATIVE:
            before = self.mentions.at(len(self.passage.text[: source.start].rstrip(" ,")) - 1)
            return before.entities if before else ()
        kind = next((kind for kind in ("he", "she", "it", "they") if word in get_words(kind)), None)
        if kind is None:
            return ()
        found = find_claimants(self.passage, self.mentions, source)
        fits = bool(self._who) and all(self._fits(who, kind) for who in self._who)
        return self._who if fits and (not found or self._is_next(one)) else found

    def _fits(self, who: str, kind: str) -> bool:
        is_person = self.mentions.is_a(who, "Person")
        if kind in {"he", "she"}:
            sex = {"he": "male", "she": "female"}[kind]
            return (is_person or who in self.mentions.singles) and self.mentions.sexes.get(who, sex) == sex
        return not is_person and (kind != "it" or not self.mentions.is_a(who, "Group"))

    def _names_somebody(self, source: Span) -> bool:
        """Whether a source names an actor, by more than an adjective."""
        return any(m.form is not MentionForm.ADJECTIVE for m in self.mentions.touching(source))

    def _are_bodies(self, who: Sequence[str]) -> bool:
        """Whether those who spoke last are bodies or states, which speak by spokesmen."""
        return bool(who) and all(self.mentions.is_a(w, "Organization") or self.mentions.is_a(w, "State") for w in who)

    def _is_next(self, one: Link) -> bool:
        """Whether the last words stand in the same sentence or in the one before."""
        here = self.passage.sentence_at(one.content.span.start)
        there = self.passage.sentence_at(self._last.content.span.end - 1) if self._last else None
        return here is not None and there is not None and here.index - there.index <= 1

    def _goes_on(self, one: Link) -> bool:
        """Whether a content without a source goes on with the words before it.

        It is a quotation in the sentence after or in the next paragraph, or its cue follows in the same sentence
        ("denied it and said ...").
        """
        if self._last is None:
            return False
        content, before = one.content.span, self._last.content.span
        here, there = self.passage.sentence_at(content.start), self.passage.sentence_at(before.end - 1)
        if here is None or there is None:
            return False
        if here.index == there.index:
            return one.cue is not None
        quoted = self.passage.quotation_at(content.start) and self.passage.quotation_at(before.start)
        return bool(quoted) and 0 < here.index - there.index <= 2
