"""Who a cell speaks of: a name or a code in a column, looked up by `Who` in the year of the row."""

import re
from collections.abc import Callable
from functools import lru_cache

from loaders.datasets.cells import Cell, read_text
from loaders.datasets.columns import Columns
from loaders.datasets.node import Node
from loaders.datasets.row import Row
from loaders.datasets.who import Who
from ontology.entity import Entity
from ontology.schema import SCHEMA


class UnknownParty(Exception):
    """The source says that it does not know who: the record is a claim, without a position of this kind."""


Party = Callable[[Row, Who], Entity | None]
"""Gives None where a cell is empty. Raises UnknownParty."""

_FIELDS = ("type", "by", "year", "name", "endings", "unknown")
_NAME, _OWN, _REGISTER = "name", "id", "register"
_SCHEMES = (_NAME, "iso2", "iso3", "cow", "cow_abbreviation", "gw", _OWN, _REGISTER)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_FLOAT = re.compile(r"0*(\d+?)(?:\.0+)?", re.ASCII)


def read_party(node: Node, range_: str, columns: Columns) -> Party:
    """Who a cell speaks of; of the class that a role or qualifier takes, where nothing narrower is said."""
    cell = read_text(node, columns, _FIELDS)
    if not isinstance(node.data, dict):
        return _named(cell, range_, {}, lambda _: None)
    type_ = _class(node.at("type"), range_) if node.has("type") else range_
    year = _year(node.at("year"), columns) if node.has("year") else _no_year
    by = node.at("by").one_of(_SCHEMES) if node.has("by") else _NAME
    known = _unless_unknown(cell, node)
    if by == _NAME:
        return _named(known, type_, _endings(node, range_), year)
    name = read_text(node.at("name"), columns) if node.has("name") else _nameless
    if by == _OWN:
        return _own(known, type_, name)
    if by == _REGISTER:
        return _registered(known, node)
    return _coded(known, type_, by, year, name)


def _class(node: Node, range_: str) -> str:
    type_ = node.one_of(SCHEMA.classes)
    if not (SCHEMA.is_a(type_, range_) or SCHEMA.is_a(range_, type_)):
        raise node.wrong(f"{type_} is no {range_}, which is wanted here")
    return type_


def _year(node: Node, columns: Columns) -> Callable[[Row], int | None]:
    cell = read_text(node, columns)
    return lambda row: _first_year(text) if (text := cell(row)) else None


@lru_cache(maxsize=4096)
def _first_year(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def _no_year(_: Row) -> None:
    return None


def _nameless(_: Row) -> str:
    return ""


def _endings(node: Node, range_: str) -> dict[str, str]:
    """Marks behind a name that tell its class, the longest first: `**` before `*`."""
    if not node.has("endings"):
        return {}
    return {
        mark: _class(one, range_) for mark, one in sorted(node.at("endings").items(), key=lambda item: -len(item[0]))
    }


def _unless_unknown(cell: Cell, node: Node) -> Cell:
    if not node.has("unknown"):
        return cell
    unknown = frozenset(node.at("unknown").words())

    def known(row: Row) -> str | None:
        text = cell(row)
        if (text or "") in unknown:
            raise UnknownParty
        return text

    return known


def _named(cell: Cell, type_: str, endings: dict[str, str], year: Callable[[Row], int | None]) -> Party:
    def named(row: Row, who: Who) -> Entity | None:
        text = cell(row)
        if not text:
            return None
        for mark, marked in endings.items():
            if text.endswith(mark):
                return who.named(text.removesuffix(mark).rstrip(), marked, year(row))
        return who.named(text, type_, year(row))

    return named


def _coded(
    cell: Cell, type_: str, scheme: str, year: Callable[[Row], int | None], name: Callable[[Row], str | None]
) -> Party:
    tidy = bare_number if scheme in ("cow", "gw") else str

    def coded(row: Row, who: Who) -> Entity | None:
        text = cell(row)
        return who.coded(scheme, tidy(text), type_, year(row), name(row) or "") if text else None

    return coded


def bare_number(text: str) -> str:
    """A number as codes write it: "200.0" and "020" are ways of tables to keep 200 and 20."""
    found = _FLOAT.fullmatch(text)
    return found[1] if found else text


def _own(cell: Cell, type_: str, name: Callable[[Row], str | None]) -> Party:
    def own(row: Row, who: Who) -> Entity | None:
        text = cell(row)
        return who.own(text, name(row) or text, type_) if text else None

    return own


def _registered(cell: Cell, node: Node) -> Party:
    def registered(row: Row, who: Who) -> Entity | None:
        text = cell(row)
        try:
            return who.registered(text) if text else None
        except KeyError as exc:
            raise node.wrong(f'the register has nobody of the id "{text}"') from exc

    return registered
