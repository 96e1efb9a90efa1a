"""Stances: what an utterance does, by its cue, and where the cue only says, by its content."""

import re

from loaders.extract.attribution.cues import get_lexicon
from loaders.extract.passage import Passage
from ontology.claim import Stance
from ontology.extraction import Span

_OWN_FUTURE = re.compile(
    r"[\"“‘']?(?:(?:I|we|they|he|she|it)\s+)?(?:will|would|shall|['’]ll)\s+(?!be\s+(?:the|a|an)\b|have\s+been\b|only\b|face\b|lead\b|lose\b|fail\b)"
)
_PASSIVE = re.compile(r"\b(?:accused|suspected)\s+of\s*$", re.IGNORECASE)
_QUESTION = re.compile(r"(?:how|what|when|where|whether|if|why|who|which|about)\b", re.IGNORECASE)
_ASKING = re.compile(r"\b(?:ask|asks|asked|asking|wonder|wonders|wondered)\b", re.IGNORECASE)


def find_stance(passage: Passage, cue: Span | None, content: Span) -> Stance:
    """The stance of a content under its cue."""
    if cue is None:
        return Stance.ASSERTS
    stance = get_lexicon().stance_of(passage.quote(cue))
    if stance is Stance.ASSERTS and _OWN_FUTURE.match(passage.text, content.start, content.end):
        return Stance.VOWS
    return stance


def is_question(passage: Passage, cue: Span | None, content: Span) -> bool:
    """Whether a content is only what somebody asks."""
    asking = cue is not None and _ASKING.search(passage.quote(cue)) is not None
    return asking and _QUESTION.match(passage.text, content.start) is not None


def is_passive_charge(passage: Passage, cue: Span | None, content: Span) -> bool:
    """ "Has been accused of": somebody charges, nobody is named."""
    return cue is not None and _PASSIVE.search(passage.text, cue.start, content.start) is not None
