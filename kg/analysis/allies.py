"""Allies that arm opponents: an ally of the one arms the other, who fights it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.analysis.edges import Edge, make_edges
from kg.analysis.fights import Dated, Days, Fight
from kg.analysis.hostilities import Arms, HostilityQuery, get_arms, get_asked, latest_first
from kg.analysis.resting import Rested, iter_rested
from kg.analysis.some import Some
from kg.analysis.view import View
from kg.answers import Named
from kg.store import EntityFilter


@dataclass(frozen=True, slots=True)
class AllyArming:
    """`ally` is allied with `one` and arms `opponent`, who fights `one`, at one of the times of that hostility.

    `ties` are their alliance: the two themselves, and both with an alliance that they share.
    """

    ally: Named
    one: Named
    opponent: Named
    since: str | None
    until: str | None
    hostility: Edge
    arms: Edge
    ties: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    fight: Fight
    one: str
    arms: Rested
    ties: tuple[Rested, ...]

    @property
    def shown(self) -> tuple[Rested, ...]:
        return self.fight.rested, self.arms, *self.ties

    @property
    def names(self) -> tuple[str, ...]:
        """What orders the findings of one fight."""
        ally, opponent = self.arms.ends
        return ally.name, opponent.name, ally.id, opponent.id


def get_allies_arming(view: View, query: HostilityQuery, limit: int | None = None) -> Some[AllyArming]:
    """The allies that arm opponents, the latest fights first; alliances count if they hold at the time.

    Raises AmbiguousName, UnknownName, QuestionError, DateError.
    """
    fights, alliances = get_asked(view, query), _Alliances(view)
    arms = get_arms(view, query, fights)
    found = [one for fight in fights for one in _arming(fight, arms, alliances)]
    found.sort(key=lambda one: (latest_first(one.fight), one.names))
    shown = found[:limit]
    edges = iter(make_edges(view.store, [rested for one in shown for rested in one.shown]))
    return Some(len(found), tuple(_row(one, [next(edges) for _ in one.shown]) for one in shown))


def edges_in(rows: Iterable[AllyArming]) -> Iterator[Edge]:
    """All edges of some answers."""
    return (edge for row in rows for edge in (row.hostility, row.arms, *row.ties))


def _arming(fight: Fight, arms: Arms, alliances: "_Alliances") -> Iterator[_Found]:
    a, b = fight.sides
    for one, opponent in ((a, b), (b, a)):
        for ally, dated in sorted(arms.get(opponent, {}).items()):
            passed = dated.during(fight.window) if ally not in (one, opponent) else None
            ties = alliances.ties(one, ally, fight.window) if passed else ()
            if passed and ties:
                yield _Found(fight, one, passed, ties)


class _Alliances:
    """Who is allied with whom, and by which alliances."""

    def __init__(self, view: View) -> None:
        self._pacts = {it.id for it in view.store.iter_entities(EntityFilter(type="Alliance"))}
        self._ties: dict[str, dict[str, Dated]] = {}
        for tie in iter_rested(view.of("AllianceTie")):
            (a, b), dated = tie.ends, Dated(tie)
            self._ties.setdefault(a.id, {})[b.id] = dated
            self._ties.setdefault(b.id, {})[a.id] = dated

    def ties(self, one: str, ally: str, window: Days) -> tuple[Rested, ...]:
        """What allies two within a window: their own ties, and both ties of each alliance that they share."""
        ones, allys = self._ties.get(one, {}), self._ties.get(ally, {})
        direct = ones[ally].during(window) if ally in ones else None
        shared = sorted(ones.keys() & allys.keys() & self._pacts)
        through = ((ones[pact].during(window), allys[pact].during(window)) for pact in shared)
        both = (tie for pair in through if all(pair) for tie in pair)
        return tuple(tie for tie in (direct, *both) if tie)


def _row(found: _Found, edges: list[Edge]) -> AllyArming:
    hostility, arms, *ties = edges
    one = next(named for named in (hostility.source, hostility.target) if named.id == found.one)
    return AllyArming(arms.source, one, arms.target, found.fight.since, found.fight.until, hostility, arms, tuple(ties))
