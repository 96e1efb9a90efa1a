"""Names that no register knows, as the reader sees them, cleaned at their ends."""

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.extract.mentions.name import Name, touches
from loaders.extract.mentions.words import get_words
from loaders.extract.model import Reading
from loaders.extract.passage import Passage
from ontology.extraction import Span

_NER = {"PER": "Person", "ORG": "Organization", "LOC": "Place", "FAC": "Place"}
_MEN = {"person": "Person", "organization": "Organization", "alliance": "Alliance", "place": "Place"}
_LEADING = re.compile(r"(?:(?:the|a|an)\s+|[\"“”‘’'(\[«]+)", re.IGNORECASE)
_TRAILING = re.compile(r"(?:\s*['’]\s?s?|\s+(?:of|in|at|and|for)(?:\s+the)?|[\"“”‘’',;:)\]»]+|\s+)$")
_INITIALS = re.compile(r"\.?(?:\s?[A-Z]\.)*\s?[A-Z][\w’'-]+")
_GOVERNMENTS = "administration|government|regime|campaign"
_GOVERNMENT = re.compile(rf"\s+(?:{_GOVERNMENTS})\b")
_GOVERNED = re.compile(rf"[A-Z]\S*\s+(?:{_GOVERNMENTS})")
_TICKER = re.compile(r"\s+[\[(<]?(?:[A-Z]{1,6}\.[A-Z]{1,3}|(?:[A-Z]{2,8}:\s?)[A-Z]{1,6})[\])>]?$")
_SURE = 0.8


def find_recognised(passage: Passage, reading: Reading) -> Iterator[Name]:
    """What the reader takes for a name; where its two heads see one at the same place, the first one's bounds hold."""
    seen: list[Span] = []
    for tagged in reading.tagged("ner"):
        if tagged.label in _NER and (span := trimmed(passage, tagged.span)):
            seen.append(span)
            yield _named(passage, span, _NER[tagged.label])
        else:
            seen.append(tagged.span)
    for tagged in reading.tagged("men"):
        span = trimmed(passage, tagged.span)
        if (
            tagged.label in _MEN
            and span
            and tagged.prob >= _SURE
            and not touches(span, seen)
            and _is_name(passage, span)
        ):
            yield _named(passage, span, _MEN[tagged.label])


def trimmed(passage: Passage, span: Span) -> Span | None:
    """Without articles, quotation marks and a possessive's ending."""
    start, end = span.start, span.end
    end = start + len(passage.text[start:end].split("\n", maxsplit=1)[0])
    while match := _LEADING.match(passage.text, start, end):
        start = match.end()
    while match := _TRAILING.search(passage.text[start:end]) or _TICKER.search(passage.text[start:end]):
        end = start + match.start()
    text = passage.text[start:end]
    return Span(start, end) if any(c.isalpha() for c in text) and text.casefold() not in get_words("nobody") else None


def _named(passage: Passage, span: Span, type_: str) -> Name:
    """A name of a class; a person's without titles, a government called by its head as one ("the N administration")."""
    name, text = span, passage.quote(span)
    if type_ == "Person":
        name, text = _without_titles(passage, _with_initials(passage, span))
    if government := _GOVERNMENT.match(passage.text, name.end):
        whole = Span(name.start, government.end())
        return Name(whole, passage.quote(whole), "Organization")
    return Name(name, text, "Organization" if _GOVERNED.fullmatch(text) else type_)


def _without_titles(passage: Passage, span: Span) -> tuple[Span, str]:
    """A person's name behind its titles; a title that a particle follows belongs to the name ("Sultan bin Salman")."""
    words = list(re.finditer(r"\S+", passage.quote(span)))
    start = 0
    for word, following in pairwise(words):
        bare = word[0].strip(".,").casefold()
        if bare not in get_words("titles") or following[0].casefold() in get_words("particles"):
            break
        start = following.start()
    name = Span(span.start + start, span.end)
    return name, passage.quote(name)


def _with_initials(passage: Passage, span: Span) -> Span:
    """ "J" of "J.K. Miller" goes on to the name."""
    rest = _INITIALS.match(passage.text, span.end) if span.end - span.start <= 3 else None
    return Span(span.start, rest.end()) if rest else span


def _is_name(passage: Passage, span: Span) -> bool:
    """Whether it is written like a name: its last word, or any but the sentence's first, has a capital."""
    words = re.findall(r"[^\W\d_][\w.'’-]*", passage.quote(span))
    sentence = passage.sentence_at(span.start)
    first = bool(sentence) and span.start - (sentence.span.start if sentence else 0) <= 2
    return any(word[0].isupper() for word in (words[1:] if first and len(words) > 1 else words))
