"""Whether a negation meets an affirmation: "no F-16s" does not meet "drones", "no weapons" does."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ontology.claim import Value
from ontology.dates import first_day, last_day, may_overlap
from ontology.identity import fold
from ontology.schema import SCHEMA

_ALL = [qualifier for kind in SCHEMA.kinds.values() for qualifier in kind.qualifiers.values()]
_LEAST = frozenset(qualifier.name for qualifier in _ALL if qualifier.bound == "least")
_MOST = frozenset(qualifier.name for qualifier in _ALL if qualifier.bound == "most")
_OF_TIME = frozenset({"from", "to"})
_DAYS = frozenset(qualifier.name for qualifier in _ALL if qualifier.type == "date") - _OF_TIME
_SAYS_NOTHING = frozenset({"uncertain"})
_BROADENED = {qualifier.name: qualifier.broadens for qualifier in _ALL if qualifier.broadens}
_KIN = {
    f"{name}_id": tuple(f"{other}_id" for other in (broadened, *(n for n, b in _BROADENED.items() if b == broadened)))
    for broad, broadened in _BROADENED.items()
    for name in (broad, broadened)
}
_OTHERWISE_MATCHED = _OF_TIME | _LEAST | _MOST | _SAYS_NOTHING

Qualifiers = Mapping[str, Value]


def meets(negation: Qualifiers, affirmation: Qualifiers) -> bool:
    """Whether their valid times may overlap, and the affirmation matches every qualifier that the negation names.

    An entity is matched by itself or a narrower one ("no drones" meets "combat drones"), and by a qualifier of the
    affirmation that broadens its own (an item of the category "UAV"); a range or date is matched by one within.
    """
    return (
        _at_one_time(negation, affirmation)
        and _in_range(negation, affirmation)
        and _of_one_thing(negation, affirmation)
    )


class Affirmed:
    """What is affirmed, to be asked by many negations without comparing each with everything."""

    def __init__(self, affirmations: Iterable[Qualifiers]) -> None:
        self._all = [*affirmations]
        self._with: dict[tuple[str, Value], list[Qualifiers]] = {}
        for affirmation in self._all:
            for name, value in affirmation.items():
                self._with.setdefault((name, _folded(value)), []).append(affirmation)

    def is_met_by(self, negation: Qualifiers) -> bool:
        """Whether a negation meets any of it."""
        exact = [(name, _folded(value)) for name, value in _named(negation) if _is_exact(name)]
        fewest = min((self._with.get(one, []) for one in exact), key=len, default=self._all)
        return any(meets(negation, affirmation) for affirmation in fewest)


def _at_one_time(one: Qualifiers, other: Qualifiers) -> bool:
    return may_overlap(_date(one, "from"), _date(one, "to"), _date(other, "from"), _date(other, "to"))


def _date(qualifiers: Qualifiers, name: str) -> str | None:
    value = qualifiers.get(name)
    return str(value) if value is not None else None


def _in_range(wide: Qualifiers, narrow: Qualifiers) -> bool:
    return all(_number(narrow, name, float("-inf")) >= _number(wide, name, float("-inf")) for name in _LEAST) and all(
        _number(narrow, name, float("inf")) <= _number(wide, name, float("inf")) for name in _MOST
    )


def _number(qualifiers: Qualifiers, name: str, unknown: float) -> float:
    value = qualifiers.get(name)
    return float(value) if isinstance(value, int | float) else unknown


def _of_one_thing(negation: Qualifiers, affirmation: Qualifiers) -> bool:
    return all(_matches(name, value, affirmation) for name, value in _named(negation))


def _named(negation: Qualifiers) -> Iterator[tuple[str, Value]]:
    for name, value in negation.items():
        if name not in _OTHERWISE_MATCHED and f"{name}_id" not in negation:
            yield name, value


def _is_exact(name: str) -> bool:
    return not name.endswith("_id") and name not in _DAYS


def _matches(name: str, negated: Value, affirmation: Qualifiers) -> bool:
    affirmed = affirmation.get(name)
    if name.endswith("_id"):
        return any(negated == same or _covers(str(negated), str(same or "")) for same in _of_one_kin(name, affirmation))
    if name in _DAYS:
        return affirmed is not None and _share_a_day(str(negated), str(affirmed))
    return _folded(negated) == _folded(affirmed)


def _of_one_kin(name: str, affirmation: Qualifiers) -> Iterator[Value]:
    """The entities affirmed under the same qualifier, and under those that broaden it or that it broadens."""
    return (affirmation.get(other) for other in _KIN.get(name, (name,)))


def _share_a_day(negated: str, affirmed: str) -> bool:
    """Whether one of the dates affirmed stands within one of those negated: "not in 2015" meets July 2015."""
    return any(
        first_day(wide) <= first_day(narrow) and last_day(narrow) <= last_day(wide)
        for wide in negated.split("; ")
        for narrow in affirmed.split("; ")
    )


def _folded(value: Value) -> Value:
    return fold(value) if isinstance(value, str) else value


@lru_cache(maxsize=4096)
def _covers(broad: str, narrow: str) -> bool:
    from ontology.register import get_register  # read only where two different things are compared

    below = set(get_register().iter_below(broad))
    known = get_register().get(broad)
    all_there_is = known is not None and known.parent is None and len(below) > 1  # "weapons", named or not
    return all_there_is or narrow in below
