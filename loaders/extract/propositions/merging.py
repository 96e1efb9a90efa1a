"""Frames and the reader together: a frame is believed over the reader, and one thing is stated once a sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.extract.attribution import Attribution
from loaders.extract.propositions.statement import Statement
from ontology.extraction import Span

_Key = tuple[str, tuple[tuple[str, str], ...], str, str, Span, tuple[int, ...], str]


def merge(
    framed: Sequence[Statement], read: Iterable[Statement], attributions: Sequence[Attribution]
) -> tuple[Statement, ...]:
    """All that frames find and what the reader adds, in the order of the text."""
    added = [one for one in read if not any(_settles(frame, one, attributions) for frame in framed)]
    kept: dict[_Key, Statement] = {}
    for statement in (*framed, *added):
        key = _key(statement, attributions)
        known = kept.get(key)
        kept[key] = _joined(known, statement) if known else statement
    return tuple(sorted(kept.values(), key=_place))


def _settles(framed: Statement, read: Statement, attributions: Sequence[Attribution]) -> bool:
    """Whether a frame has told what the reader sees: by the same words, of the same holder, place or two traders."""
    if framed.kind != read.kind:
        return False
    if framed.trigger.start < read.trigger.end and read.trigger.start < framed.trigger.end:
        return True
    if framed.sentence != read.sentence:
        return False
    if read.kind == "ArmsSale" and set(framed.roles.values()) == set(read.roles.values()):
        differs = framed.roles != read.roles or framed.modality is not read.modality
        alike = framed.polarity is read.polarity and _speakers(framed, attributions) == _speakers(read, attributions)
        return differs and alike
    settled = {"Office": "holder", "Control": "place"}.get(read.kind)
    return settled is not None and framed.roles[settled] == read.roles[settled]


def _speakers(statement: Statement, attributions: Sequence[Attribution]) -> tuple[int, ...]:
    return tuple(i for i, a in enumerate(attributions) if a.voices(statement.trigger))


def _key(statement: Statement, attributions: Sequence[Attribution]) -> _Key:
    """The same proposition, taken the same way, in the same sentence and the same words of somebody."""
    toll = repr((statement.qualifiers.get("low"), statement.qualifiers.get("high"), statement.qualifiers.get("item")))
    return (
        statement.kind,
        tuple(sorted(statement.roles.items())),
        statement.polarity.value,
        statement.modality.value,
        statement.sentence,
        _speakers(statement, attributions),
        toll,
    )


def _joined(first: Statement, other: Statement) -> Statement:
    return replace(first, qualifiers={**other.qualifiers, **first.qualifiers}, score=max(first.score, other.score))


def _place(statement: Statement) -> tuple[Span, str, str]:
    return statement.trigger, statement.kind, repr(sorted(statement.roles.items()))
