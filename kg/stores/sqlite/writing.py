"""Adding to the log, and taking the rows of one document in and out. Nothing is derived here."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from kg.rows import ClaimRow, DocumentRow, DocumentRows
from kg.standing import Standing
from kg.stores.sqlite.encoding import standing_row
from kg.stores.sqlite.statement import to_text
from kg.stores.sqlite.tables import DERIVED

_CLEAR = (
    "DELETE FROM positions WHERE claim IN (SELECT id FROM claims WHERE document = ?)",
    "DELETE FROM claims WHERE document = ?",
    "DELETE FROM readings WHERE document = ?",
    "DELETE FROM rejects WHERE document = ?",
    "DELETE FROM documents WHERE id = ?",
)


def add_to_log(
    connection: sqlite3.Connection, document: str, recorded: str, bundle: str | None, *, purged: bool = False
) -> int:
    """Its place in the log."""
    cursor = connection.execute(
        "INSERT INTO log (document, recorded, bundle, purged) VALUES (?, ?, ?, ?)",
        (document, recorded, bundle, int(purged)),
    )
    return cursor.lastrowid or 0


def erase_from_log(connection: sqlite3.Connection, document: str) -> bool:
    """Empty the places of a document in the log; whether anything stood there."""
    cursor = connection.execute(
        "UPDATE log SET bundle = NULL, purged = 1 WHERE document = ? AND NOT purged", (document,)
    )
    return cursor.rowcount > 0


def clear(connection: sqlite3.Connection, document: str) -> None:
    """Take out what a document says; propositions and entities stay until they are derived again."""
    for statement in _CLEAR:
        connection.execute(statement, (document,))


def clear_all(connection: sqlite3.Connection) -> None:
    """Take out everything but the log."""
    for table in DERIVED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (our own tables)


def insert(connection: sqlite3.Connection, rows: DocumentRows, sequence: int) -> None:
    """Take in what a document says; what follows from it, its propositions too, is to be derived."""
    for table, values in (
        ("documents", [_document(rows.document, sequence)]),
        ("rejects", [(rows.document.id, n, r.place, r.reason, r.text) for n, r in enumerate(rows.rejects)]),
        (
            "readings",
            [(rows.document.id, r.as_read, r.entity, r.type, r.name, to_text(r.names)) for r in rows.readings],
        ),
        ("claims", [_claim(rows.document.id, claim) for claim in rows.claims]),
        (
            "positions",
            [
                (p.claim, p.place, p.proposition, p.polarity, p.modality, to_text(p.qualifiers), p.since, p.until)
                for p in rows.positions
            ],
        ),
    ):
        insert_rows(connection, table, values)


def insert_rows(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add rows to one of the tables."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 (our own tables)


def update_standings(connection: sqlite3.Connection, standings: Mapping[str, Standing]) -> None:
    """Write where propositions stand, by their ids, over what was there."""
    connection.executemany(
        "UPDATE propositions SET status = ?, asserted_by = ?, denied_by = ?, origins = ?, claims = ? WHERE id = ?",
        [(*standing_row(standing), id_) for id_, standing in standings.items()],
    )


def _document(row: DocumentRow, sequence: int) -> tuple[Any, ...]:
    return (
        row.id,
        sequence,
        row.key,
        row.version,
        row.form,
        row.publisher,
        row.url,
        row.title,
        row.published,
        row.language,
        row.agency,
        row.text,
        to_text(row.parts),
    )


def _claim(document: str, row: ClaimRow) -> tuple[Any, ...]:
    return (
        row.id,
        document,
        row.claimant,
        to_text(row.relayed_by),
        row.stance,
        row.content,
        row.said_on,
        row.at,
        to_text(row.evidence),
        to_text(row.origins),
        row.quote,
    )
