"""Which positions fall into a span of time."""

from dataclasses import dataclass

from kg.answers import Position
from kg.errors import QuestionError
from kg.spells import iter_spells
from ontology.dates import first_day, last_day, may_overlap, parse_date


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time, either end open. Made by `make_period`."""

    since: str | None = None
    until: str | None = None

    @property
    def days(self) -> tuple[str | None, str | None]:
        """Its first and its last day, written in full."""
        return (
            first_day(self.since).isoformat() if self.since else None,
            last_day(self.until).isoformat() if self.until else None,
        )

    def holds(self, at: str, position: Position | None = None) -> bool:
        """Whether a position, said `at` a date (or ""), may fall into it.

        Asked of the dates that the position carries (ordered, delivered, valid from and to), else of when it was said,
        else of when its document was published. What has no date at all falls into no period.
        """
        if self == Period():
            return True
        spells = tuple(iter_spells(position.proposition.kind, position.qualifiers)) if position else ()
        said = ((at, at),) if at else ()
        return any(may_overlap(*spell, self.since, self.until) for spell in spells or said)


def make_period(since: str | None, until: str | None) -> Period:
    """The period between two dates as given. Raises DateError, QuestionError."""
    period = Period(*(None if day is None else parse_date(day) for day in (since, until)))
    if period.since and period.until and first_day(period.since) > last_day(period.until):
        raise QuestionError(
            f"nothing is since {since} and until {until}: give the earlier date as the first of the two"
        )
    return period
