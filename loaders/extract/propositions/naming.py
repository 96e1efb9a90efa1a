"""Names that tell a tie: "the Kenyan-led coalition" has Kenya in it, "Kenyan-backed militias" have its support."""

import re
from collections.abc import Iterator, Mapping

from loaders.extract.mentions import Mentions
from loaders.extract.passage import Passage
from loaders.extract.propositions.statement import Statement
from ontology.identity import fold

_STATE = r"(?:^|\s)(?P<state>\S+(?: \S+)?)"
_LED = re.compile(rf"{_STATE}-led (?:\S+ )*(?:coalition|alliance)$", re.IGNORECASE)
_BACKED = re.compile(rf"{_STATE}-(?:backed|supported|sponsored|funded) (?:\S+ )*\S+$", re.IGNORECASE)


def iter_named_ties(passage: Passage, mentions: Mentions) -> Iterator[Statement]:
    """The tie that such a name tells, wherever it stands, with the state that it names."""
    states = _by_name(mentions)
    for mention in mentions.mentions:
        named, text = mention.entities[0], passage.quote(mention.span)
        led, backed = _LED.search(text), _BACKED.search(text)
        sentence = passage.sentence_at(mention.span.start)
        words = fold((led or backed or {"state": ""})["state"])
        state = states.get(words) or states.get(words.split(" ")[-1])
        if not state or not sentence or state == named:
            continue
        if led and mentions.is_a(named, "Alliance"):
            roles = {"a": state, "b": named}
            yield Statement("AllianceTie", roles, mention.span, sentence.span, by_publisher=True)
        elif backed and mentions.is_a(named, "Actor"):
            roles = {"supporter": state, "supported": named}
            yield Statement("Support", roles, mention.span, sentence.span, by_publisher=True)


def _by_name(mentions: Mentions) -> Mapping[str, str]:
    states = [e for e in mentions.entities.values() if mentions.is_a(e.id, "State")]
    return {fold(name): e.id for e in states for name in (e.name, *e.mentions)}
