"""A table as a file holds it, row by row: CSV, JSON lines, or a folder of JSON files; gzipped or not."""

import csv
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Self, TextIO

from loaders.datasets.form import Form, TableKind
from loaders.datasets.row import Cells, Row
from loaders.errors import UnreadableTable
from ontology.bundle import Reject

LONGEST_LINE = 1_000_000
"""Characters of one line of a table; what is longer is rejected."""

_GLANCE = 2_000
_GZIP = b"\x1f\x8b"
_TOO_LONG = "\0 line too long \0"


@contextmanager
def opened(path: Path, form: Form) -> Iterator[TextIO]:
    """The text of a file, unpacked. Raises UnreadableTable."""
    try:
        with path.open("rb") as raw:
            packed = raw.peek(2)[:2] == _GZIP
            stream: BinaryIO = gzip.open(raw) if packed else raw  # type: ignore[assignment]  # noqa: SIM115
            yield io.TextIOWrapper(stream, form.encoding, errors="surrogateescape", newline="")
    except (EOFError, zlib.error, gzip.BadGzipFile) as exc:
        raise UnreadableTable(f"{path}: it is packed with gzip, and broken: {exc}") from exc
    except OSError as exc:
        raise UnreadableTable(f"{path}: {exc.strerror or exc}") from exc
    except ValueError as exc:  # a path with a NUL in it
        raise UnreadableTable(f"{path}: {exc}") from exc


def read_head(path: Path, form: Form) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines above the columns, and the columns as they stand in the file. Raises UnreadableTable."""
    if form.kind is TableKind.FOLDER:
        first = next(_iter_files(path, form), None)
        return (), tuple(_flat(_object(first.read_bytes()))) if first else ()
    with opened(path, form) as stream:
        lines = _iter_lines(stream)
        if form.kind is TableKind.JSONL:
            return (), tuple(_flat(_object(next(lines, "").encode("utf-8", "surrogateescape"))))
        above = tuple(line.strip() for _, line in zip(range(form.header_lines), lines))  # noqa: B905
        return above, tuple(cell.strip() for cell in next(csv.reader(lines, delimiter=form.delimiter), ()))


def iter_rows(path: Path, form: Form) -> Iterator[Row | Reject]:
    """The rows of a table in order; a broken one is a reject with its place. Raises UnreadableTable."""
    return _ITER[form.kind](path, form)


def _iter_csv(path: Path, form: Form) -> Iterator[Row | Reject]:
    above, found = read_head(path, form)
    columns = form.columns or _distinct(found)
    with opened(path, form) as stream:
        lines = _iter_lines(stream)
        for _ in zip(range(len(above)), lines):  # noqa: B905
            pass
        rows = _iter_cells(lines, form, len(above), len(columns))
        next(rows, None)
        for line, cells in _joined(rows, len(columns)) if form.join_short_rows else rows:
            yield _row(str(line), cells, columns)


class _Lines:
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


def _iter_cells(lines: Iterator[str], form: Form, above: int, width: int) -> Iterator[tuple[int, list[str] | Reject]]:
    """Cells of each row with the line that it begins at, or what is wrong with it.

    A quotation mark that nobody closes spoils its own line, not those behind it.
    """
    read = _Lines(lines, above)
    reader = csv.reader(read, delimiter=form.delimiter)
    while True:
        line = read.begin()
        try:
            cells: list[str] | Reject = next(reader)
        except StopIteration:
            return
        except csv.Error as exc:
            cells = _rejected(str(line), f"not CSV that can be read: {exc}", read.read[:1])
        if read.cut or _holds_rows(cells, read.read, form, width):
            cells = _rejected(str(line), "a quotation mark in it is not closed", read.read[:1])
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


def _joined(rows: Iterator[tuple[int, list[str] | Reject]], width: int) -> Iterator[tuple[int, list[str] | Reject]]:
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


def _row(place: str, cells: list[str] | Reject, columns: Sequence[str]) -> Row | Reject:
    if isinstance(cells, Reject):
        return cells
    if len(cells) != len(columns):
        return _rejected(place, f"it has {len(cells)} cells, and there are {len(columns)} columns", cells)
    return _checked(place, dict(zip(columns, (cell.strip() for cell in cells), strict=True)))


def _checked(place: str, values: Mapping[str, str]) -> Row | Reject:
    text = "".join(values.values())
    if _TOO_LONG in text:
        return _rejected(place, f"the line is longer than {LONGEST_LINE:,} characters", values.values())
    if "\0" in text:
        return _rejected(place, "it holds a NUL character", values.values())
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        return _rejected(place, "it is not in the encoding of the table, or holds half a character", values.values())
    return Row(place, values)


def _rejected(place: str, reason: str, cells: Any) -> Reject:
    text = " | ".join(cells)[:_GLANCE]
    return Reject(place, reason, text.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}"))


def _iter_jsonl(path: Path, form: Form) -> Iterator[Row | Reject]:
    with opened(path, form) as stream:
        for number, line in enumerate(_iter_lines(stream), start=1):
            if line.strip():
                yield _from_json(str(number), line.encode("utf-8", "surrogateescape"))


def _iter_folder(path: Path, form: Form) -> Iterator[Row | Reject]:
    for file in _iter_files(path, form):
        try:
            yield _from_json(file.relative_to(path).as_posix(), file.read_bytes())
        except OSError as exc:
            yield Reject(file.relative_to(path).as_posix(), exc.strerror or str(exc))


def _iter_files(path: Path, form: Form) -> Iterator[Path]:
    return iter(sorted(file for file in path.glob(form.files) if file.is_file()))


def _from_json(place: str, data: bytes) -> Row | Reject:
    try:
        return _checked(place, Cells(_flat(_object(data))))
    except UnreadableTable as exc:
        return _rejected(place, str(exc), [data[:_GLANCE].decode("utf-8", "replace")])


def _object(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as exc:
        raise UnreadableTable(f"not JSON that can be read: {exc}") from exc
    if not isinstance(found, dict):
        raise UnreadableTable("a record is a JSON object, and this is none")
    return found


def _flat(found: Mapping[str, Any], above: str = "") -> Mapping[str, str]:
    """Cells by column: what stands in an object in the object is `outer.inner`, a list is joined by ";"."""
    cells: dict[str, str] = {}
    for name, value in found.items():
        if isinstance(value, dict):
            cells |= _flat(value, f"{above}{name}.")
        else:
            cells[f"{above}{name}"] = "; ".join(map(_text, value)) if isinstance(value, list) else _text(value)
    return cells


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Names of columns, told apart: one without a name, or of a name that was there, is called by its place."""
    told: dict[str, None] = {}
    for place, name in enumerate(names, start=1):
        told[name if name and name not in told else f"{name or 'column'} ({place})"] = None
    return tuple(told)


def _iter_lines(stream: TextIO) -> Iterator[str]:
    """Lines with their ends; one that is too long is cut, and marked."""
    while line := stream.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith(("\n", "\r")):
            while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(("\n", "\r")):
                pass
            line = f"{line[:_GLANCE]}{_TOO_LONG}\n"
        yield line


_ITER: Mapping[TableKind, Callable[[Path, Form], Iterator[Row | Reject]]] = {
    TableKind.CSV: _iter_csv,
    TableKind.JSONL: _iter_jsonl,
    TableKind.FOLDER: _iter_folder,
}
