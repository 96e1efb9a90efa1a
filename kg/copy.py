"""Moving a store: its log, write for write, into another one of any backend; everything else is derived there."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from kg.errors import StoreMismatch
from kg.store import LogEntry, Receipt, Store


def copy_store(source: Store, target: Store) -> Iterator[Receipt]:
    """Write into `target` what the log of `source` holds and the target's does not yet, one receipt a write.

    Run again after a break it goes on where it stopped; what the source has purged meanwhile is purged in the target.
    Raises StoreMismatch if the target has a history of its own.
    """
    return copy_log(source.iter_log(), target)


def copy_log(entries: Iterable[LogEntry], target: Store) -> Iterator[Receipt]:
    """The same with the entries of a log, wherever they come from."""
    return (_write(entry, target) for entry in _missing(entries, target))


def _missing(entries: Iterable[LogEntry], target: Store) -> Iterator[LogEntry]:
    for entry, copied in zip_longest(entries, target.iter_log()):
        if entry is None or (copied is not None and not _same(entry, copied)):
            raise StoreMismatch("the store to fill holds writes that the other one does not: fill an empty store")
        if copied is None:
            yield entry


def _same(one: LogEntry, copied: LogEntry) -> bool:
    """A place that was emptied since is the same place: the purge itself stands further on in the log."""
    if (one.document, one.recorded) != (copied.document, copied.recorded):
        return False
    return one.purged or (one.bundle, one.purged) == (copied.bundle, copied.purged)


def _write(entry: LogEntry, target: Store) -> Receipt:
    if entry.purged:
        return target.purge(entry.document, entry.recorded)
    if entry.bundle is None:
        return target.withdraw(entry.document, entry.recorded)
    return target.put(entry.bundle, entry.recorded)
