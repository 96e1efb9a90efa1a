"""What a cell says: text, number, date, code or words, as the mapping language writes it.

A reader gives None for a cell that says nothing, and raises WrongCell for one that says what it cannot read.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache

from loaders.datasets.columns import Columns
from loaders.datasets.conditions import read_conditions
from loaders.datasets.node import Node
from loaders.datasets.row import Row
from loaders.errors import LoaderError
from ontology.claim import Value
from ontology.dates import parse_date
from ontology.errors import DateError
from ontology.schema import Qualifier

Cell = Callable[[Row], str | None]
ValueCell = Callable[[Row], Value]

_SOURCE = ("column", "constant", "cases", "else", "values", "missing")
_PARTS = ("year", "month", "day")
_WHOLE = re.compile(r"[+-]?\d+(?:\.0+)?", re.ASCII)
_DIRECTIVES = re.compile(r"%([A-Za-z])")
_DAY, _MONTH = frozenset("dj"), frozenset("mbB")


class WrongCell(LoaderError):
    """A cell says what cannot be read; the message names the column."""


def read_text(node: Node, columns: Columns, further: tuple[str, ...] = ()) -> Cell:
    """A cell as text: the name of a column, or a mapping of where it stands and what its values mean."""
    if not isinstance(node.data, dict):
        return _column(columns.use(node))
    node.fields((*_SOURCE, *further))
    if node.has("cases"):
        return _cases(node, columns)
    if node.has("constant"):
        constant = node.at("constant").word()
        return lambda _: constant
    return _translated(_column(columns.use(node.at("column"))), node)


def read_value(node: Node, qualifier: Qualifier, columns: Columns) -> ValueCell:
    """What a qualifier that is no entity holds."""
    return _READ[qualifier.type](node, qualifier, columns)


def read_date(node: Node, columns: Columns, many: bool = False) -> Cell:
    """A date of some formats, or put together of year, month and day."""
    if isinstance(node.data, dict) and node.has("year"):
        return _date_of_parts(node, columns)
    cell = read_text(node, columns, ("date", "list"))
    formats = node.at("date").words() if isinstance(node.data, dict) and node.has("date") else ()
    if not (isinstance(node.data, dict) and node.has("list")):
        return lambda row: _date(text, formats) if (text := cell(row)) else None
    if not many:
        raise node.at("list").wrong("only one date is wanted here, not a list of them")
    mark = node.at("list").text()
    return lambda row: "; ".join(_date(part, formats) for part in _parts(text, mark)) if (text := cell(row)) else None


def whole_number(text: str) -> int:
    """The whole number that a text writes, "6.0" among them. Raises WrongCell."""
    if not _WHOLE.fullmatch(text):
        raise WrongCell(f'"{text[:60]}" is not a whole number')
    return int(text.partition(".")[0])


def number_in(row: Row, column: str) -> int:
    """The whole number that stands in a column. Raises WrongCell, where nothing does too."""
    text = row.values[column]
    if not text:
        raise WrongCell(f'"{column}" is empty')
    try:
        return whole_number(text)
    except WrongCell as exc:
        raise WrongCell(f"{column}: {exc}") from exc


def _column(name: str) -> Cell:
    return lambda row: row.values[name] or None


def _translated(cell: Cell, node: Node) -> Cell:
    missing = frozenset(node.at("missing").words()) if node.has("missing") else frozenset[str]()
    values = {str(key): _or_none(value) for key, value in node.at("values").items()} if node.has("values") else {}
    if not missing and not values:
        return cell

    def translated(row: Row) -> str | None:
        text = cell(row)
        if text is None:
            return values.get("")
        return None if text in missing else values.get(text, text)

    return translated


def _or_none(node: Node) -> str | None:
    return None if node.data is None else node.word()


def _cases(node: Node, columns: Columns) -> Cell:
    node.fields(("cases", "else"))
    cases = [
        (read_conditions(case.fields(("when", "value")).at("when"), columns), _or_none(case.at("value")))
        for case in node.at("cases").each()
    ]
    otherwise = _or_none(node.at("else")) if node.has("else") else None
    return lambda row: next((value for condition, value in cases if condition(row)), otherwise)


def _read_text(node: Node, _: Qualifier, columns: Columns) -> ValueCell:
    return read_text(node, columns)


def _read_code(node: Node, qualifier: Qualifier, columns: Columns) -> ValueCell:
    for place in _codes_given(node):
        if place.data is not None and place.word() not in qualifier.codes:
            raise place.wrong(f'"{place.word()}" is none of {", ".join(qualifier.codes)}')
    return read_text(node, columns)


def _codes_given(node: Node) -> "list[Node]":
    """The codes that a mapping writes itself."""
    if not isinstance(node.data, dict):
        return []
    given = [node.at(field) for field in ("constant", "else") if node.has(field)]
    values = [value for _, value in node.at("values").items()] if node.has("values") else []
    cases = [case.at("value") for case in node.at("cases").each()] if node.has("cases") else []
    return [*given, *values, *cases]


def _read_integer(node: Node, _: Qualifier, columns: Columns) -> ValueCell:
    cell = read_text(node, columns, ("thousands",))
    mark = node.at("thousands").text() if isinstance(node.data, dict) and node.has("thousands") else ""
    if not mark:
        return lambda row: whole_number(text) if (text := cell(row)) else None
    return lambda row: whole_number(text.replace(mark, "")) if (text := cell(row)) else None


def _read_date(node: Node, qualifier: Qualifier, columns: Columns) -> ValueCell:
    return read_date(node, columns, qualifier.many)


def _read_words(node: Node, _: Qualifier, columns: Columns) -> ValueCell:
    """Words in a list, or names of which a condition holds (`flags`)."""
    if isinstance(node.data, dict) and node.has("flags"):
        flags = [(word, read_conditions(one, columns)) for word, one in node.fields(("flags",)).at("flags").items()]
        return lambda row: tuple(word for word, holds in flags if holds(row)) or None
    cell = read_text(node, columns, ("list",))
    mark = node.at("list").text() if isinstance(node.data, dict) and node.has("list") else ";"
    return lambda row: tuple(_parts(text, mark)) or None if (text := cell(row)) else None


_READ: Mapping[str, Callable[[Node, Qualifier, Columns], ValueCell]] = {
    "text": _read_text,
    "code": _read_code,
    "integer": _read_integer,
    "date": _read_date,
    "words": _read_words,
}


def _parts(text: str, mark: str) -> list[str]:
    return [part for one in text.split(mark) if (part := one.strip())]


def _date_of_parts(node: Node, columns: Columns) -> Cell:
    node.fields(_PARTS)
    cells = [read_text(node.at(part), columns) for part in _PARTS if node.has(part)]
    return lambda row: date_of(tuple(cell(row) for cell in cells))


@lru_cache(maxsize=4096)
def date_of(parts: tuple[str | None, ...]) -> str | None:
    """Year, month and day as far as they are known; a day without a month says nothing."""
    told: list[str] = []
    for width, part in zip((4, 2, 2), parts, strict=False):
        if part is None:
            break
        told.append(f"{whole_number(part):0{width}d}")
    return _date("-".join(told), ()) if told else None


@lru_cache(maxsize=4096)
def _date(text: str, formats: tuple[str, ...]) -> str:
    for format_ in formats:
        try:
            return _cut(datetime.strptime(text, format_).strftime("%Y-%m-%d"), format_)  # noqa: DTZ007 (days only)
        except ValueError:
            continue
    try:
        return parse_date(text.removesuffix(".0"))
    except DateError as exc:
        wanted = f": it is none of {', '.join(formats)}" if formats else ": write it as 2020, 2020-11 or 2020-11-08"
        raise WrongCell(f'"{text[:60]}" is not a date{wanted}') from exc


def _cut(day: str, format_: str) -> str:
    """The date at the precision of its format."""
    told = frozenset(_DIRECTIVES.findall(format_))
    if told & _DAY:
        return day.zfill(10)
    return day.zfill(10)[:7] if told & _MONTH else day.zfill(10)[:4]
