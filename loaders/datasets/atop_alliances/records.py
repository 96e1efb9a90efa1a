"""The records of ATOP: consecutive years in which two states were allied are one record, and one claim of ATOP's."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from loaders.datasets.cells import WrongCell, number_in
from loaders.datasets.record import Record, Taken, make_record
from loaders.datasets.row import Row
from loaders.datasets.who import Who
from loaders.datasets.years import iter_spells
from loaders.datasets.years import told as spelled
from ontology.bundle import Reject
from ontology.claim import Position
from ontology.entity import Entity

_KINDS = {
    "atop_defense": "defense",
    "atop_offense": "offense",
    "atop_neutral": "neutrality",
    "atop_nonagg": "nonaggression",
    "atop_consul": "consultation",
}
_NONE = "unspecified"
_LAST = 2018  # the last year of the data: a spell that reaches it goes on
_FLAGS = {"0": False, "0.0": False, "1": True, "1.0": True}

_Pair = tuple[int, int]
_Told = dict[int, tuple[list[Row], frozenset[str]]]
"""The rows of each year, and the kinds of obligations that they tell."""


def iter_records(rows: Sequence[Row], who: Who) -> Iterator[Record | Reject]:
    """The spells of each pair, and the rows that cannot be read."""
    pairs: dict[_Pair, _Told] = defaultdict(dict)
    for row in rows:
        try:
            pair, year, kinds = _read(row)
        except WrongCell as exc:
            yield Reject(row.place, str(exc), row.text())
        else:
            same, before = pairs[pair].get(year, ([], frozenset[str]()))
            pairs[pair][year] = [*same, row], before | kinds
    for pair in sorted(pairs):
        for first, last in iter_spells(pairs[pair]):
            yield _record(pair, {year: pairs[pair][year] for year in range(first, last + 1)}, who)


def _read(row: Row) -> tuple[_Pair, int, frozenset[str]]:
    one, other, year = (number_in(row, column) for column in ("ccode1", "ccode2", "year"))
    if year > _LAST:
        raise WrongCell(f'"year" is {year}: the data that are known end in {_LAST}')
    return (min(one, other), max(one, other)), year, frozenset(_KINDS[name] for name in _KINDS if _flag(row, name))


def _flag(row: Row, column: str) -> bool:
    if row.values[column] not in _FLAGS:
        raise WrongCell(f'"{column}" is "{row.values[column][:40]}", neither 0 nor 1')
    return _FLAGS[row.values[column]]


def _record(pair: _Pair, told: _Told, who: Who) -> Record:
    rows = [row for same, _ in told.values() for row in same]
    years = {kind: [*iter_spells(found)] for kind, found in _years_by_kind(told).items()}
    taken = _positions(pair, years, who)
    first, last = min(told), max(told)
    words = "; ".join(f"{kind} {spelled(spells)}" for kind, spells in years.items())
    content = f"COW {pair[0]} and {pair[1]}, {spelled([(first, last)])}: {words}"
    return make_record(f"{pair[0]}–{pair[1]}, from {first}", rows[0].place, content, taken, len(rows))


def _years_by_kind(told: _Told) -> Mapping[str, list[int]]:
    years: dict[str, list[int]] = {kind: [] for kind in (*_KINDS.values(), _NONE)}
    for year, (_, kinds) in told.items():
        for kind in kinds or (_NONE,):
            years[kind].append(year)
    return {kind: found for kind, found in years.items() if found}


def _positions(pair: _Pair, years: Mapping[str, Iterable[tuple[int, int]]], who: Who) -> Iterator[Taken]:
    for kind, spells in years.items():
        for first, last in spells:
            for parties, begin, end in _iter_parties(pair, first, last, who):
                ended = {"to": str(end)} if end < _LAST else {}
                roles = {"a": parties[0].id, "b": parties[1].id}
                yield Position("AllianceTie", roles, qualifiers={"kind": kind, "from": str(begin), **ended}), parties


def _iter_parties(pair: _Pair, first: int, last: int, who: Who) -> Iterator[tuple[tuple[Entity, Entity], int, int]]:
    """Whom the codes mean in each year, for each run of years in which that is the same."""
    begin, held = first, _parties(pair, first, who)
    for year in range(first + 1, last + 1):
        now = _parties(pair, year, who)
        if now != held:
            yield held, begin, year - 1
            begin, held = year, now
    yield held, begin, last


def _parties(pair: _Pair, year: int, who: Who) -> tuple[Entity, Entity]:
    one, other = (who.coded("cow", str(code), "State", year) for code in pair)
    return one, other
