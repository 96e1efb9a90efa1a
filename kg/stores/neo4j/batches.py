"""Rows in portions that one message to the server carries well."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

_SIZE = 1000


def batched(rows: Sequence[T], size: int = _SIZE) -> Iterator[Sequence[T]]:
    """The rows in order, `size` at a time; nothing for no rows."""
    return (rows[start : start + size] for start in range(0, len(rows), size))
