"""A store in one file: its log of one moment as gzipped JSON lines, behind a header, sealed at the end.

Each line carries the hash of all lines up to it, so that a changed file is refused, and the place is told. Whatever is
derived is derived again when the file is restored.
"""

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

from kg.copy import copy_log
from kg.errors import BackupError
from kg.store import Feed, LogEntry, Receipt, Store
from kg.whole_file import open_whole
from ontology.canonical import from_json, to_json
from ontology.errors import BundleError

FORMAT, VERSION = "claimgraph-backup", 1

_LONGEST_LINE = 256 << 20
_CUT = (EOFError, zlib.error, gzip.BadGzipFile)
_CHANGED = (ValueError, KeyError, TypeError, RecursionError)
_NOTHING = "nothing was restored: take another copy of the file"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was read to its end and found whole: who wrote it, and how many writes it holds."""

    path: Path
    claimgraph: str
    count: int


def back_up(store: Feed, path: Path) -> Iterator[int]:
    """Write all that the log holds now into a file, whole or not at all; the number of writes so far, after each.

    Others may go on writing: what they add is in the next backup. Raises StoreError, OSError.
    """
    count = store.get_length()
    header = {"format": FORMAT, "version": VERSION, "claimgraph": version("claimgraph"), "count": count}
    seal = _Seal()
    with (
        open_whole(path) as out,
        gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=6, mtime=0) as packed,
    ):
        packed.write(seal.close(_text(header)))
        for number, entry in enumerate(islice(store.iter_log(), count), start=1):
            packed.write(seal.close(_line(entry)))
            yield number
        packed.write(seal.close(_text({"end": count})))


def open_backup(path: Path) -> Backup:
    """A backup, read to its end. Raises BackupError for a file that is cut or changed, and says where; OSError."""
    _, header = next(_iter_parts(path))
    count = sum(1 for _ in iter_backup(path))
    return Backup(path, header["claimgraph"], count)


def restore(backup: Backup, store: Store) -> Iterator[Receipt]:
    """Write what a backup holds, and the store does not yet, into it; one receipt a write.

    Run again after a break it goes on where it stopped. Raises StoreMismatch for a store with a history of its own.
    """
    return copy_log(iter_backup(backup.path), store)


def iter_backup(path: Path) -> Iterator[LogEntry]:
    """The writes that a backup holds, in order. Raises BackupError where it is cut or changed, OSError."""
    parts = _iter_parts(path)
    _, header = next(parts)
    number, ended = 0, False
    for number, part in parts:
        if ended:
            raise BackupError(f"{path}: there is more behind its end, at line {number}: {_NOTHING}")
        ended = "end" in part
        if not ended:
            yield _entry(path, number, part)
    if not ended or number - 2 != header["count"]:
        raise BackupError(
            f"{path} is cut behind line {number}, it holds {header['count']} writes when whole: {_NOTHING}"
        )


class _Seal:
    """The hash of all lines so far."""

    def __init__(self) -> None:
        self._hash = sha256()

    def close(self, text: str) -> bytes:
        """The line of a text, with the hash up to it."""
        return f'{{"part":{text},"hash":"{self.next(text)}"}}\n'.encode()

    def next(self, text: str) -> str:
        """The hash when this text has come."""
        self._hash.update(text.encode() + b"\n")
        return self._hash.hexdigest()


def _iter_parts(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Number and content of each line whose hash is right, the header first."""
    seal, number = _Seal(), 0
    with path.open("rb") as file, gzip.GzipFile(fileobj=file) as packed:
        try:
            for number, line in enumerate(iter(lambda: packed.readline(_LONGEST_LINE), b""), start=1):
                part = _opened(line, seal)
                if number == 1:
                    _check_header(path, part)
                yield number, part
        except _CUT as exc:
            raise _refused(path, number + 1) from exc
        except _CHANGED as exc:
            raise _refused(path, number) from exc
    if number == 0:
        raise BackupError(f"{path} is empty: {_NOTHING}")


def _opened(line: bytes, seal: _Seal) -> dict[str, Any]:
    read = json.loads(line)
    part: dict[str, Any] = read["part"]
    if seal.next(_text(part)) != read["hash"]:
        raise ValueError("hash")
    return part


def _refused(path: Path, number: int) -> BackupError:
    if number == 1:
        return BackupError(f"{path} is no backup, or its first line is cut or changed: {_NOTHING}")
    return BackupError(f"{path} is cut or changed at line {number}: {_NOTHING}")


def _check_header(path: Path, header: dict[str, Any]) -> None:
    if header["format"] != FORMAT:
        raise ValueError("format")
    if header["version"] > VERSION:
        raise BackupError(
            f"{path} was written by a newer claimgraph ({header['claimgraph']}): update claimgraph to restore it"
        )


def _line(entry: LogEntry) -> str:
    fields = {"sequence": entry.sequence, "document": entry.document, "recorded": entry.recorded}
    bundle = json.loads(to_json(entry.bundle)) if entry.bundle else None
    return _text({**fields, "bundle": bundle, "purged": entry.purged})


def _entry(path: Path, number: int, part: dict[str, Any]) -> LogEntry:
    try:
        bundle = from_json(_text(part["bundle"])) if part["bundle"] else None
    except BundleError as exc:
        raise BackupError(f"{path}:{number}: {exc}: it may be of another version of claimgraph") from exc
    return LogEntry(part["sequence"], part["document"], part["recorded"], bundle, part["purged"])


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
