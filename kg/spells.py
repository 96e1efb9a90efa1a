"""The spells of time in which what a position says was so: its order, its deliveries, from when to when it holds."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ontology.claim import Value
from ontology.dates import first_day, last_day
from ontology.schema import SCHEMA

Spell = tuple[str | None, str | None]
"""A begin and an end, each at its own precision; None is open or unknown."""

NEVER = ("", "")
"""The span of what has no date."""

_OPEN_BEGIN, _OPEN_END = "0001-01-01", "9999-12-31"
_DATES: Mapping[str, tuple[str, ...]] = {
    name: tuple(q.name for q in kind.qualifiers.values() if q.type == "date" and q.name not in ("from", "to"))
    for name, kind in SCHEMA.kinds.items()
}
_SPANNED = {kind: ("from", "to", *names) for kind, names in _DATES.items()}


def iter_spells(kind: str, qualifiers: Mapping[str, Value]) -> Iterator[Spell]:
    """The spells that the qualifiers of a position tell: from and to as one, each other date alone."""
    begin, end = qualifiers.get("from"), qualifiers.get("to")
    if isinstance(begin, str) or isinstance(end, str):
        yield (str(begin) if begin else None, str(end) if end else None)
    for name in _DATES[kind]:
        value = qualifiers.get(name)
        if isinstance(value, str):
            yield from ((day.strip(), day.strip()) for day in value.split(";") if day.strip())


def get_span(kind: str, qualifiers: Mapping[str, Value], at: str) -> tuple[str, str]:
    """The first and the last day of a position's spells, else of the day on which it was said, else NEVER.

    Days are written in full, so that they compare as text; an open end is the first or last day that can be.
    """
    told = tuple((name, value) for name in _SPANNED[kind] if (value := qualifiers.get(name)))
    return _span(kind, told, at)


@lru_cache(maxsize=1 << 13)
def _span(kind: str, told: tuple[tuple[str, Value], ...], at: str) -> tuple[str, str]:
    spells = tuple(iter_spells(kind, dict(told))) or (((at, at),) if at else ())
    if not spells:
        return NEVER
    return min(_first(begin) for begin, _ in spells), max(_last(end) for _, end in spells)


@lru_cache(maxsize=4096)
def _first(begin: str | None) -> str:
    return first_day(begin).isoformat() if begin else _OPEN_BEGIN


@lru_cache(maxsize=4096)
def _last(end: str | None) -> str:
    return last_day(end).isoformat() if end else _OPEN_END
