"""The records of COW's formal alliances by member: each row is a tie of a state to an alliance."""

from collections.abc import Iterator, Sequence

from loaders.datasets.cow_alliances.ties import find_alliance, kinds_of, term_of, told
from loaders.datasets.record import Record, iter_each
from loaders.datasets.row import Row
from loaders.datasets.terms import iter_bearers
from loaders.datasets.who import Who
from ontology.bundle import Reject
from ontology.claim import Position


def iter_records(rows: Sequence[Row], who: Who) -> Iterator[Record | Reject]:
    """What each row says, in the order of the rows."""
    return iter_each(rows, who, _record)


def _record(row: Row, who: Who) -> Record:
    values = row.values
    term, kinds, alliance = term_of(row, "mem"), kinds_of(row), find_alliance(values["version4id"], who)
    members = [*iter_bearers(who, "cow", values["ccode"], term)]
    positions = tuple(
        Position("AllianceTie", {"a": member.id, "b": alliance.id}, qualifiers={"kind": kind, **part.told()})
        for member, part in members
        for kind in kinds
    )
    key = f"alliance {values['version4id']}, {values['ccode']}, {term.begin or term.first}"
    content = told(row, term, f"{values['state_name']} ({values['ccode']})", kinds)
    return Record(key, row.place, content, positions, (alliance, *(member for member, _ in members)))
