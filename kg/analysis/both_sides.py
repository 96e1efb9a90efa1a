"""Who arms both sides of a hostility, at the time of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.analysis.edges import Edge, make_edges
from kg.analysis.fights import Fight
from kg.analysis.hostilities import Arms, HostilityQuery, get_arms, get_asked, latest_first
from kg.analysis.resting import Rested
from kg.analysis.some import Some
from kg.analysis.view import View
from kg.answers import Named


@dataclass(frozen=True, slots=True)
class BothSides:
    """A supplier of both sides of a hostility at one of its times (`since` to `until`; None: open or unknown).

    The edges show what they rest on at that time: the hostility, and the arms to its `source` and to its `target`.
    """

    supplier: Named
    since: str | None
    until: str | None
    hostility: Edge
    to_source: Edge
    to_target: Edge


@dataclass(frozen=True, slots=True)
class _Found:
    fight: Fight
    to_source: Rested
    to_target: Rested

    @property
    def supplier(self) -> Named:
        return self.to_source.ends[0]


def get_both_sides(view: View, query: HostilityQuery, limit: int | None = None) -> Some[BothSides]:
    """Who arms both sides, the latest fights first; the view says what counts of hostilities and arms alike.

    Raises AmbiguousName, UnknownName, QuestionError, DateError.
    """
    fights = get_asked(view, query)
    arms = get_arms(view, query, fights)
    found = [one for fight in fights for one in _suppliers(fight, arms)]
    found.sort(key=lambda one: (latest_first(one.fight), one.supplier.name, one.supplier.id))
    shown = found[:limit]
    edges = iter(
        make_edges(view.store, [it for one in shown for it in (one.fight.rested, one.to_source, one.to_target)])
    )
    return Some(len(found), tuple(_row(one, next(edges), next(edges), next(edges)) for one in shown))


def edges_in(rows: Iterable[BothSides]) -> Iterator[Edge]:
    """All edges of some answers."""
    return (edge for row in rows for edge in (row.hostility, row.to_source, row.to_target))


def _suppliers(fight: Fight, arms: Arms) -> Iterator[_Found]:
    to_a, to_b = (arms.get(side, {}) for side in fight.sides)
    for supplier in sorted(to_a.keys() & to_b.keys()):
        one, other = to_a[supplier].during(fight.window), to_b[supplier].during(fight.window)
        if one and other:
            yield _Found(fight, one, other)


def _row(found: _Found, hostility: Edge, to_source: Edge, to_target: Edge) -> BothSides:
    return BothSides(found.supplier, found.fight.since, found.fight.until, hostility, to_source, to_target)
