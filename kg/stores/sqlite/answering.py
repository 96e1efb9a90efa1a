"""Rows of the tables as answers, with as many queries as there are kinds of things in them, not as there are rows."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from kg.answers import Claim, Document, Entity, Named, Position, Proposition, Shortcut, Status, Told
from kg.store import LogEntry
from kg.stores.entries import to_entry
from kg.stores.sqlite import queries
from kg.stores.sqlite.deriving import qualifiers_from
from kg.stores.sqlite.statement import Statement
from ontology.bundle import Reject
from ontology.canonical import from_json
from ontology.claim import Evidence, Modality, Polarity, Stance
from ontology.document import Form, Part, PartKind
from ontology.rejected import RejectedFile, from_bundle

Rows = Sequence[tuple[Any, ...]]


def run(connection: sqlite3.Connection, statement: Statement) -> sqlite3.Cursor:
    """The rows that a statement gives."""
    return connection.execute(statement.text, statement.parameters)


def documents(connection: sqlite3.Connection, rows: Rows) -> Iterator[Document]:
    """Documents, publisher and agency named."""
    named = _Names(connection, {id_ for row in rows for id_ in (row[4], row[9]) if id_})
    for id_, key, version, form, publisher, url, title, published, language, agency, parts, text in rows:
        yield Document(
            id=id_,
            key=key,
            version=version,
            form=Form(form),
            publisher=named[publisher],
            url=url,
            title=title,
            published=published,
            language=language,
            agency=named[agency] if agency else None,
            text=text,
            parts=tuple(Part(PartKind(p["kind"]), p["start"], p["end"]) for p in json.loads(parts)),
        )


def rejects(_: sqlite3.Connection, rows: Rows) -> Iterator[Reject]:
    """Rejects as they came."""
    return (Reject(*row) for row in rows)


def rejected(_: sqlite3.Connection, rows: Rows) -> Iterator[RejectedFile]:
    """Files that were rejected, or some of their lines."""
    return (from_bundle(from_json(bundle)) for (bundle,) in rows)


def entities(connection: sqlite3.Connection, rows: Rows) -> Iterator[Entity]:
    """Entities with the documents that speak of them."""
    documents_of: dict[str, list[str]] = defaultdict(list)
    for entity, document in run(connection, queries.documents_of(row[0] for row in rows)):
        documents_of[entity].append(document)
    for id_, type_, name, names in rows:
        yield Entity(id_, type_, name, tuple(json.loads(names)), tuple(documents_of[id_]))


def propositions(connection: sqlite3.Connection, rows: Rows) -> Iterator[Proposition]:
    """Propositions, everybody in them named; a code is its own name."""
    read = [(*row[:2], json.loads(row[2]), *row[3:5], _ids(row[5]), _ids(row[6]), *row[7:]) for row in rows]
    named = _Names(connection, {id_ for row in read for id_ in (*row[2].values(), *row[5], *row[6])})
    for id_, kind, roles, private_to, status, asserted_by, denied_by, origins, claims_ in read:
        yield Proposition(
            id=id_,
            kind=kind,
            roles={role: named[value] for role, value in roles.items()},
            status=Status(status),
            asserted_by=named.each(asserted_by),
            denied_by=named.each(denied_by),
            origins=origins,
            private_to=private_to,
            claims=claims_,
        )


def claims(connection: sqlite3.Connection, rows: Rows) -> Iterator[Claim]:
    """Claims with all their positions."""
    positions = _positions(connection, [row[0] for row in rows])
    read = [(*row[:3], _ids(row[3]), *row[4:]) for row in rows]
    named = _Names(connection, {id_ for row in read for id_ in (row[2], *row[3]) if id_})
    for id_, document, claimant, relayed_by, stance, content, said_on, at, evidence in read:
        yield Claim(
            id=id_,
            document=document,
            claimant=named[claimant] if claimant else None,
            stance=Stance(stance),
            content=content,
            relayed_by=named.each(relayed_by),
            said_on=said_on,
            at=at,
            evidence=tuple(Evidence(**one) for one in json.loads(evidence)),
            positions=tuple(positions[id_]),
        )


def told(connection: sqlite3.Connection, rows: Rows) -> Iterator[Told]:
    """Positions in short."""
    named = _Names(connection, {row[3] for row in rows if row[3]})
    for proposition, claim, place, who, record, stance, polarity, modality, at, since, until, qualifiers in rows:
        yield Told(
            proposition,
            claim,
            place,
            named[who] if who else None,
            bool(record),
            _STANCES[stance],
            _POLARITIES[polarity],
            _MODALITIES[modality],
            at,
            since,
            until,
            qualifiers_from(qualifiers),
        )


_STANCES = {stance.value: stance for stance in Stance}
_POLARITIES = {polarity.value: polarity for polarity in Polarity}
_MODALITIES = {modality.value: modality for modality in Modality}


def shortcuts(_: sqlite3.Connection, rows: Rows) -> Iterator[Shortcut]:
    """The derived edges."""
    for kind, relationship, source, target, proposition, status, items, *rest in rows:
        read = tuple(json.loads(items))
        yield Shortcut(kind, relationship, source, target, proposition, Status(status), read, *rest)


def log_entries(_: sqlite3.Connection, rows: Rows) -> Iterator[LogEntry]:
    """Writes, their bundles read."""
    return (to_entry(*row[:4], purged=bool(row[4])) for row in rows)


def faults(_: sqlite3.Connection, rows: Rows) -> Iterator[str]:
    """What SQLite says is wrong."""
    return (told for (told,) in rows if told != "ok")


def _positions(connection: sqlite3.Connection, claim_ids: Iterable[str]) -> Mapping[str, list[Position]]:
    rows = run(connection, queries.positions_of(claim_ids)).fetchall()
    found = run(connection, queries.propositions_by_id({row[1] for row in rows})).fetchall()
    taken = {proposition.id: proposition for proposition in propositions(connection, found)}
    positions: dict[str, list[Position]] = defaultdict(list)
    for claim, proposition, polarity, modality, qualifiers in rows:
        positions[claim].append(
            Position(taken[proposition], Polarity(polarity), Modality(modality), dict(qualifiers_from(qualifiers)))
        )
    return positions


@lru_cache(maxsize=1 << 12)
def _ids(text: str) -> tuple[str, ...]:
    """A list of ids as it was written; few are many times."""
    return tuple(json.loads(text))


class _Names:
    def __init__(self, connection: sqlite3.Connection, ids: Iterable[str]) -> None:
        self._named = {id_: Named(id_, name) for id_, name in run(connection, queries.names_of(ids))}

    def __getitem__(self, id_: str) -> Named:
        return self._named.get(id_) or Named(id_, id_)

    def each(self, ids: Iterable[str]) -> tuple[Named, ...]:
        return tuple(self[id_] for id_ in ids)
