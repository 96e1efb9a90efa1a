"""Whether a negation meets an affirmation: "no F-16s" does not meet "drones", "no weapons" does."""

from collections.abc import Mapping
from functools import lru_cache

from ontology.claim import Value
from ontology.dates import may_overlap
from ontology.identity import fold

_OF_TIME = frozenset({"from", "to"})
_OF_A_RANGE = frozenset({"low", "high"})
_SAYS_NOTHING = frozenset({"uncertain"})


def meets(negation: Mapping[str, Value], affirmation: Mapping[str, Value]) -> bool:
    """Whether their valid times may overlap, and the affirmation matches every qualifier that the negation names.

    An entity is matched by itself or a narrower one ("no drones" meets "combat drones"), a range by one within it.
    """
    return (
        _at_one_time(negation, affirmation)
        and _in_range(negation, affirmation)
        and _of_one_thing(negation, affirmation)
    )


def _at_one_time(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    return may_overlap(_date(one, "from"), _date(one, "to"), _date(other, "from"), _date(other, "to"))


def _date(qualifiers: Mapping[str, Value], name: str) -> str | None:
    value = qualifiers.get(name)
    return str(value) if value is not None else None


def _in_range(wide: Mapping[str, Value], narrow: Mapping[str, Value]) -> bool:
    return _number(narrow, "low", float("-inf")) >= _number(wide, "low", float("-inf")) and _number(
        narrow, "high", float("inf")
    ) <= _number(wide, "high", float("inf"))


def _number(qualifiers: Mapping[str, Value], name: str, unknown: float) -> float:
    value = qualifiers.get(name)
    return float(value) if isinstance(value, int | float) else unknown


def _of_one_thing(negation: Mapping[str, Value], affirmation: Mapping[str, Value]) -> bool:
    named = {
        name: value
        for name, value in negation.items()
        if name not in _OF_TIME | _OF_A_RANGE | _SAYS_NOTHING and f"{name}_id" not in negation
    }
    return all(_matches(name, value, affirmation.get(name)) for name, value in named.items())


def _matches(name: str, negated: Value, affirmed: Value) -> bool:
    if name.endswith("_id"):
        return negated == affirmed or _covers(str(negated), str(affirmed or ""))
    if isinstance(negated, str) and isinstance(affirmed, str):
        return fold(negated) == fold(affirmed)
    return negated == affirmed


@lru_cache(maxsize=4096)
def _covers(broad: str, narrow: str) -> bool:
    from ontology.register import get_register  # read only where two different things are compared

    below = set(get_register().iter_below(broad))
    known = get_register().get(broad)
    all_there_is = known is not None and known.parent is None and len(below) > 1  # "weapons", named or not
    return all_there_is or narrow in below
