"""From a passage with its mentions and readings to what it states."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations, product

import yaml

from loaders.extract.attribution import Attribution
from loaders.extract.frames import Match, is_title, match_frames
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from loaders.extract.propositions.context import Context, iter_contexts
from loaders.extract.propositions.counting import iter_counted
from loaders.extract.propositions.holding import iter_offices
from loaders.extract.propositions.roles import iter_pairs
from loaders.extract.propositions.stance import find_stance
from loaders.extract.propositions.statement import Statement
from loaders.extract.propositions.triggers import iter_triggers
from ontology.extraction import Span
from ontology.schema import SCHEMA


def find_statements(
    passage: Passage, mentions: Mentions, readings: Sequence[Reading], attributions: Sequence[Attribution] = ()
) -> tuple[Statement, ...]:
    """Everything that the sentences of a passage state, in the order of the text."""
    contexts = list(iter_contexts(passage, mentions, readings))
    framed = [c for context in contexts for c in _framed(context, mentions)]
    framed += iter_offices(passage, mentions, contexts)
    read = [c for c in _read(passage, contexts, mentions, readings)]
    kept = [*_merged(framed, read), *iter_counted(passage, mentions, contexts)]
    return tuple(sorted(kept, key=_place))


def _place(candidate: Statement) -> tuple[Span, str, str]:
    return candidate.trigger, candidate.kind, repr(sorted(candidate.roles.items()))


def _framed(context: Context, mentions: Mentions) -> Iterator[Statement]:
    for match in match_frames(context.line):
        polarity, modality = find_stance(context, match.trigger, match.index)
        for roles in _roles_of(match):
            if _is_plausible(match.frame.kind, roles, mentions):
                qualifiers = {**match.qualifiers}
                if "item" in match.slots and match.slots["item"].entities:
                    qualifiers["item"] = match.slots["item"].entities[0]
                yield Statement(match.frame.kind, roles, match.trigger, context.sentence.span, polarity, modality, qualifiers)


def _roles_of(match: Match) -> Iterator[dict[str, str]]:
    kind = SCHEMA.kinds[match.frame.kind]
    if "both" in match.slots and kind.symmetric:
        for pair in combinations(match.slots["both"].entities, 2):
            yield dict(zip(kind.symmetric, pair, strict=True))
        return
    names = [name for name in kind.roles if name in match.slots]
    for chosen in product(*(match.slots[name].entities for name in names)):
        yield dict(zip(names, chosen, strict=True))


def _is_plausible(kind: str, roles: Mapping[str, str], mentions: Mentions) -> bool:
    schema = SCHEMA.kinds[kind]
    required = [role for role in schema.roles.values() if role.required]
    return (
        all(role.name in roles for role in required)
        and len(set(roles.values())) == len(roles)
        and all(not r.range or mentions.is_a(roles[r.name], r.range) for r in required)
    )


def _read(
    passage: Passage, contexts: Sequence[Context], mentions: Mentions, readings: Sequence[Reading]
) -> Iterator[Statement]:
    limits = get_limits()
    for reading in readings:
        for trigger in iter_triggers(reading, limits["least"], limits["floor"]["trigger"]):
            number = next(
                (i for i, c in enumerate(contexts) if c.sentence.span.start <= trigger.span.start < c.sentence.span.end),
                None,
            )
            if number is None:
                continue
            context, before = contexts[number], contexts[number - 1] if number else None
            if trigger.label == "Office" and not is_title(passage.quote(trigger.span)):
                continue
            polarity, modality = find_stance(context, trigger.span, context.line.index_of(trigger.span) or 0)
            for roles, score in iter_pairs(trigger, context, before, mentions, limits["floor"]["role"]):
                score *= trigger.prob
                if score >= limits["least"][trigger.label] and _is_plausible(trigger.label, roles, mentions):
                    yield Statement(
                        trigger.label, roles, trigger.span, context.sentence.span, polarity, modality,
                        by_publisher=trigger.label == "Office", score=score,
                    )


def _merged(framed: Sequence[Statement], read: Sequence[Statement]) -> list[Statement]:
    """A frame is believed over the reader where both see the same trigger; the same roles are stated once a trigger."""
    kept = list(framed)
    for candidate in read:
        rivals = [c for c in framed if c.kind == candidate.kind and _is_same_saying(c, candidate)]
        if not rivals:
            kept.append(candidate)
    return kept


def _is_same_saying(framed: Statement, read: Statement) -> bool:
    """Whether both see the same words, or the office of the same holder in one sentence."""
    if framed.kind == "Office" and framed.sentence == read.sentence and framed.roles["holder"] == read.roles["holder"]:
        return True
    return _overlap(framed.trigger, read.trigger)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


@cache
def get_limits() -> Mapping[str, Mapping[str, float]]:
    """The thresholds of the reader's scores."""
    limits: Mapping[str, Mapping[str, float]] = yaml.safe_load(
        files("loaders.extract.propositions").joinpath("limits.yaml").read_text("utf-8")
    )
    return limits
