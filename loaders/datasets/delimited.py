"""Cells of delimited text: each row by itself, whatever a quotation mark or a newline in it spoils."""

import csv
from collections.abc import Iterator, Sequence
from typing import Self

from loaders.datasets.form import Form
from loaders.datasets.row import make_reject
from ontology.bundle import Reject


class Lines:
    """Lines of a file, which can be taken back. `read` are those since `begin`, `number` is that of the last one.

    They are `cut` where another line was wanted, and the file had none.
    """

    def __init__(self, lines: Iterator[str], number: int) -> None:
        self._lines, self._back, self.number = lines, list[str](), number
        self.read: list[str] = []
        self.cut = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._lines, "")
        if not line:
            self.cut = bool(self.read)
            raise StopIteration
        self.read.append(line)
        self.number += 1
        return line

    def begin(self) -> int:
        """The number of the next line."""
        self.read.clear()
        self.cut = False
        return self.number + 1

    def take_back(self, most: int) -> None:
        """Read all lines behind the first ones again."""
        self._back += reversed(self.read[most:])
        self.number -= len(self.read[most:])
        del self.read[most:]


def iter_cells(lines: Iterator[str], form: Form, above: int, width: int) -> Iterator[tuple[int, list[str] | Reject]]:
    """Cells of each row with the line that it begins at, or what is wrong with it.

    A quotation mark that nobody closes spoils its own line, not those behind it.
    """
    read = Lines(lines, above)
    reader = csv.reader(read, delimiter=form.delimiter)
    while True:
        line = read.begin()
        try:
            cells: list[str] | Reject = next(reader)
        except StopIteration:
            return
        except csv.Error as exc:
            cells = make_reject(str(line), f"not CSV that can be read: {exc}", read.read[:1])
        if read.cut or _holds_rows(cells, read.read, form, width):
            cells = make_reject(str(line), "a quotation mark in it is not closed", read.read[:1])
            read.take_back(1)
            reader = csv.reader(read, delimiter=form.delimiter)
        if cells:
            yield line, cells


def _holds_rows(cells: list[str] | Reject, lines: Sequence[str], form: Form, width: int) -> bool:
    """Whether what was read as one row is several, one of them whole."""
    if len(lines) == 1 or not any(line.count(form.delimiter) >= width - 1 for line in lines[1:]):
        return False
    return isinstance(cells, Reject) or len(cells) != width or not _is_well_quoted(lines, form)


def _is_well_quoted(lines: Sequence[str], form: Form) -> bool:
    try:
        next(csv.reader(lines, delimiter=form.delimiter, strict=True))
    except csv.Error:
        return False
    return True


def joined(rows: Iterator[tuple[int, list[str] | Reject]], width: int) -> Iterator[tuple[int, list[str] | Reject]]:
    """Rows that a raw newline in a cell broke in two, whole again where the pieces add up."""
    held: tuple[int, list[str]] | None = None
    for line, cells in rows:
        if held:
            rest = cells if isinstance(cells, list) and len(cells) < width else []
            pieces = [*held[1][:-1], f"{held[1][-1]}\n{rest[0]}", *rest[1:]] if rest else []
            if len(pieces) == width:
                yield held[0], pieces
                held = None
                continue
            yield held
            held = None
        if isinstance(cells, list) and len(cells) < width:
            held = line, cells
        else:
            yield line, cells
    if held:
        yield held
