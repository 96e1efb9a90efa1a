"""Putting, withdrawing and rebuilding: one transaction each, which has taken the head before it looks at anything."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from neo4j import Record

from kg.errors import UnknownDocument
from kg.rows import DocumentRows, rows_of
from kg.store import Outcome, Receipt
from kg.stores.neo4j import derived, log
from kg.stores.neo4j.deriving import Became, derive_entities, derive_propositions, rename
from kg.stores.neo4j.session import Sessions, Transaction, Writing
from kg.stores.neo4j.writing import Touched, remove_document, touched_by, write_claims, write_readings
from kg.stores.steps import Announce, Step
from ontology.bundle import Bundle
from ontology.canonical import from_json
from ontology.document import Form


def put(sessions: Sessions, announce: Announce, bundle: Bundle, recorded: str | None) -> Receipt:
    """Store a bundle in the place of what its document said before. Raises BundleError, StoreError."""
    rows, when = rows_of(bundle), recorded or _now()
    id_, version = rows.document.id, rows.document.version
    rejected = rows.document.form is Form.REJECTED

    def work(writing: Writing) -> Receipt:
        current = writing.transaction.run(log.get_rejected(id_) if rejected else log.get_current(id_))
        if current and current[0]["version"] == version:
            announce(Step.BEGUN)
            return Receipt(Outcome.DUPLICATE, id_, current[0]["sequence"])
        sequence, before = _log_and_clear(writing, announce, id_, when, rows.bundle)
        if rejected:
            _reject(writing.transaction, id_, sequence, version)
        else:
            _write(writing.transaction, announce, rows, sequence, before)
        return Receipt(Outcome.REPLACED if current else Outcome.STORED, id_, sequence)

    return sessions.write(work)


def withdraw(sessions: Sessions, announce: Announce, document: str, recorded: str | None) -> Receipt:
    """Take a document out of the graph; the log keeps it. Raises UnknownDocument, StoreError."""
    when = recorded or _now()

    def work(writing: Writing) -> Receipt:
        known = (log.get_current(document), log.unmark_rejected(document))
        if not any(map(writing.transaction.run, known)):
            raise UnknownDocument(f"no document {document} in {sessions.place}: look for its id in a claim's evidence")
        sequence, before = _log_and_clear(writing, announce, document, when, None)
        became = derive_entities(writing.transaction, before.entities)
        _settle(writing.transaction, announce, before.propositions, became)
        return Receipt(Outcome.WITHDRAWN, document, sequence)

    return sessions.write(work)


def purge(sessions: Sessions, announce: Announce, document: str, recorded: str | None) -> Receipt:
    """Erase a document from the log and from the graph. Raises StoreError."""
    when = recorded or _now()

    def work(writing: Writing) -> Receipt:
        writing.transaction.run_all((log.unmark_rejected(document), log.erase(document)))
        sequence, before = _log_and_clear(writing, announce, document, when, None, purged=True)
        became = derive_entities(writing.transaction, before.entities)
        _settle(writing.transaction, announce, before.propositions, became)
        return Receipt(Outcome.PURGED, document, sequence)

    return sessions.write(work)


def rebuild(sessions: Sessions, announce: Announce) -> int:
    """Derive the graph anew from the log; the number of current documents. Raises StoreError."""

    def work(writing: Writing) -> int:
        transaction = writing.transaction
        writing.begin_anew()
        announce(Step.BEGUN)
        transaction.run_all((derived.remove_everything_derived(), log.unmark_all_rejected()))
        announce(Step.CLEARED)
        standing = _without_rejected(transaction, transaction.run(log.standing_puts()))
        touched = Touched()
        for sequence, rows in _iter_rows(transaction, standing):
            write_readings(transaction, rows, sequence)
            touched |= touched_by(rows)
        derive_entities(transaction, touched.entities)
        for _, rows in _iter_rows(transaction, standing):  # read anew: all bundles at once may not fit in memory
            write_claims(transaction, rows)
        announce(Step.WRITTEN)
        derive_propositions(transaction, touched.propositions)
        announce(Step.DERIVED)
        return len(standing)

    return sessions.write(work, limit_s=None)


def _reject(transaction: Transaction, document: str, sequence: int, version: str) -> None:
    transaction.run_all((log.unmark_rejected(document), log.mark_rejected(sequence, version)))


def _without_rejected(transaction: Transaction, standing: Iterable[Record]) -> list[int]:
    """Where the documents stand; what was rejected is marked in the log, and stands nowhere else."""
    documents: list[int] = []
    for record in standing:
        if record["rejected"]:
            for sequence, rows in _iter_rows(transaction, [record["sequence"]]):
                _reject(transaction, rows.document.id, sequence, rows.document.version)
        else:
            documents.append(record["sequence"])
    return documents


def _log_and_clear(
    writing: Writing, announce: Announce, document: str, recorded: str, bundle: str | None, *, purged: bool = False
) -> tuple[int, Touched]:
    sequence = writing.begin()
    announce(Step.BEGUN)
    writing.transaction.run(log.append(sequence, document, recorded, bundle, purged=purged))
    announce(Step.LOGGED)
    before = remove_document(writing.transaction, document)
    announce(Step.CLEARED)
    return sequence, before


def _write(transaction: Transaction, announce: Announce, rows: DocumentRows, sequence: int, before: Touched) -> None:
    touched = before | touched_by(rows)
    write_readings(transaction, rows, sequence)
    became = derive_entities(transaction, touched.entities)
    write_claims(transaction, rows)
    announce(Step.WRITTEN)
    _settle(transaction, announce, touched.propositions, became)


def _settle(transaction: Transaction, announce: Announce, propositions: frozenset[str], became: Became) -> None:
    derive_propositions(transaction, propositions | rename(transaction, became.renamed))
    transaction.run(derived.remove_entities(became.gone))
    announce(Step.DERIVED)


def _iter_rows(transaction: Transaction, sequences: Sequence[int]) -> Iterator[tuple[int, DocumentRows]]:
    for sequence in sequences:
        [entry] = transaction.run(log.get_entry(sequence))
        yield sequence, rows_of(from_json(entry["bundle"]))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
