"""A YAML data file of this package: read fast, its lines looked up only when something is wrong with it."""

from collections.abc import Hashable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, Self

import yaml

from ontology.errors import SchemaError

if TYPE_CHECKING:
    from yaml import SafeLoader as _SafeLoader
else:
    _SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # 8 times faster where libyaml is there


class _Loader(_SafeLoader):
    """A safe loader that refuses a key given twice, of which YAML would silently keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        mapping = super().construct_mapping(node, deep)
        if len(mapping) < len(node.value):
            raise yaml.constructor.ConstructorError(None, None, "a key is given twice", node.start_mark)
        return mapping


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of one file, a mapping at its top. `name` is how messages call the file."""

    name: str
    text: str
    data: dict[str, Any]

    @classmethod
    def read(cls, path: Traversable) -> Self:
        """The file. Raises SchemaError with file and line where it is not YAML, or not a mapping."""
        text = path.read_text(encoding="utf-8")
        try:
            data = yaml.load(text, Loader=_Loader)  # noqa: S506 (a safe loader)
        except yaml.MarkedYAMLError as exc:
            line = exc.problem_mark.line + 1 if exc.problem_mark else 1
            raise SchemaError(f"{path.name}:{line}: {exc.problem}") from exc
        except yaml.YAMLError as exc:
            raise SchemaError(f"{path.name}:1: {exc}") from exc
        if not isinstance(data, dict):
            raise SchemaError(f"{path.name}:1: not a mapping of keys to values")
        return cls(path.name, text, data)

    def as_text(self, value: object, *path: str | int) -> str:
        """The value that stands at a path, if it is a text. Raises SchemaError."""
        if isinstance(value, bool):
            raise self.wrong(f"{str(value).lower()} is a boolean here: put the code or name in quotation marks", *path)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"{value!r} is not a text: put it in quotation marks", *path)
        return value

    def wrong(self, message: str, *path: str | int) -> SchemaError:
        """The error for what stands at a path of keys and list places, or where that is missing, above it."""
        return SchemaError(f"{self.name}:{self._line(path)}: {message}")

    def _line(self, path: tuple[str | int, ...]) -> int:
        node, line = yaml.compose(self.text, Loader=_Loader), 0
        for step in path:
            found = _below(node, step)
            if found is None:
                break
            node, line = found
        return line + 1


def _below(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line
    if isinstance(node, yaml.MappingNode):
        return next(((value, key.start_mark.line) for key, value in node.value if key.value == step), None)
    return None
