"""Answers on standard output: as JSON, as CSV, or for reading."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from api.cli.drawing import Branch, branch, draw
from api.cli.options import Face
from api.cli.safe import harmless_cell, harmless_json
from api.plain import to_plain

Row = TypeVar("Row")
Columns = Mapping[str, Callable[[Row], object]]


def show(shape: Face, answer: object, drawn: Callable[[], Iterable[Branch]]) -> None:
    """One answer as JSON, or drawn."""
    if shape is Face.JSON:
        show_json(answer)
    else:
        draw(drawn())


def show_list(
    shape: Face,
    rows: Sequence[Row],
    columns: "Columns[Row]",
    drawn: Callable[[Sequence[Row]], Iterable[Branch]],
) -> None:
    """A list as JSON, as CSV, or drawn; an empty one is `[]`, or the header of a sheet."""
    if shape is Face.JSON or (shape is Face.TEXT and not rows):
        show_json(rows)
    elif shape is Face.CSV:
        show_csv(rows, columns)
    else:
        draw(drawn(rows))


def show_drawn(trees: Iterable[Branch], notes: Sequence[str]) -> None:
    """A list drawn, and notes below it; an empty list is `[]`."""
    drawn = [*trees]
    if not drawn:
        show_json([])
    draw([*drawn, *(branch(note, "dim") for note in notes)])


def show_json(answer: object) -> None:
    """JSON for people and programs: indented, characters as they are, none of them able to steer a terminal."""
    sys.stdout.write(harmless_json(json.dumps(to_plain(answer), ensure_ascii=False, indent=2)) + "\n")


def to_line(answer: object) -> str:
    """JSON on one line, as harmless."""
    return harmless_json(json.dumps(to_plain(answer), ensure_ascii=False))


def show_csv(rows: Sequence[Row], columns: "Columns[Row]") -> None:
    """A sheet with a header; no cell is a formula."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless_cell(_cell(cell(row))) for cell in columns.values()] for row in rows)


def _cell(value: object) -> str:
    if isinstance(value, tuple | list):
        return "; ".join(_cell(part) for part in value)
    return "" if value is None else str(value)
