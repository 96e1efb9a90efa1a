"""The times of hostilities: one hostility of two may have several (1994 and 2020)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.analysis.resting import Rested
from kg.answers import Told
from kg.spells import Spell, iter_spells
from ontology.dates import first_day, last_day

Days = tuple[float, float]
"""From one day to another, as numbers that compare; an open end is infinite."""

EVER: Days = (float("-inf"), float("inf"))
"""The window in which everything is, with or without a date."""
_DAYS_OF_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Fight:
    """A hostility at one of its times: what it rests on there, and from when to when (None: open or unknown).

    `window` is that time with the margin around it, in which something counts as happening at the time.
    """

    rested: Rested
    since: str | None
    until: str | None
    window: Days

    @property
    def sides(self) -> tuple[str, str]:
        """Who fights whom, by id."""
        a, b = self.rested.ends
        return a.id, b.id


class Dated:
    """What a proposition rests on, by the days on which it was so: to be asked for many windows."""

    def __init__(self, rested: Rested) -> None:
        self.rested = rested
        self._told = [(days(spell), told) for told in rested.bearing for spell in spells_of(rested, told)]
        self._reach = (
            min((one[0] for one, _ in self._told), default=float("inf")),
            max((one[1] for one, _ in self._told), default=float("-inf")),
        )

    def during(self, window: Days) -> Rested | None:
        """The proposition with only what it rests on within a window; None where that is nothing."""
        if window == EVER:
            return self.rested
        if not meet(self._reach, window):
            return None
        within = {id(told): told for when, told in self._told if meet(when, window)}
        return Rested(self.rested.proposition, tuple(within.values()), self.rested.against) if within else None


@dataclass(frozen=True, slots=True)
class _Moment:
    told: Told
    spell: Spell
    window: Days


def iter_fights(hostility: Rested, margin: float | None) -> Iterator[Fight]:
    """The times of a hostility: spells that are less than twice the margin (years) apart are one time.

    A claim without a spell tells of the day on which it was said; one without any date tells no time. Without a margin
    time plays no part: there is one fight, whenever it was.
    """
    moments = [moment for told in hostility.bearing for moment in _moments(hostility, told, margin or 0)]
    moments.sort(key=lambda one: (one.window, one.told.claim, one.told.place))
    if margin is None:
        yield _fight(hostility, moments, EVER, hostility.bearing)
        return
    while moments:
        same = _first_time(moments)
        window = (same[0].window[0], max(one.window[1] for one in same))
        yield _fight(hostility, same, window, tuple({id(one.told): one.told for one in same}.values()))
        moments = moments[len(same) :]


def spells_of(one: Rested, told: Told) -> Sequence[Spell]:
    """When what a position says was so, else the day on which it was said; nothing if neither is known."""
    return tuple(iter_spells(one.proposition.kind, told.qualifiers)) or (((told.at, told.at),) if told.at else ())


def _moments(hostility: Rested, told: Told, margin: float) -> Iterator[_Moment]:
    for spell in spells_of(hostility, told):
        begin, end = days(spell)
        yield _Moment(told, spell, (begin - margin * _DAYS_OF_A_YEAR, end + margin * _DAYS_OF_A_YEAR))


def _first_time(moments: Sequence[_Moment]) -> Sequence[_Moment]:
    """The moments from the first on that hang together."""
    reach = moments[0].window[1]
    for place, moment in enumerate(moments):
        if moment.window[0] > reach:
            return moments[:place]
        reach = max(reach, moment.window[1])
    return moments


def _fight(hostility: Rested, moments: Sequence[_Moment], window: Days, bearing: tuple[Told, ...]) -> Fight:
    begins = [moment.spell[0] for moment in moments]
    ends = [moment.spell[1] for moment in moments]
    return Fight(
        Rested(hostility.proposition, bearing, hostility.against),
        since=None if None in begins else min(filter(None, begins), key=lambda it: (first_day(it), it), default=None),
        until=None if None in ends else max(filter(None, ends), key=lambda it: (last_day(it), it), default=None),
        window=window,
    )


def days(spell: Spell) -> Days:
    """The first and the last day of a spell as numbers."""
    begin, end = spell
    return (
        first_day(begin).toordinal() if begin else float("-inf"),
        last_day(end).toordinal() if end else float("inf"),
    )


def meet(one: Days, other: Days) -> bool:
    """Whether two stretches share a day."""
    return one[0] <= other[1] and other[0] <= one[1]
