"""The form of a table: how its file is written, and by which columns it is known."""

import codecs
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from loaders.datasets.node import Node
from ontology.dates import parse_date
from ontology.errors import DateError


class TableKind(StrEnum):
    """What a table is kept in."""

    CSV = "csv"
    JSONL = "jsonl"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is written. `columns` are names by place, where those in the file do not tell columns apart.

    `release` is the date of the release, or how a line above the columns tells it: what stands around "…" there, and
    its format.
    """

    kind: TableKind = TableKind.CSV
    encoding: str = "utf-8-sig"
    header_lines: int = 0
    delimiter: str = ","
    files: str = "**/*.json"
    join_short_rows: bool = False
    columns: tuple[str, ...] = ()
    recognised_by: tuple[str, ...] = ()
    release: str | None = None
    release_line: str = ""
    release_date: str = ""

    def fits(self, found: tuple[str, ...]) -> bool:
        """Whether a file with these columns is of this form."""
        if not self.recognised_by:
            return False
        if not self.columns:
            return set(self.recognised_by) <= set(found)
        return len(found) == len(self.columns) and all(
            found[self.columns.index(name)] == name for name in self.recognised_by
        )

    def difference(self, found: tuple[str, ...]) -> str | None:
        """How columns differ from those of this form, if at least half of those that it is known by are there."""
        known = set(self.recognised_by)
        if not known or 2 * len(known & set(found)) < len(known):
            return None
        told = (
            f"{len(found)} columns, where {len(self.columns)} are expected" if self._is_resized(found) else "",
            f"it lacks {_quoted(self.recognised_by, found)}" if known - set(found) else "",
            f"it has {_quoted(found, self.columns)} besides" if self.columns and _new(found, self.columns) else "",
        )
        return "; ".join(filter(None, told)) or "its columns stand in another order"

    def _is_resized(self, found: tuple[str, ...]) -> bool:
        return bool(self.columns) and len(found) != len(self.columns)

    def release_of(self, above: tuple[str, ...]) -> str | None:
        """The date of a release, by the lines above its columns."""
        before, _, behind = self.release_line.partition("…")
        for line in above:
            if self.release_line and line.startswith(before) and line.endswith(behind):
                return _date(line.removeprefix(before).removesuffix(behind).strip(), self.release_date)
        return self.release


_FIELDS = ("kind", "encoding", "header_lines", "delimiter", "files", "join_short_rows", "columns", "recognised_by",
           "release")  # fmt: skip


def read_form(node: Node) -> Form:
    """The form that a mapping file describes. Raises WrongMapping."""
    node.fields(_FIELDS)
    told = {name: read(node.at(name)) for name, read in _READ.items() if node.has(name)}
    return Form(**told, **(_read_release(node.at("release")) if node.has("release") else {}))  # type: ignore[arg-type]


def _kind(node: Node) -> TableKind:
    return TableKind(node.one_of([*TableKind]))


def _encoding(node: Node) -> str:
    try:
        name = codecs.lookup(node.text()).name
    except LookupError as exc:
        raise node.wrong(f'"{node.text()}" is no encoding: utf-8, latin-1 and cp1252 are some') from exc
    return "utf-8-sig" if name == "utf-8" else name


def _delimiter(node: Node) -> str:
    given = node.data
    if not isinstance(given, str) or len(given) != 1:
        raise node.wrong(f'{given!r} is no delimiter: write one character, as ";" or "\\t"')
    return given


_READ = {
    "kind": _kind,
    "encoding": _encoding,
    "header_lines": Node.whole,
    "delimiter": _delimiter,
    "files": Node.text,
    "join_short_rows": Node.flag,
    "columns": Node.words,
    "recognised_by": Node.words,
}


def _read_release(node: Node) -> dict[str, str]:
    if isinstance(node.data, dict):
        node.fields(("line", "date"))
        return {"release_line": node.at("line").text(), "release_date": node.at("date").text()}
    try:
        return {"release": parse_date(node.word())}
    except DateError as exc:
        raise node.wrong(str(exc)) from exc


def _new(names: Sequence[str], known: Collection[str]) -> list[str]:
    return [name for name in names if name and name not in known]


def _quoted(names: Sequence[str], known: Collection[str]) -> str:
    return ", ".join(f'"{name}"' for name in _new(names, known))


def _date(text: str, format_: str) -> str | None:
    """The day, whatever time of day stands behind it."""
    words = text.split()
    for count in range(len(words), 0, -1):
        try:
            return datetime.strptime(" ".join(words[:count]), format_).strftime("%Y-%m-%d")  # noqa: DTZ007 (days only)
        except ValueError:
            continue
    return None
