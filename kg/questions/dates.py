"""Which positions fall into a span of time."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.answers import Claim, Position
from kg.errors import QuestionError
from ontology.dates import first_day, last_day, may_overlap, parse_date
from ontology.schema import SCHEMA

Spell = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time, either end open. Made by `make_period`."""

    since: str | None = None
    until: str | None = None

    def holds(self, claim: Claim, position: Position | None = None) -> bool:
        """Whether a position may fall into it.

        Asked of the dates that the position carries (ordered, delivered, valid from and to), else of when it was said,
        else of when its document was published. What has no date at all falls into no period.
        """
        if self == Period():
            return True
        spells = tuple(_spells(position)) if position else ()
        return any(may_overlap(*spell, self.since, self.until) for spell in spells or _said(claim))


def make_period(since: str | None, until: str | None) -> Period:
    """The period between two dates as given. Raises DateError, QuestionError."""
    period = Period(*(None if day is None else parse_date(day) for day in (since, until)))
    if period.since and period.until and first_day(period.since) > last_day(period.until):
        raise QuestionError(
            f"nothing is since {since} and until {until}: give the earlier date as the first of the two"
        )
    return period


def _said(claim: Claim) -> tuple[Spell, ...]:
    return ((claim.at, claim.at),) if claim.at else ()


def _spells(position: Position) -> Iterator[Spell]:
    begin, end = (position.qualifiers.get(name) for name in ("from", "to"))
    if isinstance(begin, str) or isinstance(end, str):
        yield (str(begin) if begin else None, str(end) if end else None)
    for name, qualifier in SCHEMA.kinds[position.proposition.kind].qualifiers.items():
        value = position.qualifiers.get(name)
        if qualifier.type == "date" and name not in ("from", "to") and isinstance(value, str):
            yield from ((day.strip(), day.strip()) for day in value.split(";") if day.strip())
