"""From a passage and its readings to its mentions."""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.mentions.coreference import resolve
from loaders.extract.mentions.governments import as_states
from loaders.extract.mentions.grouping import group, states_of
from loaders.extract.mentions.mentions import Mentions
from loaders.extract.mentions.names import find_names
from loaders.extract.mentions.offices import find_bearers
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.extraction import Mention

_ONE = re.compile(r"\b(?:an?|one|another)\s+$", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:\w+\s+)*?(?:group|number|crowd|team|coalition|\w+[^s\W]s)(?:\s+(?:of|in|at|from|with|for)\b.*)?", re.DOTALL
)
_REACH = 10


def find_mentions(passage: Passage, readings: Sequence[Reading]) -> Mentions:
    """Everybody and everything that a passage speaks of: by name, then by pronoun or description."""
    names = find_names(passage, readings)
    entities, ids = group(passage.document.key, passage.text, names)
    spoken = tuple(Mention(name.span, (id_,), name.form) for name, id_ in zip(names, ids, strict=True))
    named = Mentions(entities, spoken, states_of(names, ids))
    bearers = find_bearers(passage, named)
    states = dict(named.states)
    for bearer in bearers:
        if bearer.of and bearer.of != bearer.person and bearer.person not in states:
            states[bearer.person] = named.states.get(bearer.of, bearer.of)
    offices = {bearer.person: bearer.title for bearer in reversed(bearers)}
    named = replace(named, states=states, offices=offices, singles=_singles(passage, named))
    return resolve(passage, as_states(named, bearers), readings, bearers)


def _singles(passage: Passage, mentions: Mentions) -> frozenset[str]:
    """The groups of one: "an analyst in Oslo"."""
    return frozenset(
        m.entities[0]
        for m in mentions.mentions
        if mentions.is_a(m.entities[0], "Group")
        and _ONE.search(passage.text, max(0, m.span.start - _REACH), m.span.start)
        and not _SEVERAL.fullmatch(passage.quote(m.span))
    )
