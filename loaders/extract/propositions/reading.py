"""What the reader finds, as statements."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.extract.frames import is_aside, is_sent, is_title, to_title
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading, Tagged
from loaders.extract.passage import Passage
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.framing import is_plausible
from loaders.extract.propositions.limits import get_cues, get_limits
from loaders.extract.propositions.roles import Roles, iter_pairs
from loaders.extract.propositions.scoring import Scores, score_roles
from loaders.extract.propositions.selling import describe_sale
from loaders.extract.propositions.stance import find_stance
from loaders.extract.propositions.statement import Statement
from loaders.extract.propositions.triggers import iter_triggers
from ontology.claim import Modality, Value
from ontology.extraction import Span

_MEMBERS = re.compile(
    r"(?:\w+(?:ing|ed)|of|by|with|against|among|to|for|from|\d+|some|several|two|three|other)\s+members\b"
)
_FOR_DOING = re.compile(r"\bfor\s+(?:\w+ly\s+)?\w+ing\b")
_PUNISHED_FOR = re.compile(
    r"\b(?:sanction\w*|blacklist\w*|punish\w*|penal\w+|fined)\b.*\b(?:for|over)\s+\W*$", re.DOTALL
)
_RIGHT_AFTER, _TITLE = 12, 60


@dataclass(frozen=True, slots=True)
class _Seen:
    """A trigger in its sentence, the sentence before it where both stand in one window, and what is believed of it."""

    trigger: Tagged
    context: Context
    before: Context | None
    belief: float

    @property
    def named(self) -> list[Span]:
        """Where names stand, in the sentence before and in its own."""
        near = [*(self.before.mentions if self.before else ()), *self.context.mentions]
        return [mention.span for mention in near]


def iter_read(
    passage: Passage, contexts: Sequence[Context], mentions: Mentions, readings: Sequence[Reading]
) -> Iterator[Statement]:
    """What the reader's triggers and roles state, each with its score; none below the limit of its kind."""
    for reading in readings:
        seen = list(_seen(passage, contexts, mentions, reading))
        scores = score_roles(reading, [(one.trigger, one.named) for one in seen])
        for one, scored in zip(seen, scores, strict=True):
            yield from _statements(passage, mentions, one, scored)


def _seen(passage: Passage, contexts: Sequence[Context], mentions: Mentions, reading: Reading) -> Iterator[_Seen]:
    """The triggers of a window that can still pass the limit of their kind."""
    limits = get_limits()
    for trigger in iter_triggers(reading, limits.least, limits.trigger_floor):
        sentence = passage.sentence_at(trigger.span.start)
        if sentence is None or not _is_told(passage, mentions, trigger):
            continue
        context, last = contexts[sentence.index], contexts[sentence.index - 1] if sentence.index else None
        before = last if last is not None and last.reading is context.reading else None
        belief = trigger.prob * _share(passage, trigger, context, last)
        if belief >= limits.least[trigger.label] and (context.mentions or before):
            yield _Seen(trigger, context, before, belief)


def _statements(passage: Passage, mentions: Mentions, seen: _Seen, scores: Scores) -> Iterator[Statement]:
    kind, context, span = seen.trigger.label, seen.context, seen.trigger.span
    pairs = iter_pairs(kind, context, seen.before, scores, mentions)
    believed = ((roles, score * seen.belief * _weight(kind, roles, mentions)) for roles, score in pairs)
    kept = [(roles, score) for roles, score in believed if score >= get_limits().least[kind]]
    kept = [(r, s) for r, s in kept if is_plausible(kind, r, mentions)]
    kept = [(r, s) for r, s in kept if not _is_punished(passage, context, seen.trigger, r)]
    if kind == "Office":
        kept = [(r, s) for r, s in kept if _is_before(passage, context, seen.trigger, r["of"])]
    if not kept:
        return
    index = context.line.index_of(span) or 0
    polarity, modality = find_stance(context, span, index)
    told = _qualifiers(passage, context, index, seen.trigger, modality)
    if kind == "Office":
        told = {"title": to_title(passage.quote(span), mentions.entities[kept[0][0]["holder"]].name)}
    whole, aside = context.sentence.span, is_aside(context.line, index)
    for roles, score in kept:
        yield Statement(kind, roles, span, whole, polarity, modality, told, kind == "Office", aside, score)


def _weight(kind: str, roles: Roles, mentions: Mentions) -> float:
    """What is kept of the belief where neither party is known: firms and clubs back and rule things in peace, too."""
    limits = get_limits()
    known = any(mentions.entities[entity].known for entity in roles.values())
    return 1.0 if known or kind not in limits.among_known else limits.unknown


def _is_told(passage: Passage, mentions: Mentions, trigger: Tagged) -> bool:
    """Whether a trigger says something beside names and little words; an office needs a title."""
    text = passage.quote(trigger.span)
    if trigger.label == "Office":
        return is_title(text)
    if trigger.label == "Membership" and _MEMBERS.search(
        passage.text, max(0, trigger.span.start - 30), trigger.span.end
    ):
        return False
    named = {word for m in mentions.within(trigger.span) for word in passage.quote(m.span).lower().split()}
    return any(len(word) > 2 and word not in named and word not in get_limits().little for word in _words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def _is_punished(passage: Passage, context: Context, trigger: Tagged, roles: Roles) -> bool:
    """Whether a role is filled from what somebody is punished for: "sanctions on two firms for arming N"."""
    role = {"Sanction": "target", "ArmsSale": "supplier"}.get(trigger.label)
    for mention in context.mentions if role else ():
        if role and roles[role] in mention.entities:
            sooner, later = sorted((mention.span, trigger.span))
            between = passage.text[sooner.end : later.start]
            if role == "target" and mention.span > trigger.span and _FOR_DOING.search(between):
                return True
            if role == "supplier" and mention.span < trigger.span and _PUNISHED_FOR.search(between):
                return True
    return False


def _is_before(passage: Passage, context: Context, trigger: Tagged, of: str) -> bool:
    """Whether a state or body is named before a title, or right after it: not somewhere else in the sentence."""
    places = [m.span.start for m in context.mentions if of in m.entities]
    if any(is_sent(passage.text[trigger.span.start : at]) for at in places if 0 < at - trigger.span.start < _TITLE):
        return False
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
    return {}
