"""Names: where a text names somebody or something, by the register and the reader together, and what it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from loaders.extract.mentions.gazetteer import Match, find_known
from loaders.extract.mentions.words import get_alternatives, get_words
from loaders.extract.model import Reading, Tagged
from loaders.extract.passage import Passage
from ontology.extraction import MentionForm, Span
from ontology.register import Known, NameForm

_NER = {"PER": "Person", "ORG": "Organization", "LOC": "Place", "FAC": "Place"}
_MEN = {"person": "Person", "organization": "Organization", "alliance": "Alliance", "place": "Place"}
_FORMS = {NameForm.ADJECTIVE: MentionForm.ADJECTIVE, NameForm.DEMONYM: MentionForm.DEMONYM}
_LEADING = re.compile(r"(?:(?:the|a|an)\s+|[\"“”‘’'(\[«]+)", re.IGNORECASE)
_TRAILING = re.compile(r"(?:\s*['’]s?|[\"“”‘’',;:)\]»]+|\s+)$")
_SURE = 0.8
_LIKELY = 0.5
_GOES_ON = re.compile(
    r"(?:,|\s+(?:who|that|which|whose|familiar|speaking|close|briefed|quoted|contacted|interviewed)\b|\s+[-–—(]).*$",
    re.DOTALL,
)
_FORCES = re.compile(r"(?:[A-Z][\w-]*(?:['’]s)?(?:,\s+|\s+and\s+|\s+))+(?:forces|troops|military|warplanes|jets)")
_INITIALS = re.compile(r"\.?(?:\s?[A-Z]\.)*\s?[A-Z][\w’'-]+")
_LEADING_PRONOUN = re.compile(r"(?:his|her|its|their|my|our|your|this|that)\b", re.IGNORECASE)
_QUANTITY = re.compile(
    r"(?:(?:the|a|an|some|many|most|several|two|three|four|five|six|other|another|both|all|one|few|these|those|its|their|his|her|our)\s+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: its class, who it is where the register knows, the state of a body named with it."""

    span: Span
    text: str
    type: str
    form: MentionForm = MentionForm.NAME
    known: Known | None = None
    state: Known | None = None


def find_names(passage: Passage, readings: Sequence[Reading]) -> tuple[Name, ...]:
    """The names of a passage in order, none overlapping another."""
    roles = [tagged for reading in readings for tagged in reading.tagged("men")]
    matches = [match for s in passage.sentences for match in find_known(passage.text, s.span)]
    known = [_as_name(passage, match, _label_at(roles, match.span)) for match in matches]
    bodies = [*_bodies_of(passage, known), *_lone_bodies(passage)]
    seen = [name for reading in readings for name in _recognised(passage, reading)]
    named = list(_settled(known, [*bodies, *seen]))
    groups = [name for reading in readings for name in _groups(passage, reading, named)]
    return tuple(sorted(_settled(named, groups), key=lambda name: name.span))


def _label_at(roles: Sequence[Tagged], span: Span) -> str | None:
    return next((t.label for t in roles if t.span.start <= span.start < t.span.end), None)


def _as_name(passage: Passage, match: Match, label: str | None) -> Name:
    """What a match names: a capital is its state only where the reader sees a state act."""
    text, known = passage.quote(match.span), _bearer(match)
    if match.form is NameForm.CAPITAL and label != "state":
        return Name(match.span, text, "Place")
    return Name(match.span, text, known.type, _FORMS.get(match.form, MentionForm.NAME), known)


def _bearer(match: Match) -> Known:
    """Of those that bear a name the one of today."""
    return next((known for known in match.bearers if known.until is None), match.bearers[0])


def _bodies_of(passage: Passage, known: Iterable[Name]) -> Iterator[Name]:
    """Ministries and armies with their state: "Armenian defense ministry"; a government is the state itself."""
    for name in known:
        if name.type != "State" or not name.known:
            continue
        if government := _government().match(passage.text, name.span.end):
            span = Span(name.span.start, government.end())
            yield replace(name, span=span, text=passage.quote(span), form=MentionForm.DESCRIPTION)
        elif body := _body().match(passage.text, name.span.end):
            span = Span(name.span.start, body.end())
            yield Name(span, passage.quote(span), "GovernmentBody", state=name.known)


def _lone_bodies(passage: Passage) -> Iterator[Name]:
    for sentence in passage.sentences:
        for match in _lone_body().finditer(passage.text, sentence.span.start, sentence.span.end):
            yield Name(Span(*match.span()), match[0], "GovernmentBody")


@cache
def _government() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?\s+(?:{get_alternatives('governments')})\b")


@cache
def _body() -> re.Pattern[str]:
    qualifiers, bodies = get_alternatives("body_qualifiers"), get_alternatives("bodies")
    of = rf"ministry\s+of\s+(?:{qualifiers})(?:\s+and\s+(?:{qualifiers}))?"
    return re.compile(rf"(?:['’]s)?\s+(?:{of}|(?:(?:{qualifiers})\s+)*(?:{bodies}))\b", re.IGNORECASE)


@cache
def _lone_body() -> re.Pattern[str]:
    qualifiers = get_alternatives("body_qualifiers")
    of = rf"ministry\s+of\s+(?:{qualifiers})(?:\s+and\s+(?:{qualifiers}))?"
    return re.compile(rf"\b(?:{of}|(?:{qualifiers})\s+ministry)\b", re.IGNORECASE)


def _recognised(passage: Passage, reading: Reading) -> Iterator[Name]:
    """What the reader takes for a name; where its two heads see one at the same place, the first one's bounds hold."""
    seen: list[Span] = []
    for tagged in reading.tagged("ner"):
        if tagged.label in _NER and (span := _trimmed(passage, tagged.span)):
            seen.append(span)
            yield from _person_or_other(passage, span, _NER[tagged.label])
        else:
            seen.append(tagged.span)
    for tagged in reading.tagged("men"):
        span = _trimmed(passage, tagged.span)
        if (
            tagged.label in _MEN
            and span
            and tagged.prob >= _SURE
            and not _touches(span, seen)
            and _is_name(passage, span)
        ):
            yield from _person_or_other(passage, span, _MEN[tagged.label])


def _trimmed(passage: Passage, span: Span) -> Span | None:
    """Without articles, quotation marks and a possessive's ending."""
    start, end = span.start, span.end
    while match := _LEADING.match(passage.text, start, end):
        start = match.end()
    while match := _TRAILING.search(passage.text[start:end]):
        end = start + match.start()
    text = passage.text[start:end]
    return Span(start, end) if any(c.isalpha() for c in text) and text.casefold() not in get_words("nobody") else None


def _person_or_other(passage: Passage, span: Span, type_: str) -> Iterator[Name]:
    if type_ != "Person":
        yield Name(span, passage.quote(span), type_)
        return
    yield Name(*_without_titles(passage, _with_initials(passage, span)), type_)


def _without_titles(passage: Passage, span: Span) -> tuple[Span, str]:
    """A person's name behind its titles; a title that a particle follows belongs to the name ("Sultan bin Salman")."""
    words = list(re.finditer(r"\S+", passage.quote(span)))
    start = 0
    for word, following in zip(words, words[1:], strict=False):
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


def _groups(passage: Passage, reading: Reading, named: Sequence[Name]) -> Iterator[Name]:
    """People without a name: those that the reader takes for a group, and nameless sources."""
    for span in _in_one(passage, [t.span for t in reading.tagged("men") if t.label == "group" and t.prob >= _LIKELY]):
        yield from _group(passage, span)
    for tagged in reading.tagged("att"):
        if tagged.label == "SOURCE" and tagged.prob >= _LIKELY:
            inside = [n for n in named if n.span.start < tagged.span.end and tagged.span.start < n.span.end]
            if all(n.type == "State" and n.form is not MentionForm.NAME for n in inside):
                yield from _group(passage, tagged.span)


def _in_one(passage: Passage, spans: Sequence[Span]) -> list[Span]:
    """Spans with nothing but a space between them as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and passage.text[joined[-1].end : span.start] == " ":
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _group(passage: Passage, span: Span) -> Iterator[Name]:
    clean = _trimmed(passage, Span(span.start, span.start + len(_GOES_ON.sub("", passage.quote(span)))))
    if clean is None:
        return
    text = passage.quote(clean)
    words = [w.casefold() for w in re.findall(r"[^\W\d_]+", text)]
    nameless = [w for w in words if w not in get_words("nobody")]
    held = re.fullmatch(get_alternatives("offices"), _QUANTITY.sub("", text), re.IGNORECASE)
    states_forces = _FORCES.fullmatch(text)
    if nameless and not held and not states_forces and not _LEADING_PRONOUN.match(text):
        yield Name(clean, text, "Group", MentionForm.DESCRIPTION)


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _is_name(passage: Passage, span: Span) -> bool:
    """Whether it is written like a name: its last word, or any but the sentence's first, has a capital."""
    words = re.findall(r"[^\W\d_][\w.'’-]*", passage.quote(span))
    sentence = passage.sentence_at(span.start)
    first = bool(sentence) and span.start - (sentence.span.start if sentence else 0) <= 2
    return any(word[0].isupper() for word in (words[1:] if first and len(words) > 1 else words))


def _settled(known: Sequence[Name], others: Sequence[Name]) -> Iterator[Name]:
    """One name at a place: a longer one that says more than the known ones in it, else the known, else another."""
    taken: list[Span] = []
    dropped: set[Span] = set()
    for name in sorted(others, key=lambda n: (n.span.start - n.span.end, n.span.start)):
        inside = [k for k in known if k.span.start < name.span.end and name.span.start < k.span.end]
        if _touches(name.span, taken) or not _outweighs(name, inside):
            continue
        taken.append(name.span)
        dropped |= {k.span for k in inside}
        yield name
    yield from (k for k in known if k.span not in dropped and not _touches(k.span, taken))


def _outweighs(name: Name, inside: Sequence[Name]) -> bool:
    if any(k.span.start < name.span.start or k.span.end > name.span.end or k.span == name.span for k in inside):
        return False
    if name.known or name.state:
        return True
    rest = name.text
    for k in inside:
        rest = rest.replace(k.text, " ")
    empty = get_words("particles") | get_words("place_tails") | get_words("titles")
    return not inside or any(word.casefold() not in empty for word in re.findall(r"[^\W_]+", rest))
