"""Deriving what a document adds that was just taken in: from its own rows where that is exact, else from all rows."""

# ruff: noqa: S608 (nothing is spliced into a text but the constants of this module)

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from kg.answers import Entity, Shortcut, Status
from kg.growing import Grown, Kept, can_grow, grow
from kg.naming import Heard, grow_entity, make_entity
from kg.rows import DocumentRows
from kg.shortcut import make_shortcut
from kg.standing import Standing, Vote, get_standing
from kg.stores.sqlite.deriving import Touched, derive
from kg.stores.sqlite.encoding import (
    entity_row,
    name_rows,
    proposition_row,
    shortcut_row,
    summary_row,
    telling_rows,
)
from kg.stores.sqlite.statement import listed, to_text
from kg.stores.sqlite.writing import insert_rows, update_standings
from kg.votes import votes_of

_AMONG = "IN (SELECT value FROM json_each(?))"

Votes = Mapping[str, list[Vote]]


def add(connection: sqlite3.Connection, rows: DocumentRows, before: Touched) -> None:
    """Derive what the rows of a document touch, and what the document spoke of `before` in another version."""
    votes = {id_: cast for id_, cast in votes_of(rows).items() if id_ not in before.propositions}
    heard = {id_: readings for id_, readings in _heard(rows).items() if id_ not in before.entities}
    derive(
        connection,
        Touched(
            before.propositions | _add_propositions(connection, rows, votes),
            before.entities | _add_entities(connection, heard),
        ),
    )


def _add_propositions(connection: sqlite3.Connection, rows: DocumentRows, votes: Votes) -> frozenset[str]:
    """Make those that are new, let grow those that can; the others are to be derived from all votes."""
    there = {kept.id: kept for kept in _iter_kept(connection, votes)}
    _make_propositions(connection, rows, {id_: cast for id_, cast in votes.items() if id_ not in there})
    can = {id_ for id_, kept in there.items() if can_grow(kept.standing.status, votes[id_])}
    can -= {id_ for (id_,) in connection.execute(_NEGATED, (listed(can),))} if can else can
    _let_grow(connection, [there[id_] for id_ in sorted(can)], votes)
    return frozenset(there.keys() - can)


def _make_propositions(connection: sqlite3.Connection, rows: DocumentRows, votes: Votes) -> None:
    made = [(row, get_standing(votes[row.id])) for row in rows.propositions if row.id in votes]
    edges = ((make_shortcut(row.id, row.kind, row.roles, standing), standing) for row, standing in made)
    roles = [(row.id, role, value) for row, _ in made for role, value in row.roles.items()]
    insert_rows(connection, "propositions", [proposition_row(*one) for one in made])
    insert_rows(connection, "roles", roles)
    insert_rows(connection, "tellings", telling_rows({row.id: standing for row, standing in made}))
    insert_rows(connection, "shortcuts", [shortcut_row(edge, standing) for edge, standing in edges if edge])


_NEGATED = f"SELECT DISTINCT proposition FROM positions WHERE proposition {_AMONG} AND polarity = 'negates'"
_KEPT = f"""
SELECT p.id, p.kind, p.roles, p.status, p.asserted_by, p.origins, p.claims, q.at, q.id,
    s.relationship, s.source, s.target, s.items, s.first, s.last, s.claims, s.origins, s.quote
FROM propositions p LEFT JOIN shortcuts s ON s.proposition = p.id LEFT JOIN claims q ON q.id = s.quoted
WHERE p.id {_AMONG}
"""
_TOLD = """
SELECT t.proposition, t.key, t.origin FROM json_each(?) pair CROSS JOIN tellings t
WHERE t.proposition = json_extract(pair.value, '$[0]') AND t.key = json_extract(pair.value, '$[1]')
"""


def _iter_kept(connection: sqlite3.Connection, ids: Collection[str]) -> Iterator[Kept]:
    for row in connection.execute(_KEPT, (listed(ids),)) if ids else ():
        id_, kind, roles, status, asserted_by, origins, claims, at, quoted, *edge = row
        standing = Standing(Status(status), tuple(json.loads(asserted_by)), origins=origins, claims=claims)
        shortcut = _shortcut(id_, kind, standing.status, edge) if edge[0] else None
        yield Kept(id_, kind, json.loads(roles), standing, shortcut, (at, quoted) if quoted else None)


def _shortcut(id_: str, kind: str, status: Status, edge: list[Any]) -> Shortcut:
    relationship, source, target, items, *summary = edge
    return Shortcut(kind, relationship, source, target, id_, status, tuple(json.loads(items)), *summary)


def _let_grow(connection: sqlite3.Connection, there: list[Kept], votes: Votes) -> None:
    told = _told(connection, there, votes)
    grown = [(kept.id, grow(kept, votes[kept.id], told.get(kept.id, {}))) for kept in there]
    update_standings(connection, {id_: one.standing for id_, one in grown})
    connection.executemany(
        "UPDATE shortcuts SET items = ?, first = ?, last = ?, claims = ?, origins = ?, quote = ?, quoted = ?"
        " WHERE proposition = ?",
        [(*summary_row(one.shortcut, one.quoted), id_) for id_, one in grown if one.shortcut],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO tellings VALUES (?, ?, ?)", telling_rows({id_: one.standing for id_, one in grown})
    )
    connection.executemany("UPDATE tellings SET origin = ? WHERE proposition = ? AND origin = ?", [*_merged(grown)])


def _merged(grown: Iterable[tuple[str, Grown]]) -> Iterator[tuple[str, str, str]]:
    return ((now, id_, before) for id_, one in grown for before, now in one.merged.items())


def _told(connection: sqlite3.Connection, there: list[Kept], votes: Votes) -> Mapping[str, dict[str, str]]:
    pairs = {(kept.id, key) for kept in there for vote in votes[kept.id] for key in vote.origins}
    told: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for id_, key, origin in connection.execute(_TOLD, (to_text(sorted(pairs)),)) if pairs else ():
        told[id_][key] = origin
    return told


def _add_entities(connection: sqlite3.Connection, heard: Mapping[str, list[Heard]]) -> frozenset[str]:
    """Make those that are new, let grow those that can; the others are to be derived from all readings."""
    there = {entity.id: entity for entity in _iter_entities(connection, heard)}
    made = [make_entity(id_, readings) for id_, readings in heard.items() if id_ not in there]
    insert_rows(connection, "entities", [entity_row(entity) for entity in made])
    insert_rows(connection, "names", [*name_rows(made)])
    grown = {id_: grow_entity(entity, heard[id_]) for id_, entity in there.items()}
    _rename(connection, [entity for id_, entity in grown.items() if entity and entity != there[id_]])
    return frozenset(id_ for id_, entity in grown.items() if entity is None)


def _rename(connection: sqlite3.Connection, grown: list[Entity]) -> None:
    connection.executemany(
        "UPDATE entities SET name = ?, names = ? WHERE id = ?", [(e.name, to_text(e.names), e.id) for e in grown]
    )
    connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", name_rows(grown))


def _iter_entities(connection: sqlite3.Connection, ids: Collection[str]) -> Iterator[Entity]:
    found = connection.execute(f"SELECT id, type, name, names FROM entities WHERE id {_AMONG}", (listed(ids),))
    return (Entity(id_, type_, name, tuple(json.loads(names)), ()) for id_, type_, name, names in found)


def _heard(rows: DocumentRows) -> Mapping[str, list[Heard]]:
    heard: defaultdict[str, list[Heard]] = defaultdict(list)
    for reading in rows.readings:
        heard[reading.entity].append(Heard(rows.document.id, reading.type, reading.name, reading.names))
    return heard
