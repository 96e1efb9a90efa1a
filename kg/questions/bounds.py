"""Qualifiers as answers show them: both bounds of a range always, so that an open one is seen to be open."""

from collections.abc import Iterator, Mapping

from kg.answers import Position
from ontology.claim import Value
from ontology.schema import SCHEMA

_UNCERTAIN = "uncertain"
"""The qualifier that lists the others that a source marks as uncertain."""


def told(position: Position) -> dict[str, Value]:
    """What a position tells beside its roles: its kind's bounds first (None where open), then all that is known."""
    known = {name: value for name, value in position.qualifiers.items() if value is not None}
    return dict.fromkeys(_bounds(position.proposition.kind).values()) | known


def in_words(kind: str, qualifiers: Mapping[str, Value]) -> Iterator[str]:
    """The same for reading: "at least 1000", "item drones", "number 50?" where the source marks it as uncertain.

    In the schema's order: what passes, how many, when. The ids that stand beside names are left out.
    """
    uncertain = qualifiers.get(_UNCERTAIN) or ()
    bounds = _bounds(kind)
    if span := _span(*(qualifiers.get(bounds.get(bound, "")) for bound in ("least", "most"))):
        yield span
    for name in SCHEMA.kinds[kind].qualifiers:
        value = qualifiers.get(name)
        if value is not None and name not in bounds.values() and name != _UNCERTAIN:
            doubt = "?" if isinstance(uncertain, tuple) and name in uncertain else ""
            yield f"{name} {', '.join(value) if isinstance(value, tuple) else value}{doubt}"


def _bounds(kind: str) -> Mapping[str, str]:
    """The qualifiers that are bounds, by which they are."""
    return {q.bound: name for name, q in SCHEMA.kinds[kind].qualifiers.items() if q.bound}


def _span(least: Value, most: Value) -> str | None:
    if least is None:
        return None if most is None else f"at most {most}"
    if most is None:
        return f"at least {least}"
    return f"{least}" if least == most else f"{least} to {most}"
