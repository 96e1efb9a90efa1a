"""Tolls as statements: how many, what happened to them, and the place that the sentence names for it."""

from collections.abc import Iterator, Sequence

from loaders.extract.mentions import Mentions
from loaders.extract.passage import Passage
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.stance import find_stance
from loaders.extract.propositions.statement import Statement
from loaders.extract.tolls import Toll, find_tolls
from ontology.claim import Polarity
from ontology.extraction import Mention, MentionForm, Span

_AT = ("in", "at", "near", "of", "on", "from", "outside", "inside", "around")
_KIND = "Casualties"
_FARTHEST, _REACH = 400, 60


def iter_counted(passage: Passage, mentions: Mentions, contexts: Sequence[Context]) -> Iterator[Statement]:
    """Every toll of a passage. One that corrects the toll before takes its place; one without a place has no anchor."""
    place: str | None = None
    for toll in find_tolls(passage):
        context = contexts[toll.sentence.index]
        if not toll.again:
            place = _place(passage, mentions, toll, context) or _place_before(passage, mentions, contexts, context)
        _, modality = find_stance(context, toll.whole, context.line.index_of(toll.whole) or 0)
        roles = {"harm": toll.harm} | ({"place": place} if place else {})
        told = {"low": toll.low, "high": toll.high, "of_whom": toll.of_whom}
        qualifiers = {name: value for name, value in told.items() if value is not None}
        yield Statement(_KIND, roles, toll.whole, toll.sentence.span, Polarity.AFFIRMS, modality, qualifiers)


def _place(passage: Passage, mentions: Mentions, toll: Toll, context: Context) -> str | None:
    """The place that the toll is of: the nearest one after "in", "at" or "near", a town before a state."""
    near = Span(
        max(toll.whole.start - _FARTHEST, context.sentence.span.start),
        min(toll.whole.end + _FARTHEST, context.sentence.span.end),
    )
    located = [m for m in mentions.within(near) if _is_located(passage, m) and mentions.is_a(m.entities[0], "Place")]
    towns = [m for m in located if _is_town(mentions, m)]
    nearest = min(towns or located, key=lambda m: (abs(m.span.start - toll.whole.end), m.span), default=None)
    return nearest.entities[0] if nearest else None


def _place_before(passage: Passage, mentions: Mentions, contexts: Sequence[Context], context: Context) -> str | None:
    """The one town that the sentence before speaks of, where the toll's own sentence names no place."""
    number = context.sentence.index
    if not number or any(mentions.is_a(m.entities[0], "Place") for m in context.mentions):
        return None
    before = contexts[number - 1]
    apart = passage.text[before.sentence.span.end : context.sentence.span.start]
    located = {m.entities for m in before.mentions if _is_located(passage, m) and _is_town(mentions, m)}
    return located.pop()[0] if len(located) == 1 and "\n" not in apart else None


def _is_town(mentions: Mentions, mention: Mention) -> bool:
    return mentions.is_a(mention.entities[0], "Place") and not mentions.is_a(mention.entities[0], "State")


def _is_located(passage: Passage, mention: Mention) -> bool:
    sentence = passage.sentence_at(mention.span.start)
    start = max(sentence.span.start if sentence else 0, mention.span.start - _REACH)
    before = passage.text[start : mention.span.start].lower().split()
    return (
        len(mention.entities) == 1 and mention.form is not MentionForm.PRONOUN and not set(before[-4:]).isdisjoint(_AT)
    )
