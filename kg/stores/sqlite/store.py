"""The store itself: every promise of `kg.store.Store`, kept with statements from the rooms beside it."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from kg.answers import Claim, Document, Entity, Proposition, Shortcut, Told
from kg.errors import UnknownDocument
from kg.rows import rows_of
from kg.store import (
    ANY_CLAIM,
    ANY_ENTITY,
    ANY_PROPOSITION,
    ClaimFilter,
    EntityFilter,
    LogEntry,
    Outcome,
    PropositionFilter,
    Receipt,
    ToldFilter,
)
from kg.stores.sqlite import answering, queries, writing
from kg.stores.sqlite.adding import add
from kg.stores.sqlite.connections import PATIENCE, Connections
from kg.stores.sqlite.deriving import derive, touched_by
from kg.stores.sqlite.rebuilding import derive_again
from kg.stores.sqlite.statement import Statement
from kg.stores.steps import Announce, Step, say_nothing
from ontology.bundle import Bundle, Reject
from ontology.rejected import RejectedFile

T = TypeVar("T")

_CHUNK = 500


class SqliteStore:
    """A store in one SQLite file; safe to share between threads. To be closed, best as a context."""

    def __init__(
        self, path: Path, *, create: bool = False, announce: Announce = say_nothing, patience: float = PATIENCE
    ) -> None:
        self._connections = Connections(path, create=create, patience=patience)
        self._announce = announce

    def get_document(self, id_: str) -> Document | None:
        """A current document by its id."""
        return next(self._ask(queries.document(id_), answering.documents), None)

    def get_entity(self, id_: str) -> Entity | None:
        """An entity by its canonical id."""
        return next(self._ask(queries.entity(id_), answering.entities), None)

    def get_proposition(self, id_: str) -> Proposition | None:
        """A proposition by its id."""
        return next(self._ask(queries.proposition(id_), answering.propositions), None)

    def get_claim(self, id_: str) -> Claim | None:
        """A claim by its id."""
        return next(self._ask(queries.claim(id_), answering.claims), None)

    def iter_documents(
        self, after: str = "", limit: int | None = None, ids: Collection[str] | None = None
    ) -> Iterator[Document]:
        """The current documents, or those of some ids, without their text."""
        return self._ask(queries.documents(after, limit, ids), answering.documents)

    def iter_entities(self, where: EntityFilter = ANY_ENTITY) -> Iterator[Entity]:
        """The entities that current documents speak of."""
        return self._ask(queries.entities(where), answering.entities)

    def iter_propositions(self, where: PropositionFilter = ANY_PROPOSITION) -> Iterator[Proposition]:
        """The propositions of current claims, with their standing."""
        return self._ask(queries.propositions(where), answering.propositions)

    def iter_claims(self, where: ClaimFilter = ANY_CLAIM) -> Iterator[Claim]:
        """The current claims with all their positions."""
        return self._ask(queries.claims(where), answering.claims)

    def count_propositions(self, where: PropositionFilter = ANY_PROPOSITION) -> int:
        """How many propositions fit, `after` and `limit` aside."""
        return self._count(queries.count_propositions(where))

    def count_claims(self, where: ClaimFilter = ANY_CLAIM) -> int:
        """How many claims fit, `after` and `limit` aside."""
        return self._count(queries.count_claims(where))

    def iter_told(self, where: ToldFilter) -> Iterator[Told]:
        """The positions on some propositions in short, by proposition, claim and place."""
        return self._ask(queries.told(where), answering.told)

    def iter_shortcuts(self) -> Iterator[Shortcut]:
        """The derived edges."""
        return self._ask(queries.shortcuts(), answering.shortcuts)

    def iter_rejects(self, document: str) -> Iterator[Reject]:
        """What the current version of a document could not bring in."""
        return self._ask(queries.rejects(document), answering.rejects)

    def iter_rejected(self) -> Iterator[RejectedFile]:
        """The files of which something could not be taken in, by the ids of their documents."""
        return self._ask(queries.rejected(), answering.rejected)

    def get_length(self) -> int:
        """How many writes the log holds."""
        return self._count(queries.log_length())

    def iter_faults(self) -> Iterator[str]:
        """What SQLite finds wrong with the file."""
        return self._ask(queries.faults(), answering.faults)

    def iter_log(self, after: int = 0) -> Iterator[LogEntry]:
        """Every write after a place of the log."""
        return self._ask(queries.log(after), answering.log_entries)

    def put(self, bundle: Bundle, recorded: str | None = None) -> Receipt:
        """Store one document's bundle: the current one again changes nothing, another one replaces it.

        Raises BundleError, before anything is written, for a bundle that contradicts itself.
        """
        rows = rows_of(bundle)
        id_ = rows.document.id
        with self._connections.writing() as connection:
            self._announce(Step.BEGUN)
            current = _current(connection, id_)
            if current and current[0] == rows.document.version:
                return Receipt(Outcome.DUPLICATE, id_, current[1])
            before = touched_by(connection, id_)
            sequence = self._log_and_clear(connection, id_, recorded, rows.bundle)
            writing.insert(connection, rows, sequence)
            self._announce(Step.WRITTEN)
            add(connection, rows, before)
            self._announce(Step.DERIVED)
            return Receipt(Outcome.REPLACED if current else Outcome.STORED, id_, sequence)

    def withdraw(self, document: str, recorded: str | None = None) -> Receipt:
        """Take a document out of the current state; the log keeps it. Raises UnknownDocument."""
        with self._connections.writing() as connection:
            self._announce(Step.BEGUN)
            if not _current(connection, document):
                raise UnknownDocument(
                    f"no document {document} in {self._connections.path}: look for its id in a claim's evidence"
                )
            before = touched_by(connection, document)
            sequence = self._log_and_clear(connection, document, recorded, None)
            derive(connection, before)
            self._announce(Step.DERIVED)
            return Receipt(Outcome.WITHDRAWN, document, sequence)

    def purge(self, document: str, recorded: str | None = None) -> Receipt:
        """Erase a document from the log and from all that is derived, for good; its places in the log stay, empty.

        Its bytes are gone from the file and from what lies beside it. Raises StoreBusy if others read the old ones.
        """
        with self._connections.writing(secure=True) as connection:
            self._announce(Step.BEGUN)
            before = touched_by(connection, document)
            erased = writing.erase_from_log(connection, document)
            sequence = self._log_and_clear(connection, document, recorded, None, purged=True)
            derive(connection, before)
            self._announce(Step.DERIVED)
        if erased or not recorded:  # a place that was empty when it was copied has left nothing to sweep
            self._connections.sweep()
        return Receipt(Outcome.PURGED, document, sequence)

    def rebuild(self) -> int:
        """Derive everything again from the log; the number of current documents."""
        with self._connections.writing() as connection:
            self._announce(Step.BEGUN)
            return derive_again(connection, self._announce)

    def close(self) -> None:
        """Let go of files and connections."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(
        self, statement: Statement, shape: Callable[[sqlite3.Connection, answering.Rows], Iterable[T]]
    ) -> Iterator[T]:
        with self._connections.reading() as connection:
            cursor = answering.run(connection, statement)
            while rows := cursor.fetchmany(_CHUNK):
                yield from shape(connection, rows)

    def _count(self, statement: Statement) -> int:
        with self._connections.reading() as connection:
            (count,) = answering.run(connection, statement).fetchone()
            return int(count)

    def _log_and_clear(
        self,
        connection: sqlite3.Connection,
        document: str,
        recorded: str | None,
        bundle: str | None,
        *,
        purged: bool = False,
    ) -> int:
        when = recorded or datetime.now(UTC).isoformat(timespec="seconds")
        sequence = writing.add_to_log(connection, document, when, bundle, purged=purged)
        self._announce(Step.LOGGED)
        writing.clear(connection, document)
        self._announce(Step.CLEARED)
        return sequence


def _current(connection: sqlite3.Connection, document: str) -> tuple[str, int] | None:
    row: tuple[str, int] | None = answering.run(connection, queries.current(document)).fetchone()
    return row
