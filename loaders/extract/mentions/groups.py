"""Groups: people without a name who speak or act together, and nameless sources."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.extract.mentions.name import Name
from loaders.extract.mentions.recognised import trimmed
from loaders.extract.mentions.words import get_alternatives, get_words
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.extraction import MentionForm, Span
from ontology.schema import SCHEMA

_LIKELY = 0.5
_REACH = 60
_BODY_REACH = 400
_REPORTING = "familiar|speaking|close|briefed|quoted|contacted|interviewed"
_GOES_ON = re.compile(
    rf"(?:,|\s+(?:who|that|which|whose|{_REPORTING})\b|\s+and\s+(?:an?|another|other)\s|\s+[-–—(]).*$", re.DOTALL
)
_FORCES = re.compile(r"(?:[A-Z][\w-]*(?:['’]s)?(?:,\s+|\s+and\s+|\s+))+(?:forces|troops|military|warplanes|jets)")
_ETHNIC = re.compile(
    r"\b(?:(?:local|native|mostly|predominantly)\s+)?ethnic\s+[A-Z]\w+"
    r"(?:\s+(?:forces|fighters|troops|rebels|separatists|militias?))?\b"
)
_DESCRIBED = "senior|local|military|government|defen[cs]e|rebel|army|unnamed|human|rights|war|aid"
_BEFORE_A_VERB = r"(?:(?:\w+ly|also|later|has|have|had|then|soon)\s+)*$"
_MOUTHPIECE = re.compile(r"\bspokes\w+\s+(?:for|of)\b")
_LEADING_PRONOUN = re.compile(r"(?:his|her|its|their|my|our|your|this|that)\b", re.IGNORECASE)
_QUANTITIES = "the|a|an|some|many|most|several|two|three|four|five|six|other|another|both|all|one|few|these|those"
_QUANTITY = re.compile(rf"(?:(?:{_QUANTITIES})\s+)+", re.IGNORECASE)


def find_groups(passage: Passage, reading: Reading, named: Sequence[Name]) -> Iterator[Name]:
    """People without a name: those that the reader takes for a group, and nameless sources."""
    for span in _in_one(passage, [t.span for t in reading.tagged("men") if t.label == "group" and t.prob >= _LIKELY]):
        yield from _group(passage, span, named)
    for match in _ETHNIC.finditer(passage.text, reading.span.start, reading.span.end):
        yield from _group(passage, Span(*match.span()), named)
    for tagged in reading.tagged("att"):
        if tagged.label == "CUE":
            yield from _before_cue(passage, tagged.span, named)
        if tagged.label == "SOURCE" and tagged.prob >= _LIKELY:
            inside = [n for n in named if n.span.start < tagged.span.end and tagged.span.start < n.span.end]
            if all(n.type == "State" and n.form is not MentionForm.NAME for n in inside):
                yield from _group(passage, tagged.span, named)


def _before_cue(passage: Passage, cue: Span, named: Sequence[Name]) -> Iterator[Name]:
    """Nameless people as the subject of a cue: "Kenyan police said"."""
    sentence = passage.sentence_at(cue.start)
    start = max(sentence.span.start if sentence else 0, cue.start - _REACH)
    if found := _people().search(passage.text, start, cue.start):
        yield from _group(passage, Span(*found.span("people")), named)


@cache
def _people() -> re.Pattern[str]:
    """One noun of people with what describes it, then only adverbs and auxiliaries up to the cue."""
    described = rf"(?:(?:[A-Z][\w.-]*|{_DESCRIBED})\s+){{0,3}}"
    return re.compile(rf"\b(?P<people>{described}(?:{get_alternatives('people')}))\s+{_BEFORE_A_VERB}")


def _in_one(passage: Passage, spans: Sequence[Span]) -> list[Span]:
    """Spans with nothing but a space between them as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and passage.text[joined[-1].end : span.start] == " ":
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _group(passage: Passage, span: Span, named: Sequence[Name]) -> Iterator[Name]:
    clean = trimmed(passage, Span(span.start, span.start + len(_GOES_ON.sub("", passage.quote(span)))))
    if clean is None or passage.text[clean.start - 1 : clean.start + 2] in {"'s ", "’s "}:
        return
    text = passage.quote(clean)
    words = [w.casefold() for w in re.findall(r"[^\W\d_]+", text)]
    nameless = words[-1] not in get_words("papers") and any(w not in get_words("nobody") for w in words)
    if (
        nameless
        and not _MOUTHPIECE.search(text)
        and not _is_office(text)
        and not _FORCES.fullmatch(text)
        and not _LEADING_PRONOUN.match(text)
        and not _is_body(passage, clean, named)
    ):
        yield Name(clean, text, "Group", MentionForm.DESCRIPTION)


def _is_body(passage: Passage, span: Span, named: Sequence[Name]) -> bool:
    """Whether the words mean a body that was named before: "the group"."""
    if passage.quote(span) not in get_words("body_words") or passage.text[: span.start][-4:].casefold() != "the ":
        return False
    return any(
        SCHEMA.is_a(n.type, "Organization") and span.start - _BODY_REACH < n.span.end <= span.start for n in named
    )


def _is_office(text: str) -> bool:
    """Whether the words are somebody's office: "the country's president"."""
    owner = rf"(?:(?:{get_alternatives('countries')})['’]s\s+)?"
    return (
        re.fullmatch(rf"{owner}(?:{get_alternatives('offices')})", _QUANTITY.sub("", text), re.IGNORECASE) is not None
    )
