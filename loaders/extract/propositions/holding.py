"""Offices as statements. They hold whoever speaks: the article itself tells them by the title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.extract.frames import Office, find_offices, find_unnamed_offices, get_own_titles, is_same_title, to_title
from loaders.extract.mentions import Mentions
from loaders.extract.passage import Passage
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.statement import Statement
from ontology.extraction import MentionForm

_KIND = "Office"
_THEIRS = re.compile(r"(?:its|the (?:country|nation|kingdom|republic|state)['’]s) (?P<title>.+)", re.IGNORECASE)


def iter_offices(passage: Passage, mentions: Mentions, contexts: Sequence[Context]) -> Iterator[Statement]:
    """Every office told by a title; a bare title ("President Roe") is in the state that the text ties it to."""
    told = _Told(mentions)
    found: list[tuple[Context, Office]] = []
    for context in (c for c in contexts if c.mentions):
        found += [(context, office) for office in find_offices(context.plain)]
        for title, by in find_unnamed_offices(context.plain):
            told.hear(title, by.entities[0])
        told.read(passage, context)
    last: tuple[Context | None, str] = None, ""
    for context, office in found:
        title = to_title(
            f"{office.status} {passage.quote(office.title)}", mentions.entities[office.holder.entities[0]].name
        )
        if is_same_title(title) and last[0] is context:
            title = last[1]
        last = context, title
        of = office.of.entities[0] if office.of else told.find(title, office.holder.entities[0])
        if of is not None and mentions.is_a(of, "Person"):
            of = mentions.states.get(of)
        if of is not None and mentions.is_a(of, "Actor"):
            roles = {"holder": office.holder.entities[0], "of": of}
            yield Statement(
                _KIND, roles, office.title, context.sentence.span, qualifiers={"title": title}, by_publisher=True
            )


@dataclass
class _Told:
    """What a text tells of titles without names: "the Kenyan president", "its defence minister"."""

    mentions: Mentions
    heard: dict[str, set[str]] = field(default_factory=dict)
    bearers: dict[str, str] = field(default_factory=dict)

    def hear(self, title: str, of: str) -> None:
        """Take in that a title belongs to a state or body."""
        self.heard.setdefault(title, set()).add(of)

    def read(self, passage: Passage, context: Context) -> None:
        """Take in whose president "the country's president" is: of the first state that the sentence names before."""
        states = [m for m in context.mentions if len(m.entities) == 1 and self.mentions.is_a(m.entities[0], "State")]
        for mention in context.mentions:
            described = _THEIRS.match(passage.quote(mention.span))
            first = next((m.entities[0] for m in states if m.span.end <= mention.span.start), None)
            if described and first and mention.form is MentionForm.DESCRIPTION:
                self.hear(described["title"].lower(), first)
                self.bearers.setdefault(mention.entities[0], first)

    def find(self, title: str, holder: str) -> str | None:
        """What a bare title is in: what its bearer speaks for, whose title it alone is, or whose own word it is."""
        wanted = title.lower()
        heard = self.heard.get(wanted, set())
        known = self.mentions.states.get(holder) or self.bearers.get(holder)
        return known or (min(heard) if len(heard) == 1 else None) or self._by_word(wanted)

    def _by_word(self, title: str) -> str | None:
        known = get_own_titles().get(title)
        return next((id_ for id_, e in sorted(self.mentions.entities.items()) if known and e.known == known), None)
