"""What the reader finds, as statements."""

import re
from collections.abc import Iterator, Sequence

from loaders.extract.frames import is_title
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading, Tagged
from loaders.extract.passage import Passage
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.framing import is_plausible
from loaders.extract.propositions.limits import get_cues, get_limits
from loaders.extract.propositions.roles import iter_pairs
from loaders.extract.propositions.selling import describe_sale
from loaders.extract.propositions.stance import find_stance
from loaders.extract.propositions.statement import Statement
from loaders.extract.propositions.triggers import iter_triggers
from ontology.claim import Modality, Value

_RIGHT_AFTER = 12


def iter_read(
    passage: Passage, contexts: Sequence[Context], mentions: Mentions, readings: Sequence[Reading]
) -> Iterator[Statement]:
    """What the reader's triggers and roles state, each with its score; none below the limit of its kind."""
    limits = get_limits()
    for reading in readings:
        for trigger in iter_triggers(reading, limits.least, limits.trigger_floor):
            sentence = passage.sentence_at(trigger.span.start)
            if sentence is not None and _is_told(passage, mentions, trigger):
                yield from _statements(passage, contexts, sentence.index, mentions, trigger)


def _statements(
    passage: Passage, contexts: Sequence[Context], number: int, mentions: Mentions, trigger: Tagged
) -> Iterator[Statement]:
    context, before = contexts[number], contexts[number - 1] if number else None
    index = context.line.index_of(trigger.span) or 0
    share = trigger.prob * _share(passage, trigger, context, before)
    if share < get_limits().least[trigger.label]:
        return
    pairs = [(roles, score * share) for roles, score in iter_pairs(trigger, context, before, mentions)]
    kept = [
        (r, s) for r, s in pairs if s >= get_limits().least[trigger.label] and is_plausible(trigger.label, r, mentions)
    ]
    if trigger.label == "Office":
        kept = [(r, s) for r, s in kept if _is_before(context, trigger, r["of"])]
    if not kept:
        return
    polarity, modality = find_stance(context, trigger.span, index)
    qualifiers = _qualifiers(passage, context, index, trigger, modality)
    for roles, score in kept:
        yield Statement(
            trigger.label, roles, trigger.span, context.sentence.span, polarity, modality, qualifiers,
            by_publisher=trigger.label == "Office", score=score,
        )  # fmt: skip


def _is_told(passage: Passage, mentions: Mentions, trigger: Tagged) -> bool:
    """Whether a trigger says something beside names and little words; an office needs a title."""
    text = passage.quote(trigger.span)
    if trigger.label == "Office":
        return is_title(text)
    named = {word for m in mentions.within(trigger.span) for word in passage.quote(m.span).lower().split()}
    return any(len(word) > 2 and word not in named and word not in get_limits().little for word in _words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def _is_before(context: Context, trigger: Tagged, of: str) -> bool:
    """Whether a state or body is named before a title, or right after it: not somewhere else in the sentence."""
    places = [m.span.start for m in context.mentions if of in m.entities]
    return any(at <= trigger.span.start or at - trigger.span.end < _RIGHT_AFTER for at in places) or not places


def _share(passage: Passage, trigger: Tagged, context: Context, before: Context | None) -> float:
    """What is kept of the belief in a trigger of no usual word, or in an arms sale where no weapon is spoken of."""
    words = _words(passage.quote(trigger.span))
    share = 1.0 if any(get_cues()[trigger.label].fullmatch(word) for word in words) else get_limits().no_cue
    if trigger.label != "ArmsSale":
        return share
    lines = [c.line for c in (context, before) if c is not None]
    return share if any(s.letter == "W" for line in lines for s in line.symbols) else share * get_limits().no_weapon


def _qualifiers(
    passage: Passage, context: Context, index: int, trigger: Tagged, modality: Modality
) -> dict[str, Value]:
    if trigger.label == "ArmsSale":
        return describe_sale(passage, context, index, modality)
    if trigger.label == "Office":
        return {"title": " ".join(passage.quote(trigger.span).split())}
    return {}
