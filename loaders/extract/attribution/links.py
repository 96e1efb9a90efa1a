"""Links: which cue says a content, and which words name its source."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import log

from loaders.extract.attribution.candidates import find_candidates, overlap
from loaders.extract.attribution.contents import Content
from loaders.extract.attribution.cues import get_lexicon
from loaders.extract.attribution.subjects import Scene
from loaders.extract.mentions import Mentions
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.extraction import Span

NOBODY, NO_CHANCE, SURE = -1.0, 1e-4, 0.7

_BESIDE, _STRANGE, _ELSEWHERE = 4, 30, 1000
_ASIDE = re.compile(
    r"\b(?:after|before|following|despite|amid|over|since|until|in\s+response\s+to)\s+(?:[\w’'.-]+\s+){0,5}$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"[”\"’']?,?[”\"’']?\s+according to", re.IGNORECASE)
_LEADS = re.compile(r"(?:\s+[\w’'.,-]+){0,7}?\s+that\s+[\"“‘']?")
_NOUNS = "claim|statement|remark|announcement|report|accusation|allegation|assertion|warning"
_NOUN = re.compile(rf"(?:{_NOUNS})s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A content with the cue and the source that the text ties to it; `doubtful` where little says that it is said."""

    content: Content
    cue: Span | None = None
    source: Span | None = None
    doubtful: bool = False


def link(passage: Passage, mentions: Mentions, contents: Sequence[Content]) -> tuple[Link, ...]:
    """Every content with its cue and its source, where it has them."""
    by_reading: dict[Span, list[Content]] = defaultdict(list)
    for content in contents:
        by_reading[content.reading.span].append(content)
    return tuple(one for among in by_reading.values() for one in _links(passage, mentions, among[0].reading, among))


def _links(passage: Passage, mentions: Mentions, reading: Reading, contents: Sequence[Content]) -> Iterator[Link]:
    cues = [tagged.span for tagged in reading.tagged("att") if tagged.label == "CUE"]
    surely = {tagged.span for tagged in reading.tagged("att") if tagged.label == "CUE" and tagged.prob >= SURE}
    candidates = find_candidates(passage, mentions, reading)
    spans = [c.span for c in contents]
    for content, row in zip(contents, reading.sources(spans, [c.span for c in candidates]), strict=True):
        scene = Scene(passage, content.span, _cue_of(passage, content.span, cues, spans), candidates, spans)
        yield Link(content, scene.cue, _best(scene, row.tolist()), _is_doubtful(scene, surely))


def _is_doubtful(scene: Scene, surely: Collection[Span]) -> bool:
    """Whether a content has no cue and no quotation marks, or a cue of which neither lexicon nor reader is sure."""
    if scene.cue is None:
        return scene.passage.quotation_at(scene.content.start) is None
    return scene.cue not in surely and not get_lexicon().knows(scene.passage.quote(scene.cue))


def _best(scene: Scene, chances: Sequence[float]) -> Span | None:
    """The likeliest source by the reader and by its place, if it is likelier than none. `chances` begin with none's."""
    best, source = log(chances[0] + NO_CHANCE) + NOBODY, None
    for candidate, chance in zip(scene.candidates, chances[1:], strict=True):
        score = log(chance + NO_CHANCE) + scene.worth(candidate)
        if score > best and not overlap(candidate.span, scene.content):
            best, source = score, candidate.span
    return source


def _cue_of(passage: Passage, content: Span, cues: Sequence[Span], contents: Sequence[Span]) -> Span | None:
    """The nearest cue outside of the content, in its sentence or beside its quotation; known cues seem nearer.

    "According to" right behind it comes before all others, then a cue that leads to it by "that".
    """
    sentences = {s.index for at in (content.start, content.end - 1) if (s := passage.sentence_at(at))}
    lexicon = get_lexicon()
    fitting: list[tuple[int, Span]] = []
    for cue in cues:
        sentence = passage.sentence_at(cue.start)
        distance = content.start - cue.end if cue.end <= content.start else cue.start - content.end + 1
        here = sentence is not None and sentence.index in sentences
        if (
            (here or distance <= _BESIDE)
            and not overlap(cue, content)
            and not _is_aside(passage, cue, cues)
            and not _is_anothers(passage, content, cue, cues, contents)
        ):
            strange = 0 if lexicon.knows(passage.quote(cue)) else _STRANGE
            fitting.append((distance + strange + (0 if here else _ELSEWHERE), cue))
    leading = [one for one in fitting if _names_source_of(passage, content, one[1])]
    leading = leading or [one for one in fitting if _leads_to(passage, one[1], cues, (content,))]
    return min(leading or fitting)[1] if fitting else None


def _names_source_of(passage: Passage, content: Span, cue: Span) -> bool:
    """Whether a cue is the "according to" right behind a content."""
    return _ACCORDING.fullmatch(passage.text, content.end, cue.end) is not None


def _is_anothers(passage: Passage, content: Span, cue: Span, cues: Sequence[Span], contents: Sequence[Span]) -> bool:
    """Whether a cue behind a content leads to another one by "that", or a semicolon parts it from the content."""
    if cue.start < content.end:
        return False
    if ";" in passage.text[content.end : cue.start]:
        return True
    return _leads_to(passage, cue, cues, contents)


def _leads_to(passage: Passage, cue: Span, cues: Sequence[Span], contents: Sequence[Span]) -> bool:
    """Whether only "that" and a few words that are no cue part a cue from one of the contents behind it."""
    leads = _LEADS.match(passage.text, cue.end)
    if leads is None or any(cue.end <= other.start < leads.end() for other in cues):
        return False
    return any(c.start in (leads.end(), leads.end() - 1) for c in contents)


def _is_aside(passage: Passage, cue: Span, cues: Sequence[Span]) -> bool:
    """Whether a cue only tells when another was: "said after N's claim that"."""
    if not _NOUN.fullmatch(passage.text, cue.start, cue.end):
        return False
    if not _ASIDE.search(passage.text, max(0, cue.start - 60), cue.start):
        return False
    sentence = passage.sentence_at(cue.start)
    return any(other.end <= cue.start and passage.sentence_at(other.start) == sentence for other in cues)
