"""Rows on their way from a file to the parts of a release: kept in a temporary file, so that memory stays flat."""

import json
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Self

import numpy as np

from loaders.datasets.row import Cells, Row
from ontology.bundle import Reject
from ontology.identity import digest

ROWS_A_PART = 1_000
"""How many rows a part holds on average, at most, unless the dataset says otherwise."""


class Spill:
    """Rows by the part that they belong to: rows of one group stand in one part, in the order of the file.

    In any order, a row of France and Egypt is of one group with a row of Egypt and France.
    """

    def __init__(self, group_by: Sequence[str], any_order: bool = False, rows_a_part: int = ROWS_A_PART) -> None:
        self._group_by, self._any_order, self._rows_a_part = tuple(group_by), any_order, rows_a_part
        self._file = tempfile.TemporaryFile("w+b")  # noqa: SIM115 (closed on leaving)
        self._offsets, self._hashes = array("Q"), array("I")

    def __len__(self) -> int:
        return len(self._offsets)

    @property
    def parts(self) -> int:
        """Into how many parts the rows fall: a power of two, so that a release that grows keeps them for long."""
        return 1 << max(0, (len(self) - 1) // self._rows_a_part).bit_length()

    def take(self, rows: Iterable[Row | Reject]) -> Iterator[int]:
        """Keep rows; the number of those kept so far, after each."""
        for row in rows:
            self._offsets.append(self._file.tell())
            self._hashes.append(int(digest(*self._group(row))[:8], 16))
            self._file.write(json.dumps(_to_list(row)).encode() + b"\n")
            yield len(self)

    def iter_parts(self) -> Iterator[list[Row | Reject]]:
        """The rows of each part."""
        parts = np.frombuffer(self._hashes, dtype=f"u{self._hashes.itemsize}") % self.parts
        order = np.argsort(parts, kind="stable")
        ends = np.searchsorted(parts[order], np.arange(self.parts), side="right")
        begin = 0
        for end in ends:
            yield [self._read(int(place)) for place in order[begin:end]]
            begin = end

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def _group(self, row: Row | Reject) -> tuple[str, ...]:
        if not isinstance(row, Row):
            return (row.place,)
        group = (row.values[column] for column in self._group_by)
        return tuple(sorted(group)) if self._any_order else tuple(group)

    def _read(self, place: int) -> Row | Reject:
        self._file.seek(self._offsets[place])
        told, *rest = json.loads(self._file.readline())
        return Row(told, Cells(rest[0])) if isinstance(rest[0], dict) else Reject(told, *rest)


def _to_list(row: Row | Reject) -> list[object]:
    return [row.place, dict(row.values)] if isinstance(row, Row) else [row.place, row.reason, row.text]
