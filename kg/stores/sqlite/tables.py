"""The tables: the log, which is only ever added to, and the derived ones. A change of them is one more migration."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from kg.errors import StoreError, StoreMismatch

_OURS = (
    0x6B67_0001  # the application id in the file's header: "kg", so that nobody else's database is taken for a store
)

_FIRST = """
CREATE TABLE log (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL,
    recorded TEXT NOT NULL,
    bundle TEXT  -- none: the document was withdrawn or purged
);
CREATE INDEX log_document ON log (document, sequence);

CREATE TABLE documents (
    id TEXT PRIMARY KEY, sequence INTEGER NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL, form TEXT NOT NULL,
    publisher TEXT NOT NULL, url TEXT, title TEXT, published TEXT, language TEXT, agency TEXT, text TEXT,
    parts TEXT NOT NULL
);
CREATE TABLE rejects (
    document TEXT NOT NULL, number INTEGER NOT NULL, place TEXT NOT NULL, reason TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE readings (
    document TEXT NOT NULL, as_read TEXT NOT NULL, entity TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL,
    names TEXT NOT NULL,
    PRIMARY KEY (document, as_read)
) WITHOUT ROWID;
CREATE INDEX readings_entity ON readings (entity, type, name, names);
CREATE TABLE entities (id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, names TEXT NOT NULL);
CREATE TABLE names (folded TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (folded, entity)) WITHOUT ROWID;
CREATE INDEX names_entity ON names (entity);

CREATE TABLE claims (
    id TEXT PRIMARY KEY, document TEXT NOT NULL, claimant TEXT, relayed_by TEXT NOT NULL, stance TEXT NOT NULL,
    content TEXT NOT NULL, said_on TEXT, at TEXT NOT NULL, evidence TEXT NOT NULL, origins TEXT NOT NULL, quote TEXT
);
CREATE INDEX claims_document ON claims (document);
CREATE INDEX claims_claimant ON claims (claimant);
CREATE INDEX claims_at ON claims (at, id);

CREATE TABLE propositions (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, roles TEXT NOT NULL, private_to TEXT, status TEXT NOT NULL,
    asserted_by TEXT NOT NULL, denied_by TEXT NOT NULL, origins INTEGER NOT NULL
);
CREATE INDEX propositions_kind ON propositions (kind, id);
CREATE TABLE roles (
    proposition TEXT NOT NULL, role TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (proposition, role)
) WITHOUT ROWID;
CREATE INDEX roles_value ON roles (value, role);
CREATE TABLE positions (
    claim TEXT NOT NULL, place INTEGER NOT NULL, proposition TEXT NOT NULL, polarity TEXT NOT NULL,
    modality TEXT NOT NULL, qualifiers TEXT NOT NULL,
    PRIMARY KEY (claim, place)
) WITHOUT ROWID;
CREATE INDEX positions_proposition ON positions (proposition);
CREATE TABLE shortcuts (
    proposition TEXT PRIMARY KEY, kind TEXT NOT NULL, relationship TEXT NOT NULL, source TEXT NOT NULL,
    target TEXT NOT NULL, status TEXT NOT NULL, items TEXT NOT NULL, first TEXT, last TEXT, claims INTEGER NOT NULL,
    origins INTEGER NOT NULL, quote TEXT
);
"""

_SECOND = """
ALTER TABLE log ADD COLUMN purged INTEGER NOT NULL DEFAULT 0;
"""

_THIRD = """
DROP TABLE positions;
CREATE TABLE positions (
    claim TEXT NOT NULL, place INTEGER NOT NULL, proposition TEXT NOT NULL, polarity TEXT NOT NULL,
    modality TEXT NOT NULL, qualifiers TEXT NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL,
    PRIMARY KEY (claim, place)
) WITHOUT ROWID;
CREATE INDEX positions_proposition ON positions (proposition);
ALTER TABLE propositions ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;
CREATE INDEX propositions_weight ON propositions (kind, origins DESC, claims DESC, id);
DROP TABLE names;
CREATE TABLE names (
    folded TEXT NOT NULL, entity TEXT NOT NULL, backwards TEXT NOT NULL, PRIMARY KEY (folded, entity)
) WITHOUT ROWID;
CREATE INDEX names_entity ON names (entity);
CREATE INDEX names_backwards ON names (backwards, entity);
"""

_FOURTH = """
DROP INDEX positions_proposition;
CREATE INDEX positions_proposition ON positions (proposition, polarity);
CREATE TABLE tellings (
    proposition TEXT NOT NULL, key TEXT NOT NULL,
    origin TEXT NOT NULL,  -- one of its keys, the same for all that are one origin
    PRIMARY KEY (proposition, key)
) WITHOUT ROWID;
ALTER TABLE shortcuts ADD COLUMN quoted TEXT;  -- the claim whose quote it shows
"""

MIGRATIONS = (_FIRST, _SECOND, _THIRD, _FOURTH)
"""What leads from each version of the tables (`user_version`) to the next; what is derived is then made again."""

DERIVED = (
    "documents",
    "rejects",
    "readings",
    "entities",
    "names",
    "claims",
    "propositions",
    "roles",
    "positions",
    "tellings",
    "shortcuts",
)
"""The tables that can be made again from the log."""


def migrate(
    connection: sqlite3.Connection, path: Path, derive_again: Callable[[sqlite3.Connection], object], *, create: bool
) -> None:
    """Bring the tables to this version, all of it or nothing; an empty file becomes a store only with `create`.

    An older store is derived again. Raises StoreMismatch for what is no store or a newer one, StoreError for an empty
    file.
    """
    if _version(connection, path, create=create) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    begun = _version(connection, path, create=create)  # another process may have been here
    for number in range(begun, len(MIGRATIONS)):
        for statement in _statements(MIGRATIONS[number]):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number + 1}")
    connection.execute(f"PRAGMA application_id = {_OURS}")
    if 0 < begun < len(MIGRATIONS):
        derive_again(connection)
    connection.execute("COMMIT")


def _version(connection: sqlite3.Connection, path: Path, *, create: bool) -> int:
    (version,), (application,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in _HEADER)
    if application == _OURS and version <= len(MIGRATIONS):
        return int(version)
    if application == _OURS:
        raise StoreMismatch(
            f"{path} was written by a newer claimgraph (its tables are version {version}, this one knows"
            f" {len(MIGRATIONS)}): update claimgraph, or name another store"
        )
    if version or application or connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
        raise StoreMismatch(f"{path} is a database of something else than claimgraph: name another file")
    if not create:
        raise StoreError(f"{path} is empty: load something into it first, with `kg load`")
    return 0


_HEADER = ("user_version", "application_id")


def _statements(script: str) -> list[str]:
    return [statement for statement in script.split(";\n") if statement.strip()]
