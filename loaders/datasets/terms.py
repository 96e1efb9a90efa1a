"""Terms: the stretch of time that a record tells, and whom its codes mean in each year of it.

A number of COW's means one state after another: 365 is Russia, the Soviet Union, then Russia again. A tie that a record
tells from 1948 to 1995 is the Soviet Union's until 1991 and Russia's from 1992.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from loaders.datasets.who import Who
from ontology.claim import Value
from ontology.dates import first_day
from ontology.entity import Entity

_SETTLED = 2025  # no number means another state in any year after it, as far as the register knows


@dataclass(frozen=True, slots=True)
class Term:
    """First and last year (None: it goes on), and the dates that are known of both ends."""

    first: int
    last: int | None
    begin: str | None
    end: str | None

    def within(self, first: int, last: int | None) -> "Term | None":
        """What of it lies in some years; an end that is cut is a year."""
        begins, ends = max(self.first, first), min((y for y in (self.last, last) if y is not None), default=None)
        if ends is not None and ends < begins:
            return None
        begin = self.begin if begins == self.first else str(begins)
        return Term(begins, ends, begin, self.end if ends == self.last else str(ends))

    def told(self) -> dict[str, Value]:
        """The qualifiers `from` and `to`, as far as they are known."""
        return {name: date for name, date in (("from", self.begin), ("to", self.end)) if date}


def make_term(begin: str, end: str | None, *, begin_is_known: bool = True) -> Term:
    """The term of two dates; one that goes on has no end. A beginning that is not known is only looked up by."""
    last = first_day(end).year if end else None
    return Term(first_day(begin).year, last, begin if begin_is_known else None, end)


def iter_bearers(who: Who, scheme: str, code: str, term: Term) -> Iterator[tuple[Entity, Term]]:
    """Whom a code means over a term, one state after another.

    A term that meets a state only in the year in which another takes over belongs to the other: an office that was
    taken in December 1991 and kept for years was Russia's.
    """
    until = max(term.first, _SETTLED) if term.last is None else term.last
    years = [(year, who.coded(scheme, code, "State", year)) for year in range(term.first, until + 1)]
    for entity, first, last in _settled([*_runs(years)]):
        goes_on = last == until and term.last is None
        if part := term.within(first, None if goes_on else last):
            yield entity, part


def iter_pairs(who: Who, scheme: str, codes: tuple[str, str], term: Term) -> Iterator[tuple[Entity, Entity, Term]]:
    """Whom two codes mean over a term, for each stretch in which neither changes."""
    for one, held in iter_bearers(who, scheme, codes[0], term):
        for other, shared in iter_bearers(who, scheme, codes[1], term):
            if part := shared.within(held.first, held.last):
                yield one, other, part


_Run = tuple[Entity, int, int]


def _runs(years: Sequence[tuple[int, Entity]]) -> Iterator[_Run]:
    for _, same in groupby(years, key=lambda told: told[1].id):
        run = [*same]
        yield run[0][1], run[0][0], run[-1][0]


def _settled(runs: list[_Run]) -> list[_Run]:
    """The runs; one that is the first or the last year alone belongs to its neighbour."""
    if len(runs) > 1 and runs[0][1] == runs[0][2]:
        _, begin, _ = runs.pop(0)
        runs[0] = (runs[0][0], begin, runs[0][2])
    if len(runs) > 1 and runs[-1][1] == runs[-1][2]:
        *_, end = runs.pop()
        runs[-1] = (runs[-1][0], runs[-1][1], end)
    return runs
