"""The records of UCDP: an episode of a conflict between two states is one record, and one claim of UCDP's."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.datasets.cells import WrongCell, number_in
from loaders.datasets.record import Record, Taken, make_record
from loaders.datasets.row import Left, Row
from loaders.datasets.terms import Term, iter_pairs, make_term
from loaders.datasets.who import Who
from loaders.datasets.years import iter_spells
from ontology.bundle import Reject
from ontology.claim import Position
from ontology.dates import parse_date
from ontology.errors import DateError

_LEFT = {
    "intrastate": "a conflict within a state, with a rebel group",
    "II": "a conflict within a state, with a rebel group and foreign troops",
    "extrasystemic": "a conflict of a state with a group outside of it",
}
_BETWEEN_STATES = "interstate"
_WAR = 2
_PRECISION = {1: len("2020-11-08"), 2: len("2020-11"), 3: len("2020-11"), 4: len("2020"), 5: len("2020")}
"""How much of a date is told, by UCDP's code of precision: day, month (the day is assigned), year."""

_Episode = tuple[int, int, int, str]
"""Conflict, the two states, and the day on which the episode began as UCDP writes it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one row tells of its episode."""

    row: Row
    year: int
    is_war: bool
    begin: str
    end: str | None
    helpers: tuple[tuple[int, int], ...]
    """States that sent troops, each with the one that they helped."""


def iter_records(rows: Sequence[Row], who: Who) -> Iterator[Record | Reject | Left]:
    """The episodes of each pair of states, and the rows of other conflicts or that cannot be read."""
    episodes: dict[_Episode, list[_Told]] = defaultdict(list)
    for row in rows:
        if reason := _LEFT.get(row.values["type_of_conflict"]):
            yield Left(row.place, reason)
            continue
        try:
            episode, told = _read(row)
        except WrongCell as exc:
            yield Reject(row.place, str(exc), row.text())
        else:
            episodes[episode].append(told)
    for episode in sorted(episodes):
        yield _record(episode, episodes[episode], who)


def _read(row: Row) -> tuple[_Episode, _Told]:
    values = row.values
    if values["type_of_conflict"] != _BETWEEN_STATES:
        raise WrongCell(
            f'"type_of_conflict" is "{values["type_of_conflict"][:40]}", none of {", ".join((_BETWEEN_STATES, *_LEFT))}'
        )
    conflict, a, b, year, intensity = (
        number_in(row, name) for name in ("conflict_id", "gwno_a", "gwno_b", "year", "intensity_level")
    )
    episode = conflict, a, b, values["start_date2"]
    helpers = [(name, helped) for name, helped in (("gwno_a_2nd", a), ("gwno_b_2nd", b)) if values[name]]
    sent = tuple((number_in(row, name), helped) for name, helped in helpers)
    return episode, _Told(row, year, intensity == _WAR, _begin(row), _end(row), sent)


def _begin(row: Row) -> str:
    precision = number_in(row, "start_prec2")
    if precision not in _PRECISION:
        raise WrongCell(f'"start_prec2" is {precision}, none of {", ".join(map(str, _PRECISION))}')
    return _date(row, "start_date2")[: _PRECISION[precision]]


def _end(row: Row) -> str | None:
    if not row.values["ep_end_date"]:
        return None
    date = _date(row, "ep_end_date")
    return date.removesuffix("-12-31")


def _date(row: Row, column: str) -> str:
    try:
        return parse_date(row.values[column])
    except DateError as exc:
        raise WrongCell(f"{column}: {exc}") from exc


def _record(episode: _Episode, told: Sequence[_Told], who: Who) -> Record:
    conflict, a, b, begun = episode
    rows = sorted(told, key=lambda one: one.year)
    term = make_term(rows[0].begin, rows[-1].end)
    kind = "war" if any(one.is_war for one in rows) else "clash"
    taken = [*_hostilities(a, b, kind, term, who), *_supports(rows, who)]
    helped = "; ".join(f"GW {helper} sent troops for GW {party}" for helper, party in sorted(_helpers(rows)))
    words = f"UCDP conflict {conflict} between GW {a} and {b}: {kind}, {term.begin}–{term.end or ''}"
    content = f"{words}; {helped}" if helped else words
    return make_record(f"conflict {conflict}, {a}–{b}, {begun}", rows[0].row.place, content, taken, len(rows))


def _hostilities(a: int, b: int, kind: str, term: Term, who: Who) -> Iterator[Taken]:
    for one, other, part in iter_pairs(who, "gw", (str(a), str(b)), term):
        told = {"kind": kind, **part.told()}
        yield Position("Hostility", {"a": one.id, "b": other.id}, qualifiers=told), (one, other)


def _supports(rows: Sequence[_Told], who: Who) -> Iterator[Taken]:
    for (helper, helped), years in sorted(_helpers(rows).items()):
        for first, last in iter_spells(years):
            term = make_term(str(first), str(last))
            for one, other, part in iter_pairs(who, "gw", (str(helper), str(helped)), term):
                told = {"kind": "military", **part.told()}
                yield Position("Support", {"supporter": one.id, "supported": other.id}, qualifiers=told), (one, other)


def _helpers(rows: Sequence[_Told]) -> dict[tuple[int, int], list[int]]:
    """The years in which each state sent troops for another."""
    years: dict[tuple[int, int], list[int]] = defaultdict(list)
    for one in rows:
        for pair in one.helpers:
            years[pair].append(one.year)
    return years
