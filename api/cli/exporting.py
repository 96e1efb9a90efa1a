"""A store written to a file, whole or not at all, or to standard output."""

import errno
import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TextIO, cast

from api.cli.output import to_line
from kg.questions.claims import ClaimsQuery, iter_claims
from kg.rdf.export import to_nquads, to_trig, to_turtle
from kg.store import Reader
from kg.stores import open_store


def to_jsonl(store: Reader, out: TextIO) -> None:
    """The positions of all claims, one a line, in the shape of `kg claims --json`."""
    for row, _ in iter_claims(store, ClaimsQuery()):
        out.write(to_line(row) + "\n")


WRITERS: Mapping[str, Callable[[Reader, TextIO], None]] = {
    "trig": to_trig,
    "nquads": to_nquads,
    "turtle": to_turtle,
    "jsonl": to_jsonl,
}


def write(url: str, format_: str, output: Path | None) -> None:
    """Write a store in a format, to a file or, without one, to standard output. Raises StoreError, OSError."""
    with open_store(url) as store:
        if output is None:
            WRITERS[format_](store, sys.stdout)
        elif output.exists() and not output.is_file():  # /dev/null, a named pipe: nothing to put in its place
            _fill(output, "w", partial(WRITERS[format_], store))
        else:
            _write_whole(output, partial(WRITERS[format_], store))


def _write_whole(path: Path, fill: Callable[[TextIO], None]) -> None:
    """Fill a file beside the wanted one, then put it in its place: nobody ever sees half of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "the folder is not there: make it, or name another one", str(path.parent))
    try:
        _fill(beside, "x", fill)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _fill(path: Path, mode: str, fill: Callable[[TextIO], None]) -> None:
    with path.open(mode, encoding="utf-8", newline="\n") as out:
        fill(cast("TextIO", out))
        out.flush()
        if path.is_file():
            os.fsync(out.fileno())
