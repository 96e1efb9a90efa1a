"""Running statements: one transaction a call, tried again by the driver where the server says that this may help."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from neo4j import Driver, ManagedTransaction, Record, unit_of_work
from neo4j import Session as DriverSession
from neo4j.api import BookmarkManager

from kg.errors import StoreError, StoreMismatch
from kg.stores.neo4j import head
from kg.stores.neo4j.errors import translated
from kg.stores.neo4j.statement import Statement

T = TypeVar("T")

_WRITE_LIMIT_S = 600
"""A writer that hangs for so long is ended by the server, so that others come to their turn."""


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
class Head:
    """The head as a writer finds it when it has taken it: the place of the log, and whether readers are warned."""

    sequence: int
    flagged: bool
    raised: int


class _Unwarned(Exception):
    """Raised to roll back: readers are to be warned before anything is written."""


class _Disturbed(Exception):
    """Raised to leave a reading: somebody may be writing."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A transaction that has taken the head, and so is the only one that writes."""

    transaction: Transaction
    head: Head

    def begin(self) -> int:
        """Go from looking to writing; the next place of the log."""
        self._move(self.head.sequence + 1)
        return self.head.sequence + 1

    def begin_anew(self) -> None:
        """Go from looking to writing what the log holds already."""
        self._move(self.head.sequence)

    def _move(self, sequence: int) -> None:
        if not self.head.flagged:
            raise _Unwarned
        self.transaction.run(head.move(sequence, self.head.raised))


@dataclass(frozen=True, slots=True)
class Sessions:
    """The driver's sessions on one database, safe to share between threads.

    Neo4j shows readers the half of what is just being committed. So a flag goes up, in a transaction of its own, before
    anybody writes, and comes down only under the lock that writers hold until all of it is there. An answer that was
    read while the flag was down is of one moment; any other is read again by a reader who takes the lock for it.

    `place` is the address as it may be shown; on a cluster, `bookmarks` let a session see what those before it wrote.
    """

    driver: Driver
    database: str | None
    place: str
    bookmarks: BookmarkManager

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Do the work on one moment of the graph. Raises StoreError."""
        with translated(self.place), self._session() as session:
            try:
                return session.execute_read(lambda driven: _watched(Transaction(driven), work))
            except _Disturbed:
                return session.execute_write(lambda driven: _alone(Transaction(driven), work))

    def write(self, work: Callable[[Writing], T], limit_s: float | None = _WRITE_LIMIT_S) -> T:
        """Do the work in one write transaction that has taken the head: all of it or nothing. Raises StoreError."""
        timed = unit_of_work(timeout=limit_s)(lambda driven: work(_take_head(Transaction(driven))))
        with translated(self.place), self._session() as session:
            while True:
                try:
                    return session.execute_write(timed)
                except _Unwarned:
                    session.execute_write(lambda driven: Transaction(driven).run(head.raise_flag()))

    def lower_flag(self) -> None:
        """Tell readers that all is quiet, so that the next one needs no lock. Raises StoreError."""
        with translated(self.place), self._session() as session:
            session.execute_write(lambda driven: _alone(Transaction(driven), lambda _: None))

    def define(self, statement: Statement) -> None:
        """Run a statement that prepares the database, in a transaction of its own. Raises StoreError."""
        with translated(self.place), self._session() as session:
            session.execute_write(lambda driven: Transaction(driven).run(statement))

    def _session(self) -> DriverSession:
        return self.driver.session(database=self.database, bookmark_manager=self.bookmarks)


def _take_head(transaction: Transaction) -> Writing:
    for record in transaction.run(head.take()):
        return Writing(transaction, Head(record["sequence"], record["flagged"], record["raised"]))
    raise StoreMismatch("the graph has lost its head: empty the database, and load the documents again")


def _watched(transaction: Transaction, work: Callable[[Transaction], T]) -> T:
    before = _flag(transaction)
    answer = work(transaction)
    if before != _flag(transaction):
        raise _Disturbed
    return answer


def _flag(transaction: Transaction) -> list[int]:
    """How often the flag went up. Raises _Disturbed while it is."""
    found = transaction.run(head.get_flag())
    if any(record["up"] for record in found):
        raise _Disturbed
    return [record["raised"] for record in found]


def _alone(transaction: Transaction, work: Callable[[Transaction], T]) -> T:
    _take_head(transaction)
    answer = work(transaction)
    transaction.run(head.lower_flag())
    return answer
