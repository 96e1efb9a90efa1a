"""Where SQLite's own errors end: what comes out is of our tree, one line that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreBusy, StoreError, StoreMismatch

_FAULTS: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (StoreBusy, "another process is writing to {path}; try again when it is done"),
    sqlite3.SQLITE_LOCKED: (StoreBusy, "another process is writing to {path}; try again when it is done"),
    sqlite3.SQLITE_NOTADB: (
        StoreMismatch,
        "{path} is not a claimgraph store, nor any SQLite database: name another file",
    ),
    sqlite3.SQLITE_CORRUPT: (
        StoreError,
        "{path} is damaged: restore it from a copy, or load its documents into a new one",
    ),
    sqlite3.SQLITE_FULL: (
        StoreError,
        "the disk of {path} is full, and nothing of this write was kept: free some space",
    ),
    sqlite3.SQLITE_READONLY: (
        StoreError,
        "{path} may not be written, which even reading needs: allow it for the file and its folder",
    ),
    sqlite3.SQLITE_PERM: (StoreError, "{path} may not be opened: allow it for the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: (
        StoreError,
        "{path} cannot be opened: allow the file, and the folder around it, to be read and written",
    ),
    sqlite3.SQLITE_IOERR: (StoreError, "{path} cannot be read or written: look at the disk, and whether it has room"),
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise what SQLite raises about a file as StoreError or one of its kin."""
    try:
        yield
    except sqlite3.Error as exc:
        kind, message = _FAULTS.get(_code(exc), (StoreError, f"{{path}}: SQLite says: {exc}"))
        raise kind(message.format(path=path)) from exc
    except OSError as exc:
        raise StoreError(f"{path} cannot be reached: {exc.strerror}: name another file, or allow this one") from exc
    except UnicodeEncodeError as exc:
        raise StoreError("half of a character (a lone surrogate) is in no store: write the text in UTF-8") from exc


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF  # the extended codes carry the plain one in their last byte
