"""A passage: the mined text of a document as tokens, sentences and quotations, in code points of its text."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import yaml

from loaders.extract.quotations import NEWLINE, Quotation, quotations_of, stripped
from ontology.document import Document, Part, PartKind
from ontology.extraction import Span

MINED = (PartKind.HEADLINE, PartKind.BODY, PartKind.CAPTION)

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|%)?\b|[^\W_]+(?:[-‑&][^\W_]+|['’](?!s\b)[^\W\d_]+)*|['’]s\b|--+|\.{2,}|[^\s\w]|_+"
)
_END = re.compile(r"[.!?…]+[\"”’»)\]']*")
_NEXT_OPENS = re.compile(r"\s+[\"“‘«(\[']*(?:[^\W\d_]|\d)|\s*$")
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?][\"”]?(?=[A-Z][a-z]+[\s,])")
_BLANK = re.compile(r"[ \t]*(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+")
_WRAPPED_LINE = 100
_LONGEST_SENTENCE = 2_000  # characters; among 30,315 sentences of news the longest had 1,094
_SHORTEST_COPY = 5


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, an "'s" or a mark."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with the kind of the part that it stands in and its tokens' places in the passage."""

    span: Span
    part: PartKind
    index: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What is mined of a document. `tokens[s.first : s.last]` are a sentence's tokens.

    A sentence that is printed again word for word (a caption) is read once; `copies` has where else the sentence of an
    index stands.
    """

    document: Document
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    sentence_starts: tuple[int, ...]
    copies: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that an offset stands in."""
        index = bisect_right(self.sentence_starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].span.end:
            return None
        return self.sentences[index]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def quote(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that an offset stands in."""
        index = bisect_right(self.quotations, offset, key=lambda q: q.outer.start) - 1
        return self.quotations[index] if index >= 0 and offset < self.quotations[index].outer.end else None


def make_passage(document: Document) -> Passage:
    """The passage of a document: its headline, body and captions; everything, where it has no parts."""
    text = document.text or ""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    seen: dict[str, int] = {}
    copies: defaultdict[int, list[Span]] = defaultdict(list)
    for part in _mined(document):
        for span in _sentences_of(text, part):
            if (original := seen.get(text[span.start : span.end])) is not None:
                copies[original].append(span)
                continue
            first = len(tokens)
            if len(text[span.start : span.end].split()) >= _SHORTEST_COPY:
                seen[text[span.start : span.end]] = len(sentences)
            tokens.extend(Token(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text, span.start, span.end))
            sentences.append(Sentence(span, part.kind, len(sentences), first, len(tokens)))
    quotations = tuple(q for part in _mined(document) for q in quotations_of(text, part))
    starts = tuple(s.span.start for s in sentences)
    places = {index: tuple(spans) for index, spans in copies.items()}
    return Passage(document, text, tuple(tokens), tuple(sentences), quotations, starts, places)


def _mined(document: Document) -> tuple[Part, ...]:
    whole = (Part(PartKind.BODY, 0, len(document.text or "")),)
    return tuple(part for part in document.parts or whole if part.kind in MINED)


def _sentences_of(text: str, part: Part) -> Iterator[Span]:
    start = part.start
    for end in [*_boundaries(text, part), part.end]:
        yield from (span for span in _pieces(text, start, end) if any(c.isalnum() for c in text[span.start : span.end]))
        start = max(start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, or pieces of one that nobody would write: comparing all pairs in a sentence must come to an end."""
    while end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = space if space > 0 else start + _LONGEST_SENTENCE
        yield stripped(text, start, cut)
        start = cut
    yield stripped(text, start, end)


def _boundaries(text: str, part: Part) -> list[int]:
    breaks = {m.end() for m in _END.finditer(text, part.start, part.end) if _ends_sentence(text, m, part.end)}
    breaks |= {m.end() for m in _GLUED.finditer(text, part.start, part.end)}
    breaks |= {m.start() for m in _BLANK.finditer(text, part.start, part.end)}
    lines = list(NEWLINE.finditer(text, part.start, part.end))
    breaks |= {m.start() for m in lines if not _wraps(text, m, part)} if not _is_wrapped(text, part, lines) else set()
    return sorted(breaks)


def _ends_sentence(text: str, mark: re.Match[str], end: int) -> bool:
    follows = _NEXT_OPENS.match(text, mark.end(), end)
    if not follows:
        return False
    opening = follows[0][-1:]
    if opening.islower():
        return False
    return mark[0][0] != "." or _ends_with_dot(text, mark, follows)


def _ends_with_dot(text: str, mark: re.Match[str], follows: re.Match[str]) -> bool:
    before = re.search(r"[^\s(\[“\"‘']*$", text[max(0, mark.start() - 20) : mark.start()])
    word = before[0] if before else ""
    if len(mark[0]) > 1 and not mark[0].startswith(".."):
        return word.casefold() not in _abbreviations()["titles"]
    if word.casefold() in _abbreviations()["titles"]:
        return False
    if re.fullmatch(r"[A-Z]", word) or "." in word or word.casefold() in _abbreviations()["others"]:
        starter = re.match(r"[^\W_]+", text[follows.end() - 1 : follows.end() + 20])
        return not starter or starter[0] in _abbreviations()["starters"]
    return True


def _wraps(text: str, newline: re.Match[str], part: Part) -> bool:
    """Whether a line goes on in the next: it has no end mark, and the next begins in lower case."""
    following = text[newline.end() : newline.end() + 1] if newline.end() < part.end else ""
    before = text[newline.start() - 1 : newline.start()]
    return following.islower() and before not in '.!?…"”:'


def _is_wrapped(text: str, part: Part, lines: list[re.Match[str]]) -> bool:
    """Whether the whole part is broken into lines of a fixed width."""
    if len(lines) < 3:
        return False
    widths = [len(line) for line in re.split(r"\r\n?|\n", text[part.start : part.end])]
    going_on = sum(_wraps(text, m, part) for m in lines)
    return max(widths) <= _WRAPPED_LINE and going_on >= 0.3 * len(lines)


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    data = yaml.safe_load((files(__package__) / "passage.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in data.items()}
