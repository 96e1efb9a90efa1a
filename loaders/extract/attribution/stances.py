"""Stances: what an utterance does, by its cue, and where the cue only says, by its content."""

import re

from loaders.extract.attribution.cues import get_lexicon
from loaders.extract.passage import Passage
from ontology.claim import Stance
from ontology.extraction import Span

_OURS = "government|administration|country|countries|army|forces|troops|navy|party|group|people"
_NO_VOW = r"be\s+(?:the|a|an)\b|have\s+been\b|only\b|face\b|lead\b|lose\b|fail\b"
_OWN_FUTURE = re.compile(
    rf"[\"“‘']?(?:(?:I|we|they|he|she|it|(?:our|their|his|her|its|the)\s+(?:own\s+)?(?:{_OURS}))\s+)?[\"“‘']?"
    rf"(?:will|would|shall|['’]ll)\s+(?!{_NO_VOW})",
    re.IGNORECASE,
)
_PERFORMS = re.compile(
    r"\b(?:I|we)\s+(?:can\s+|must\s+|hereby\s+|strongly\s+|categorically\s+)*(?P<verb>\w+)", re.IGNORECASE
)
_PERFORMING = ("confirm", "deny", "reject", "accuse", "condemn", "demand", "promise", "pledge", "vow", "warn")
_OPENING = 70
_OF_A_REPORT = re.compile(
    r"[\"“‘']?(?:(?:the|these|those|such|all|any|this)\s+)?(?:[\w-]+\s+){0,2}?(?:news|reports?|claims?|allegations?|accusations?"
    r"|rumou?rs?|stor(?:y|ies)|suggestions?|assertions?|charges?)\s+(?:that|of|about)\b",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:is|are|was|were)\s+(?:\w+ly\s+|all\s+)?(?:false|untrue|not\s+true|not\s+correct|incorrect|wrong|baseless|groundless|unfounded"
    r"|fabricated|invented|fiction|nonsense|absurd|fake|lies|a\s+lie|propaganda|without\s+foundation)\b",
    re.IGNORECASE,
)
_DOUBTFUL = re.compile(
    r"\b(?:has|have|serves?|is|are|was|were)\s+(?:[\w-]+\s+){0,2}?(?:political(?:ly)?|motivated|circulated|spread|exaggerated|misleading"
    r"|unverified|questionable|doubtful)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:accused|suspected)\s+of\s*$", re.IGNORECASE)
_QUESTION = re.compile(r"(?:how|what|when|where|whether|if|why|who|which|about)\b", re.IGNORECASE)
_ASKING = re.compile(r"\b(?:ask|asks|asked|asking|wonder|wonders|wondered)\b", re.IGNORECASE)


def find_stance(passage: Passage, cue: Span | None, content: Span) -> Stance:
    """The stance of a content under its cue."""
    if cue is None:
        return Stance.ASSERTS
    stance = get_lexicon().stance_of(passage.text[cue.start : cue.end + len(" for")])
    if stance is not Stance.ASSERTS:
        return stance
    if _OWN_FUTURE.match(passage.text, content.start, content.end):
        return Stance.VOWS
    return _of_a_report(passage, content) or _performed(passage, content)


def _of_a_report(passage: Passage, content: Span) -> Stance | None:
    """What is made of a report: "the news that N sells arms is invented" denies it."""
    report = _OF_A_REPORT.match(passage.text, content.start, content.end)
    if report and _FALSE.search(passage.text, report.end(), content.end):
        return Stance.DENIES
    return Stance.DOUBTS if report and _DOUBTFUL.search(passage.text, report.end(), content.end) else None


def _performed(passage: Passage, content: Span) -> Stance:
    """What a speaker does by saying so: "we can confirm that", "I warn you"."""
    opening = min(content.end, content.start + _OPENING)
    verbs = (m["verb"].casefold() for m in _PERFORMS.finditer(passage.text, content.start, opening))
    found = next((verb for verb in verbs if verb in _PERFORMING), None)
    return get_lexicon().stance_of(found) if found else Stance.ASSERTS


def is_question(passage: Passage, cue: Span | None, content: Span) -> bool:
    """Whether a content is only what somebody asks."""
    asking = cue is not None and _ASKING.search(passage.quote(cue)) is not None
    return asking and _QUESTION.match(passage.text, content.start) is not None


def is_passive_charge(passage: Passage, cue: Span | None, content: Span) -> bool:
    """ "Has been accused of": somebody charges, nobody is named."""
    return cue is not None and _PASSIVE.search(passage.text, cue.start, content.start) is not None
