"""Moving a store: its log, write for write, into another one of any backend; everything else is derived there."""

from collections.abc import Iterator
from itertools import zip_longest

from kg.errors import StoreMismatch
from kg.store import LogEntry, Receipt, Store


def copy_store(source: Store, target: Store) -> Iterator[Receipt]:
    """Write into `target` what the log of `source` holds and the target's does not yet, one receipt a write.

    Run again after a break it goes on where it stopped. Raises StoreMismatch if the target has a history of its own.
    """
    return (_write(entry, target) for entry in _missing(source, target))


def _missing(source: Store, target: Store) -> Iterator[LogEntry]:
    for entry, copied in zip_longest(source.iter_log(), target.iter_log()):
        if entry is None or (copied is not None and not _same(entry, copied)):
            raise StoreMismatch("the target holds writes that the source does not: copy into an empty store")
        if copied is None:
            yield entry


def _same(one: LogEntry, other: LogEntry) -> bool:
    return (one.document, one.recorded, one.bundle) == (other.document, other.recorded, other.bundle)


def _write(entry: LogEntry, target: Store) -> Receipt:
    if entry.bundle is None:
        return target.withdraw(entry.document, entry.recorded)
    return target.put(entry.bundle, entry.recorded)
