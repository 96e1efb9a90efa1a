"""From a passage with its mentions and readings to what it states."""

from collections.abc import Mapping, Sequence

from loaders.extract.attribution import Attribution
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from loaders.extract.propositions.arms_deals import iter_without_arms_deals
from loaders.extract.propositions.context import iter_contexts
from loaders.extract.propositions.counting import iter_counted
from loaders.extract.propositions.framing import iter_framed
from loaders.extract.propositions.holding import iter_offices
from loaders.extract.propositions.merging import merge
from loaders.extract.propositions.naming import iter_named_ties
from loaders.extract.propositions.reading import iter_read
from loaders.extract.propositions.statement import Statement


def find_statements(
    passage: Passage, mentions: Mentions, readings: Sequence[Reading], attributions: Sequence[Attribution] = ()
) -> tuple[Statement, ...]:
    """Everything that the sentences of a passage state, in the order of the text."""
    contexts = list(iter_contexts(passage, mentions, readings))
    offices = list(iter_offices(passage, mentions, contexts))
    states = _states(mentions, offices)
    framed = [s for c in contexts if c.mentions for s in iter_framed(passage, c, mentions, attributions, states)]
    framed += iter_named_ties(passage, mentions)
    counted = list(iter_counted(passage, mentions, contexts))
    read = iter_read(passage, contexts, mentions, readings)
    merged = merge([*framed, *offices, *counted], read, attributions)
    return tuple(iter_without_arms_deals(passage, contexts, merged))


def _states(mentions: Mentions, offices: Sequence[Statement]) -> Mapping[str, str]:
    """Whom everybody speaks for: a state for itself, a ministry or a leader for theirs."""
    own = {id_: id_ for id_ in mentions.entities if mentions.is_a(id_, "State")}
    bodies = {**mentions.states, **own}
    return {o.roles["holder"]: bodies.get(o.roles["of"], o.roles["of"]) for o in offices} | bodies
