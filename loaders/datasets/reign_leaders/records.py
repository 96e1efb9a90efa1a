"""The records of REIGN's list of leaders: each row is an office that a person held."""

from collections.abc import Iterator, Sequence

from loaders.datasets.cells import WrongCell, date_of
from loaders.datasets.parties import bare_number
from loaders.datasets.record import Record, iter_each
from loaders.datasets.row import Row
from loaders.datasets.terms import Term, iter_bearers, make_term
from loaders.datasets.who import Who
from ontology.bundle import Reject
from ontology.claim import Position
from ontology.dates import first_day, last_day

_BEGIN, _END = ("syear", "smonth", "sdate"), ("eyear", "emonth")


def iter_records(rows: Sequence[Row], who: Who) -> Iterator[Record | Reject]:
    """What each row says, in the order of the rows."""
    return iter_each(rows, who, _record)


def _record(row: Row, who: Who) -> Record:
    values = row.values
    for column in ("ccode", "leadid", "leader"):
        if not values[column]:
            raise WrongCell(f'"{column}" is empty')
    term, name, code = _term(row), _repaired(values["leader"]), bare_number(values["ccode"])
    holder = who.own(values["leadid"], name, "Person", of="reign")
    states = [*iter_bearers(who, "cow", code, term)]
    positions = tuple(
        Position("Office", {"holder": holder.id, "of": state.id}, qualifiers=part.told()) for state, part in states
    )
    content = f"{name} ({values['leadid']}) led {values['stateabb']} ({code}): {term.begin}–{term.end or ''}"
    key = f"{values['leadid']}, {values['stateabb']}, {term.begin}"
    return Record(key, row.place, content, positions, (holder, *(state for state, _ in states)))


def _term(row: Row) -> Term:
    begin, end = (date_of(tuple(row.values[column] or None for column in columns)) for columns in (_BEGIN, _END))
    if not begin:
        raise WrongCell('"syear" is empty')
    if end and last_day(end) < first_day(begin):
        raise WrongCell(f"the office ends in {end}, before it begins on {begin}")
    return make_term(begin, end)


def _repaired(name: str) -> str:
    """A name that was written in UTF-8, in a file that is not UTF-8 throughout."""
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name
