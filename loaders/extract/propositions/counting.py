"""Tolls as statements: how many, what happened to them, and the place that the sentence names for it."""

from collections.abc import Iterator, Sequence

from loaders.extract.mentions import Mentions
from loaders.extract.passage import Passage
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.stance import find_stance
from loaders.extract.propositions.statement import Statement
from loaders.extract.tolls import Toll, find_tolls
from ontology.claim import Polarity
from ontology.extraction import Mention, Span

_AT = ("in", "at", "near", "of", "on", "from", "outside", "inside", "around")
_KIND = "Casualties"
_FARTHEST = 400


def iter_counted(passage: Passage, mentions: Mentions, contexts: Sequence[Context]) -> Iterator[Statement]:
    """Every toll of a passage. One that corrects the toll before takes its place; one without a place has no anchor."""
    place: str | None = None
    for toll in find_tolls(passage):
        context = contexts[toll.sentence.index]
        place = place if toll.again else _place(passage, mentions, toll, context)
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
    towns = [m for m in located if not mentions.is_a(m.entities[0], "State")]
    nearest = min(towns or located, key=lambda m: (abs(m.span.start - toll.whole.end), m.span), default=None)
    return nearest.entities[0] if nearest else None


def _is_located(passage: Passage, mention: Mention) -> bool:
    before = passage.text[max(0, mention.span.start - 60) : mention.span.start].lower().split()
    return len(mention.entities) == 1 and not set(before[-4:]).isdisjoint(_AT)
