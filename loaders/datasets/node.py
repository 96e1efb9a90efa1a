"""One place in a mapping file: what stands there, and how to complain about it with file and line."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from loaders.errors import WrongMapping
from ontology.errors import SchemaError
from ontology.yaml_file import YamlFile


@dataclass(frozen=True, slots=True)
class Node:
    """What stands at a path of keys and list places. Every method raises WrongMapping where it cannot answer."""

    file: YamlFile
    path: tuple[str | int, ...]
    data: Any

    def wrong(self, message: str) -> WrongMapping:
        """The error for what stands here."""
        return WrongMapping(str(self.file.wrong(message, *self.path)))

    def has(self, key: str | int) -> bool:
        """Whether a mapping holds a key."""
        return isinstance(self.data, dict) and key in self.data

    def at(self, key: str | int) -> "Node":
        """What stands below."""
        if isinstance(self.data, dict) and key not in self.data:
            raise self.wrong(f'"{key}" is missing')
        return Node(self.file, (*self.path, key), self.data[key])

    def fields(self, known: Collection[str]) -> "Node":
        """The node itself, if it is a mapping of these fields only."""
        for key in self.mapping():
            if key not in known:
                raise Node(self.file, (*self.path, key), None).wrong(
                    f'"{key}" is no field here: {", ".join(known)} are'
                )
        return self

    def mapping(self) -> dict[Any, Any]:
        """The mapping that stands here."""
        if not isinstance(self.data, dict) or not self.data:
            raise self.wrong("a mapping of keys to values is wanted here")
        return self.data

    def items(self) -> "Iterator[tuple[Any, Node]]":
        """What stands below each key."""
        return ((key, self.at(key)) for key in self.mapping())

    def each(self) -> "Iterator[Node]":
        """What stands in a list; a single thing is a list of one."""
        if not isinstance(self.data, list):
            yield self
            return
        yield from (self.at(place) for place in range(len(self.data)))

    def text(self) -> str:
        """The text that stands here."""
        try:
            return self.file.as_text(self.data, *self.path)
        except SchemaError as exc:
            raise WrongMapping(str(exc)) from exc

    def word(self) -> str:
        """What a cell may hold, as it is written there: a text, or a number, which YAML reads as one."""
        if isinstance(self.data, int | float) and not isinstance(self.data, bool):
            return str(self.data)
        return "" if self.data == "" else self.text()

    def words(self) -> tuple[str, ...]:
        """A list of what cells may hold, or one of it."""
        return tuple(node.word() for node in self.each())

    def whole(self) -> int:
        """The whole number that stands here."""
        if not isinstance(self.data, int) or isinstance(self.data, bool) or self.data < 0:
            raise self.wrong(f"{self.data!r} is not a whole number")
        return self.data

    def one_of(self, known: Collection[str]) -> str:
        """The word that stands here, if it is one of some."""
        if (word := self.text()) not in known:
            raise self.wrong(f'"{word}" is none of {", ".join(known)}')
        return word

    def flag(self) -> bool:
        """The true or false that stands here."""
        if not isinstance(self.data, bool):
            raise self.wrong(f"{self.data!r} is neither true nor false")
        return self.data
