"""A row of the log as an entry; what cannot be read any more says which one it is."""

from kg.errors import StoreError
from kg.store import LogEntry
from ontology.canonical import from_json
from ontology.errors import BundleError


def to_entry(sequence: int, document: str, recorded: str, bundle: str | None, *, purged: bool) -> LogEntry:
    """One write of the log, its bundle read. Raises StoreError for a bundle that is damaged."""
    try:
        return LogEntry(sequence, document, recorded, from_json(bundle) if bundle is not None else None, purged)
    except BundleError as exc:
        raise StoreError(f"write {sequence} of the log is damaged ({exc}): restore the store from a backup") from exc
