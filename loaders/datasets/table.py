"""A table as a file holds it, row by row: CSV, JSON lines, or a folder of JSON files; gzipped or not."""

import csv
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from loaders.datasets.delimited import iter_cells, joined
from loaders.datasets.form import Form, TableKind
from loaders.datasets.row import GLANCE, Cells, Row, make_reject
from loaders.errors import UnreadableTable
from ontology.bundle import Reject

LONGEST_LINE = 1_000_000
"""Characters of one line of a table; what is longer is rejected."""

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
        rows = iter_cells(lines, form, len(above), len(columns))
        next(rows, None)
        for line, cells in joined(rows, len(columns)) if form.join_short_rows else rows:
            yield _row(str(line), cells, columns)


def _row(place: str, cells: list[str] | Reject, columns: Sequence[str]) -> Row | Reject:
    if isinstance(cells, Reject):
        return cells
    if len(cells) != len(columns):
        return make_reject(place, f"it has {len(cells)} cells, and there are {len(columns)} columns", cells)
    return _checked(place, dict(zip(columns, (cell.strip() for cell in cells), strict=True)))


def _checked(place: str, values: Mapping[str, str]) -> Row | Reject:
    text = "".join(values.values())
    if _TOO_LONG in text:
        return make_reject(place, f"the line is longer than {LONGEST_LINE:,} characters", values.values())
    if "\0" in text:
        return make_reject(place, "it holds a NUL character", values.values())
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        return make_reject(place, "it is not in the encoding of the table, or holds half a character", values.values())
    return Row(place, values)


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
        return make_reject(place, str(exc), [data[:GLANCE].decode("utf-8", "replace")])


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
            line = f"{line[:GLANCE]}{_TOO_LONG}\n"
        yield line


_ITER: Mapping[TableKind, Callable[[Path, Form], Iterator[Row | Reject]]] = {
    TableKind.CSV: _iter_csv,
    TableKind.JSONL: _iter_jsonl,
    TableKind.FOLDER: _iter_folder,
}
