"""A store written to a file, whole or not at all, or to standard output."""

import sys
from collections.abc import Callable, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from api.cli.output import to_line
from kg.questions.claims import ClaimsQuery, iter_claims
from kg.rdf.export import to_nquads, to_trig, to_turtle
from kg.store import Reader
from kg.stores import open_store
from kg.whole_file import open_whole


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
            return
        with open_whole(output) as out:
            text = TextIOWrapper(out, encoding="utf-8", newline="\n")
            WRITERS[format_](store, text)
            text.detach()
