"""The columns that a mapping speaks of, with the places where it does."""

from collections.abc import Collection
from dataclasses import dataclass, field

from loaders.datasets.node import Node


@dataclass(frozen=True, slots=True)
class Columns:
    """Filled while a mapping is read, and checked when a file is there."""

    used: dict[str, Node] = field(default_factory=dict)

    def use(self, node: Node) -> str:
        """The column that a node names."""
        return self.use_name(node.word(), node)

    def use_name(self, name: str, node: Node) -> str:
        """A column that a node names among other things."""
        self.used.setdefault(name, node)
        return name

    def check(self, known: Collection[str]) -> None:
        """Nothing, if a file has all columns. Raises WrongMapping with the place of the first that it lacks."""
        for name, node in self.used.items():
            if name not in known:
                raise node.wrong(f'the file has no column "{name}": it has {_listed(known)}')


def _listed(known: Collection[str]) -> str:
    names = [f'"{name}"' for name in known]
    return ", ".join(names[:30]) + (f" and {len(names) - 30} others" if len(names) > 30 else "")
