"""Connections to one file: a single one that writes, and as many as there are readers, each in a moment of its own."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreBusy, StoreError
from kg.stores.sqlite.faults import translated
from kg.stores.sqlite.rebuilding import derive_again
from kg.stores.sqlite.tables import migrate

PATIENCE = 10.0
"""Seconds to wait for another process that writes."""


class Connections:
    """The open connections to a store's file; safe to share between threads."""

    def __init__(self, path: Path, *, create: bool, patience: float = PATIENCE) -> None:
        self.path = path
        self._patience = patience
        self._lock = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        with translated(path):
            _check_place(path, create=create)
            self._writer = self._connect(create=create)
            try:
                _prepare(self._writer, path, create=create)
            except BaseException:
                self._writer.close()
                raise

    @contextmanager
    def writing(self, *, secure: bool = False) -> Iterator[sqlite3.Connection]:
        """A transaction that holds the file's only write lock: all of it lasts, or nothing.

        What a `secure` one takes away is overwritten with zeros.
        """
        with translated(self.path), self._lock:
            self._writer.execute(f"PRAGMA secure_delete = {secure:d}")
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            finally:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")

    def sweep(self) -> None:
        """Write the file anew without what was taken away, and empty the log beside it. Raises StoreBusy."""
        with translated(self.path), self._lock:
            self._writer.execute("VACUUM")
            (busy, _, _) = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreBusy(
                f"others still read {self.path} as it was: nothing is asked of what was purged any more, but its bytes"
                " stay on the disk until the same command is run again when they are done"
            )

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A transaction that sees one moment of the store, whatever is written meanwhile."""
        with translated(self.path):
            connection = self._take()
            try:
                connection.execute("BEGIN")
                yield connection
            finally:
                self._give_back(connection)

    def close(self) -> None:
        """Close what is idle; what still reads closes when it is done."""
        self._closed = True
        self._writer.close()
        while self._idle:
            self._idle.pop().close()

    def _connect(self, *, create: bool) -> sqlite3.Connection:
        mode = "rwc" if create else "rw"
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=self._patience,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    def _take(self) -> sqlite3.Connection:
        if self._closed:
            raise StoreError(f"{self.path} was closed: open it again")
        try:
            return self._idle.pop()
        except IndexError:
            return self._connect(create=False)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if self._closed:
            connection.close()
        else:
            self._idle.append(connection)


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder: name a file in it, as sqlite:{path / 'claimgraph.db'}")
    if not path.absolute().parent.is_dir():
        raise StoreError(f"the folder {path.absolute().parent} is not there: make it, or name another file")
    if not create and not path.exists():
        raise StoreError(
            f"no store at {path}: load something into it first, with `kg load`, or name another with --store"
        )


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    migrate(connection, path, derive_again, create=create)
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = WAL")
