"""Alliances that are named for who leads them: "the Kenyan-led coalition" tells that Kenya is in it."""

import re
from collections.abc import Iterator, Mapping

from loaders.extract.mentions import Mentions
from loaders.extract.passage import Passage
from loaders.extract.propositions.statement import Statement
from ontology.identity import fold

_KIND = "AllianceTie"
_LED = re.compile(r"(?P<leader>\S+(?: \S+)?)-led (?:\S+ )*(?:coalition|alliance)$", re.IGNORECASE)


def iter_led(passage: Passage, mentions: Mentions) -> Iterator[Statement]:
    """The tie of each such alliance, wherever it is named, with the state that its name names."""
    states = _by_name(mentions)
    for mention in mentions.mentions:
        led = _LED.search(passage.quote(mention.span)) if mentions.is_a(mention.entities[0], "Alliance") else None
        leader = states.get(fold(led["leader"])) if led else None
        sentence = passage.sentence_at(mention.span.start)
        if leader and sentence:
            roles = {"a": leader, "b": mention.entities[0]}
            yield Statement(_KIND, roles, mention.span, sentence.span, by_publisher=True)


def _by_name(mentions: Mentions) -> Mapping[str, str]:
    states = [e for e in mentions.entities.values() if mentions.is_a(e.id, "State")]
    return {fold(name): e.id for e in states for name in (e.name, *e.mentions)}
