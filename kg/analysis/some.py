"""The first of many answers."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Some(Generic[Item]):
    """The first answers, and how many there are in all."""

    found: int
    items: tuple[Item, ...]
