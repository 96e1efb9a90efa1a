"""Names: where a text names somebody or something, by the register and the reader together, and what it is."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from loaders.extract.mentions.bodies import find_bodies
from loaders.extract.mentions.gazetteer import Match, find_known
from loaders.extract.mentions.groups import find_groups
from loaders.extract.mentions.name import Name, touches
from loaders.extract.mentions.recognised import find_recognised
from loaders.extract.mentions.words import get_words
from loaders.extract.model import Reading, Tagged
from loaders.extract.passage import Passage
from ontology.extraction import MentionForm, Span
from ontology.register import Known, NameForm

_FORMS = {NameForm.ADJECTIVE: MentionForm.ADJECTIVE, NameForm.DEMONYM: MentionForm.DEMONYM}


def find_names(passage: Passage, readings: Sequence[Reading]) -> tuple[Name, ...]:
    """The names of a passage in order, none overlapping another."""
    roles = [tagged for reading in readings for tagged in reading.tagged("men")]
    cues = [tagged.span for reading in readings for tagged in reading.tagged("att") if tagged.label == "CUE"]
    matches = [match for s in passage.sentences for match in find_known(passage.text, s.span)]
    seen = [name for reading in readings for name in find_recognised(passage, reading)]
    surnames = {name.text.split()[-1] for name in seen if name.type == "Person" and " " in name.text}
    matches = [m for m in matches if not _is_surname(passage, m, surnames, _label_at(roles, m.span))]
    known = [_as_name(passage, m, _label_at(roles, m.span) == "state" or _speaks(cues, m.span)) for m in matches]
    named = list(_settled(known, [*find_bodies(passage, known), *seen]))
    groups = [name for reading in readings for name in find_groups(passage, reading, named)]
    return tuple(sorted(_settled(named, groups), key=lambda name: name.span))


def _label_at(roles: Sequence[Tagged], span: Span) -> str | None:
    index = bisect_right(roles, span.start, key=lambda t: t.span.start) - 1
    return roles[index].label if index >= 0 and span.start < roles[index].span.end else None


def _is_surname(passage: Passage, match: Match, surnames: Collection[str], label: str | None) -> bool:
    """Whether a known name is here the surname of a person of the text, as Amman or Jordan may be."""
    if passage.quote(match.span) not in surnames:
        return False
    return label == "person" or (match.form is NameForm.CAPITAL and label != "place")


def _speaks(cues: Sequence[Span], span: Span) -> bool:
    """Whether a cue of saying stands right before or right behind."""
    index = bisect_right(cues, span)
    return any(cue.start - span.end == 1 or span.start - cue.end == 1 for cue in cues[max(0, index - 1) : index + 1])


def _as_name(passage: Passage, match: Match, acts: bool) -> Name:
    """What a match names: a capital is its state only where a state acts."""
    text, known = passage.quote(match.span), _bearer(match)
    if match.form is NameForm.CAPITAL and not acts:
        return Name(match.span, text, "Place")
    return Name(match.span, text, known.type, _FORMS.get(match.form, MentionForm.NAME), known)


def _bearer(match: Match) -> Known:
    """Of those that bear a name the one of today."""
    return next((known for known in match.bearers if known.until is None), match.bearers[0])


def _settled(known: Sequence[Name], others: Sequence[Name]) -> Iterator[Name]:
    """One name at a place: a longer one that says more than the known ones in it, else the known, else another."""
    taken: list[Span] = []
    dropped: set[Span] = set()
    for name in sorted(others, key=lambda n: (n.span.start - n.span.end, n.span.start)):
        inside = [k for k in known if k.span.start < name.span.end and name.span.start < k.span.end]
        if touches(name.span, taken) or not _outweighs(name, inside):
            continue
        taken.append(name.span)
        dropped |= {k.span for k in inside}
        yield name
    yield from (k for k in known if k.span not in dropped and not touches(k.span, taken))


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
