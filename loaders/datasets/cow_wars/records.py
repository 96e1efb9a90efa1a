"""The records of COW's inter-state wars: a war and a pair of states are one record, and one claim of COW's."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from loaders.datasets.cells import WrongCell, number_in
from loaders.datasets.record import Record, Taken, make_record
from loaders.datasets.row import Left, Row
from loaders.datasets.terms import iter_pairs, make_term
from loaders.datasets.who import Who
from loaders.datasets.years import iter_spells, told
from ontology.bundle import Reject
from ontology.claim import Position

_ONGOING = "cowinterongoing"
_NO_WAR = "a year in which the two were not at war"

_War = tuple[int, int, int]
"""Its number, and the codes of the two states."""


def iter_records(rows: Sequence[Row], who: Who) -> Iterator[Record | Reject | Left]:
    """The wars of each pair, and the rows that tell of none or cannot be read."""
    wars: dict[_War, dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        try:
            war, year = _read(row)
        except WrongCell as exc:
            yield Reject(row.place, str(exc), row.text())
            continue
        if number_in(row, _ONGOING) == 0:
            yield Left(row.place, _NO_WAR)
        else:
            wars[war][year].append(row)
    for war in sorted(wars):
        yield _record(war, wars[war], who)


def _read(row: Row) -> tuple[_War, int]:
    number, one, other, year, _ = (number_in(row, name) for name in ("warnum", "ccode1", "ccode2", "year", _ONGOING))
    return (number, min(one, other), max(one, other)), year


def _record(war: _War, years: dict[int, list[Row]], who: Who) -> Record:
    number, one, other = war
    rows = [row for year in sorted(years) for row in years[year]]
    spells = [*iter_spells(years)]
    taken = (position for spell in spells for position in _positions((one, other), spell, who))
    content = f"COW war {number} between COW {one} and {other}: {told(spells)}"
    return make_record(f"war {number}, {one}–{other}", rows[0].place, content, taken, len(rows))


def _positions(codes: tuple[int, int], spell: tuple[int, int], who: Who) -> Iterator[Taken]:
    term = make_term(str(spell[0]), str(spell[1]))
    for a, b, part in iter_pairs(who, "cow", (str(codes[0]), str(codes[1])), term):
        yield Position("Hostility", {"a": a.id, "b": b.id}, qualifiers={"kind": "war", **part.told()}), (a, b)
