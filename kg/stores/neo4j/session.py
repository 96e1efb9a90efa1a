"""Running statements: one transaction a call, tried again by the driver where the server says that this may help."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from neo4j import Driver, ManagedTransaction, Record, unit_of_work
from neo4j import Session as DriverSession
from neo4j.api import BookmarkManager

from kg.errors import StoreError
from kg.stores.neo4j import queries, updates
from kg.stores.neo4j.errors import translated
from kg.stores.neo4j.statement import Statement

T = TypeVar("T")

_WRITE_LIMIT_S = 600
"""A writer that hangs for so long is ended by the server, so that others come to their turn."""

_READ_TRIES = 5
"""How often an answer is read anew because somebody wrote meanwhile, before writers are made to wait."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """An open transaction that runs statements, and checks that each did what it was meant to."""

    driven: ManagedTransaction

    def run(self, statement: Statement) -> list[Record]:
        """Run one statement; all of its answer. Raises StoreError if its counters are not what was meant."""
        if statement.is_idle:
            return []
        result = self.driven.run(statement.text, dict(statement.parameters))
        records = list(result)
        counters = result.consume().counters
        for name, meant in statement.changes.items():
            done = getattr(counters, name)
            if done != meant:
                what = name.replace("_", " ")
                raise StoreError(
                    f"{done} {what} in Neo4j where {meant} were meant; nothing was written: run `kg rebuild`"
                )
        return records

    def run_all(self, statements: Iterable[Statement]) -> None:
        """Run statements for what they change."""
        for statement in statements:
            self.run(statement)


@dataclass(frozen=True, slots=True)
class Sessions:
    """The driver's sessions on one database, safe to share between threads.

    `place` is the address as it may be shown; on a cluster, `bookmarks` let a session see what those before it wrote.
    """

    driver: Driver
    database: str | None
    place: str
    bookmarks: BookmarkManager

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Do the work on one moment of the graph. Raises StoreError.

        Neo4j shows a transaction what others commit meanwhile: if the head has moved, the work is done again, and in
        the end with writers kept waiting.
        """
        with translated(self.place), self._session() as session:
            for _ in range(_READ_TRIES):
                before, answer, after = session.execute_read(lambda driven: _watched(Transaction(driven), work))
                if before == after:
                    return answer
            return session.execute_write(lambda driven: _undisturbed(Transaction(driven), work))

    def write(self, work: Callable[[Transaction], T], limit_s: float | None = _WRITE_LIMIT_S) -> T:
        """Do the work in one write transaction: all of it or nothing. Raises StoreError."""
        timed = unit_of_work(timeout=limit_s)(lambda driven: work(Transaction(driven)))
        with translated(self.place), self._session() as session:
            return session.execute_write(timed)

    def _session(self) -> DriverSession:
        return self.driver.session(database=self.database, bookmark_manager=self.bookmarks)


def _watched(transaction: Transaction, work: Callable[[Transaction], T]) -> tuple[object, T, object]:
    return _writes(transaction), work(transaction), _writes(transaction)


def _writes(transaction: Transaction) -> object:
    return [record["writes"] for record in transaction.run(queries.head())]


def _undisturbed(transaction: Transaction, work: Callable[[Transaction], T]) -> T:
    transaction.run(updates.hold_head())
    return work(transaction)
