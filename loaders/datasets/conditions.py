"""Conditions on a row: what the mapping language writes as `{column: stage, is: [planned, agreed]}`."""

from collections.abc import Callable

from loaders.datasets.columns import Columns
from loaders.datasets.node import Node
from loaders.datasets.row import Row

Condition = Callable[[Row], bool]

_FIELDS = ("column", "is", "is_not", "empty", "same_as")


def read_conditions(node: Node, columns: Columns) -> Condition:
    """One condition, or several in a list, which must all hold."""
    conditions = [_read(one, columns) for one in node.each()]
    if len(conditions) == 1:
        return conditions[0]
    return lambda row: all(condition(row) for condition in conditions)


def _read(node: Node, columns: Columns) -> Condition:
    node.fields(_FIELDS)
    column = columns.use(node.at("column"))
    tests = [field for field in _FIELDS[1:] if node.has(field)]
    if len(tests) != 1:
        raise node.wrong(f"a condition has one of {', '.join(_FIELDS[1:])}")
    told = node.at(tests[0])
    return _READ[tests[0]](column, told, columns)


def _is(column: str, node: Node, _: Columns) -> Condition:
    values = frozenset(node.words())
    return lambda row: row.values[column] in values


def _is_not(column: str, node: Node, _: Columns) -> Condition:
    values = frozenset(node.words())
    return lambda row: row.values[column] not in values


def _empty(column: str, node: Node, _: Columns) -> Condition:
    wanted = node.flag()
    return lambda row: (not row.values[column]) is wanted


def _same_as(column: str, node: Node, columns: Columns) -> Condition:
    other = columns.use(node)
    return lambda row: row.values[column] == row.values[other]


_READ: dict[str, Callable[[str, Node, Columns], Condition]] = {
    "is": _is,
    "is_not": _is_not,
    "empty": _empty,
    "same_as": _same_as,
}
