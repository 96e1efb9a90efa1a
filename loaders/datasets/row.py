"""One row of a table, and what becomes of rows that say nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ontology.bundle import Reject

GLANCE = 2_000
"""Characters of a rejected row that are kept."""


class Cells(dict[str, str]):
    """Cells by column. A column that an object of JSON lacks is empty; a CSV's columns are checked beforehand."""

    def __missing__(self, column: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in its file. `place` is the line that it begins at, or the file in a folder of files.

    `values` are the cells by column, trimmed of space; an empty cell is an empty text.
    """

    place: str
    values: Mapping[str, str]

    def text(self) -> str:
        """The row as a reader wants it: what stands under each column."""
        return " | ".join(f"{name}: {' '.join(value.split())}" for name, value in self.values.items() if value)


@dataclass(frozen=True, slots=True)
class Left:
    """Rows left aside on purpose: no claim of the kind that the dataset is read for. Counted, by reason."""

    place: str
    reason: str
    rows: int = 1


def make_reject(place: str, reason: str, cells: Iterable[str]) -> Reject:
    """A row that cannot be taken in, with so much of its text as a glance takes in."""
    text = " | ".join(cells)[:GLANCE]
    return Reject(place, reason, text.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}"))
