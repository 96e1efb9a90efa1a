"""A text in its parts. Together they cover it: whatever is not space stands in exactly one of them."""

from collections.abc import Iterable, Iterator, Sequence

from loaders.articles.clean.paragraphs import iter_paragraphs, last_sentence, stripped
from loaders.articles.clean.rules import find_first
from ontology.document import Part, PartKind
from ontology.extraction import Span
from ontology.identity import fold

_OPENING = 3
_LONGEST_HEADLINE = 150
_SHORTEST_CAPTION = 6
_LONGEST_CAPTION = 600
_ENDS = tuple(".!?:;,”\"’')")


def find_parts(text: str, title: str | None = None) -> tuple[Part, ...]:
    """The parts of a text in its order; neighbouring paragraphs of the body are one part."""
    paragraphs = list(iter_paragraphs(text))
    parts: list[Part] = []
    told = 0
    for index, paragraph in enumerate(paragraphs):
        if index == 0 and _is_headline(text, paragraphs, title):
            found = [Part(PartKind.HEADLINE, paragraph.start, paragraph.end)]
        else:
            found = list(_parts_of(text, paragraph, opening=told < _OPENING))
        parts.extend(found)
        told += sum(part.kind is PartKind.BODY for part in found)
    return tuple(_merged(text, _with_repeated_captions(text, parts)))


def _is_headline(text: str, paragraphs: Sequence[Span], title: str | None) -> bool:
    """The title, if it opens the text; without one, a short first line that ends as no sentence does."""
    first = _words(text, paragraphs[0])
    if title and fold(title).startswith(fold(first)):
        rest = fold(title)[len(fold(first)) :]
        return not rest or rest.startswith((" | ", " - "))
    if title or len(paragraphs) < 2 or len(first) > _LONGEST_HEADLINE or first.endswith(_ENDS):
        return False
    is_other = any(find_first(kind, first) for kind in ("dateline", "byline", "photo", "caption", "credit"))
    return not is_other and any(_words(text, p).endswith(_ENDS) for p in paragraphs[1:])


def _parts_of(text: str, paragraph: Span, *, opening: bool) -> Iterator[Part]:
    words = _words(text, paragraph)
    if find_first("byline", words):
        yield Part(PartKind.BYLINE, paragraph.start, paragraph.end)
    elif photo := find_first("photo", words):
        yield from _caption(text, paragraph, photo)
    elif find_first("caption", words):
        yield Part(PartKind.CAPTION, paragraph.start, paragraph.end)
    elif (dateline := find_first("dateline", words, opening=opening)) and not _is_label(text, words[: dateline.end]):
        yield from _part(text, PartKind.DATELINE, paragraph.start, paragraph.start + dateline.end)
        yield from _rest(text, Span(paragraph.start + dateline.end, paragraph.end))
    else:
        yield from _rest(text, paragraph)


def _is_label(text: str, dateline: str) -> bool:
    """Whether a place, as it seems, opens other lines too: a transcript names its speakers so."""
    return any(text.count(f"{end}{dateline}") for end in "\r\n") and text.count(dateline) > 1


def _caption(text: str, paragraph: Span, photo: Span) -> Iterator[Part]:
    """A caption and its credit; where a story stands before it, its last sentence is the caption."""
    words = _words(text, paragraph)
    before = words[: photo.start]
    is_story = len(before) > _LONGEST_CAPTION or find_first("dateline", before)
    begin = paragraph.start + (last_sentence(before.rstrip()) if is_story else 0)
    if begin > paragraph.start:
        for story in stripped(text, Span(paragraph.start, begin)):
            yield from _parts_of(text, story, opening=True)
    yield from _part(text, PartKind.CAPTION, begin, paragraph.start + photo.start)
    yield from _part(text, PartKind.CREDIT, paragraph.start + photo.start, paragraph.end)


def _rest(text: str, span: Span) -> Iterator[Part]:
    for paragraph in stripped(text, span):
        credit = find_first("credit", _words(text, paragraph))
        end = paragraph.start + credit.start if credit else paragraph.end
        yield from _part(text, PartKind.BODY, paragraph.start, end)
        yield from _part(text, PartKind.CREDIT, end, paragraph.end)


def _part(text: str, kind: PartKind, start: int, end: int) -> Iterator[Part]:
    return (Part(kind, span.start, span.end) for span in stripped(text, Span(start, end)))


def _with_repeated_captions(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """A paragraph that repeats a caption, or stands twice, is a caption: nobody writes a story so."""
    folded = [fold(text[part.start : part.end]) for part in parts]
    captions = {words for part, words in zip(parts, folded, strict=True) if part.kind is PartKind.CAPTION}
    seen: set[str] = set()
    for index, (part, words) in enumerate(zip(parts, folded, strict=True)):
        next_to = words in folded[max(0, index - 1) : index] + folded[index + 1 : index + 2]
        repeated = words in captions or next_to or words in seen
        seen.add(words)
        is_caption = part.kind is PartKind.BODY and repeated and len(words.split()) >= _SHORTEST_CAPTION
        yield Part(PartKind.CAPTION, part.start, part.end) if is_caption else part


def _merged(text: str, parts: Iterable[Part]) -> Iterator[Part]:
    open_: Part | None = None
    for part in parts:
        if open_ and open_.kind is part.kind is PartKind.BODY and not text[open_.end : part.start].strip():
            open_ = Part(PartKind.BODY, open_.start, part.end)
            continue
        if open_:
            yield open_
        open_ = part
    if open_:
        yield open_


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end]
