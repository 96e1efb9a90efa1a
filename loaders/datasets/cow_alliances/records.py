"""The records of COW's formal alliances by dyad: each row is a tie of two states."""

from collections.abc import Iterator, Sequence

from loaders.datasets.cow_alliances.ties import find_alliance, kinds_of, term_of, told
from loaders.datasets.record import Record, iter_each
from loaders.datasets.row import Row
from loaders.datasets.terms import iter_pairs
from loaders.datasets.who import Who
from ontology.bundle import Reject
from ontology.claim import Position


def iter_records(rows: Sequence[Row], who: Who) -> Iterator[Record | Reject]:
    """What each row says, in the order of the rows."""
    return iter_each(rows, who, _record)


def _record(row: Row, who: Who) -> Record:
    values = row.values
    term, kinds, alliance = term_of(row, "dyad"), kinds_of(row), find_alliance(values["version4id"], who)
    pairs = [*iter_pairs(who, "cow", (values["ccode1"], values["ccode2"]), term)]
    in_all = {"alliance": alliance.id}
    positions = tuple(
        Position("AllianceTie", {"a": a.id, "b": b.id}, qualifiers={"kind": kind, **in_all, **part.told()})
        for a, b, part in pairs
        for kind in kinds
    )
    parties = f"{values['state_name1']} ({values['ccode1']}) and {values['state_name2']} ({values['ccode2']})"
    key = f"alliance {values['version4id']}, {values['ccode1']}–{values['ccode2']}, {term.begin or term.first}"
    entities = (alliance, *(one for a, b, _ in pairs for one in (a, b)))
    return Record(key, row.place, told(row, term, parties, kinds), positions, entities)
