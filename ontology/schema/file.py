"""One file of the schema, read into a class or a kind. Whatever is wrong is a SchemaError with file and line."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from ontology.errors import SchemaError
from ontology.schema.classes import EntityClass, PropositionKind, Qualifier, Role
from ontology.yaml_file import YamlFile

_CLASS_FIELDS = {"label", "definition", "parents", "prefix", "neo4j", "alignments"}
_KIND_FIELDS = {
    "label", "definition", "sentence", "symmetric", "anchors", "roles", "qualifiers", "neo4j", "alignments",
}  # fmt: skip
_TYPES = ("text", "integer", "date", "words")
_BOUNDS = ("least", "most")
_TAKEN_PREFIXES = {"claim", "doc", "prop"}
_OF_A_POSITION = {"place", "polarity", "modality", "since", "until"}
_LABEL = re.compile(r"[A-Z][A-Za-z]*")
_RELATIONSHIP = re.compile(r"[A-Z]+(_[A-Z]+)*")
_PREFIX = re.compile(r"[a-z]+")
_NAME = re.compile(r"[a-z]+(_[a-z]+)*")


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """One file of the schema: a class, or (with roles) a kind."""

    file: YamlFile

    @property
    def name(self) -> str:
        """The name of the class or kind: the file's."""
        return self.file.name.removesuffix(".yaml")

    @property
    def data(self) -> dict[str, Any]:
        """What the file says."""
        return self.file.data

    @property
    def is_kind(self) -> bool:
        """Whether it describes a kind of proposition."""
        return "roles" in self.data or "sentence" in self.data

    def wrong(self, message: str, *path: str | int) -> SchemaError:
        """The error for what stands at a path of the file."""
        return self.file.wrong(message, *path)

    def entity_class(self, classes: Collection[str]) -> EntityClass:
        """The class that the file describes."""
        self._check_fields(self.data, _CLASS_FIELDS)
        self._check_fields(self._mapping("neo4j"), {"label"}, "neo4j")
        return EntityClass(
            name=self.name,
            label=self._required("label"),
            definition=self._required("definition"),
            parents=tuple(self._iter_one_of(classes, "no class of the schema", "parents")),
            prefix=self._prefix(),
            neo4j_label=self._shaped(_LABEL, "neo4j", "label"),
            alignments=self._alignments(),
        )

    def kind(self, classes: Collection[str]) -> PropositionKind:
        """The kind that the file describes."""
        self._check_fields(self.data, _KIND_FIELDS)
        roles = {name: self._role(name, classes) for name in self._mapping("roles")}
        shortcut = self._shortcut(roles)
        return PropositionKind(
            name=self.name,
            label=self._required("label"),
            definition=self._required("definition"),
            sentence=self._sentence(roles),
            roles=roles,
            qualifiers={name: self._qualifier(name, classes) for name in self._mapping("qualifiers", optional=True)},
            symmetric=self._symmetric(roles),
            anchors=self._anchors(roles),
            neo4j_label=self._shaped(_LABEL, "neo4j", "label"),
            shortcut=shortcut and shortcut[0],
            shortcut_from=shortcut and shortcut[1],
            shortcut_to=shortcut and shortcut[2],
            alignments=self._alignments(),
        )

    def _prefix(self) -> str:
        prefix = self.file.as_text(self.data.get("prefix", self.name.lower()), "prefix")
        if not _PREFIX.fullmatch(prefix) or prefix in _TAKEN_PREFIXES:
            raise self.wrong(f'ids cannot begin with "{prefix}": take other small letters', "prefix")
        return prefix

    def _role(self, name: str, classes: Collection[str]) -> Role:
        spec = self._part("roles", name, {"range", "code", "required"})
        if ("range" in spec) == ("code" in spec):
            raise self.wrong(f'the role "{name}" has either a range or codes', "roles", name)
        required = spec.get("required", False)
        if not isinstance(required, bool):
            raise self.wrong(f"{required!r} is neither true nor false", "roles", name, "required")
        return Role(name, self._range(spec, classes, "roles", name), self._codes(spec, "roles", name), required)

    def _qualifier(self, name: str, classes: Collection[str]) -> Qualifier:
        spec = self._part("qualifiers", name, {"range", "code", "type", "label", "many", "bound", "broadens"})
        path = ("qualifiers", name)
        if name in self.data["roles"] or name in _OF_A_POSITION or name.endswith("_id"):
            raise self.wrong(f'"{name}" is taken by a role, or by what every position has: choose another name', *path)
        if sum(field in spec for field in ("range", "code", "type")) != 1:
            raise self.wrong(f'the qualifier "{name}" has one of range, code and type', *path)
        type_ = "entity" if "range" in spec else "code" if "code" in spec else spec["type"]
        if "type" in spec and type_ not in _TYPES:
            raise self.wrong(f'"{type_}" is no type of a qualifier: {", ".join(_TYPES)} are', *path, "type")
        if "many" in spec and (type_ != "date" or spec["many"] is not True):
            raise self.wrong("only of a date there can be many", *path, "many")
        if "bound" in spec and (type_ != "integer" or spec["bound"] not in _BOUNDS):
            raise self.wrong(f"a bound is of an integer, and one of {', '.join(_BOUNDS)}", *path, "bound")
        label = self.file.as_text(spec.get("label", name), *path, "label")
        range_, codes = self._range(spec, classes, *path), self._codes(spec, *path)
        return Qualifier(
            name, type_, label, range_, codes, "many" in spec, spec.get("bound"), self._broadened(name, spec)
        )

    def _broadened(self, name: str, spec: Mapping[str, Any]) -> str | None:
        if "broadens" not in spec:
            return None
        broadened = self.file.as_text(spec["broadens"], "qualifiers", name, "broadens")
        narrow = self.data["qualifiers"].get(broadened)
        of_one_range = isinstance(narrow, dict) and "range" in spec and narrow.get("range") == spec["range"]
        if not of_one_range or "broadens" in narrow:
            raise self.wrong("what is broadened is another qualifier of the same range", "qualifiers", name, "broadens")
        return broadened

    def _symmetric(self, roles: Mapping[str, Role]) -> tuple[str, str] | None:
        if "symmetric" not in self.data:
            return None
        pair = tuple(self._iter_one_of(roles, "no role of this kind", "symmetric"))
        if len(pair) != 2 or roles[pair[0]].range != roles[pair[1]].range or not all(roles[r].required for r in pair):
            raise self.wrong("what is symmetric is two required roles of one range", "symmetric")
        return pair[0], pair[1]

    def _anchors(self, roles: Mapping[str, Role]) -> tuple[str, ...]:
        anchors = tuple(self._iter_one_of(roles, "no role of this kind", "anchors")) if "anchors" in self.data else ()
        for place, name in enumerate(anchors):
            if roles[name].required:
                raise self.wrong(f'"{name}" is required, and so needs not be an anchor', "anchors", place)
        return anchors

    def _shortcut(self, roles: Mapping[str, Role]) -> tuple[str, str, str] | None:
        neo4j = self._mapping("neo4j")
        self._check_fields(neo4j, {"label", "shortcut", "from", "to"}, "neo4j")
        if "shortcut" not in neo4j:
            return None
        for end in ("from", "to"):
            role = roles.get(neo4j.get(end, ""))
            if not role or not role.required or not role.range:
                raise self.wrong(
                    f'the shortcut\'s "{end}" is {neo4j.get(end)!r}, not a required role with a range', "neo4j", end
                )
        return self._shaped(_RELATIONSHIP, "neo4j", "shortcut"), neo4j["from"], neo4j["to"]

    def _sentence(self, roles: Collection[str]) -> str:
        sentence = self._required("sentence")
        for _, field, _, _ in Formatter().parse(sentence):
            if field is not None and field not in roles:
                raise self.wrong(f'the sentence speaks of "{field}", which is no role', "sentence")
        return sentence

    def _range(self, spec: Mapping[str, Any], classes: Collection[str], *path: str) -> str | None:
        if "range" in spec and spec["range"] not in classes:
            raise self.wrong(f'the range "{spec["range"]}" is no class of the schema', *path, "range")
        return spec.get("range")

    def _codes(self, spec: Mapping[str, Any], *path: str) -> tuple[str, ...]:
        codes = spec.get("code", [])
        if not isinstance(codes, list) or ("code" in spec and not codes):
            raise self.wrong("codes are a list of words", *path, "code")
        return tuple(self.file.as_text(code, *path, "code", place) for place, code in enumerate(codes))

    def _alignments(self) -> dict[str, str]:
        found = self._mapping("alignments", optional=True)
        return {name: self.file.as_text(value, "alignments", name) for name, value in found.items()}

    def _required(self, field: str) -> str:
        if field not in self.data:
            raise self.wrong(f'"{field}" is missing')
        return self.file.as_text(self.data[field], field)

    def _shaped(self, shape: re.Pattern[str], *path: str) -> str:
        value = self._mapping(path[0]).get(path[1])
        if not shape.fullmatch(self.file.as_text(value, *path)):
            raise self.wrong(f'"{value}" is not written as {shape.pattern}', *path)
        return str(value)

    def _mapping(self, field: str, *, optional: bool = False) -> dict[str, Any]:
        found = self.data.get(field, {} if optional else None)
        if not isinstance(found, dict):
            raise self.wrong(f'"{field}" is missing' if found is None else f'"{field}" is not a mapping', field)
        return found

    def _part(self, field: str, name: str, fields: Collection[str]) -> dict[str, Any]:
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise self.wrong(f'"{name}" is not written as {_NAME.pattern}', field, name)
        spec = self.data[field][name]
        if not isinstance(spec, dict):
            raise self.wrong(f'"{name}" is not a mapping', field, name)
        self._check_fields(spec, fields, field, name)
        return spec

    def _iter_one_of(self, known: Collection[str], otherwise: str, field: str) -> Iterator[str]:
        names = self.data.get(field)
        if not isinstance(names, list):
            raise self.wrong(f'"{field}" is missing' if names is None else f'"{field}" is not a list', field)
        for place, name in enumerate(names):
            if name not in known:
                raise self.wrong(f'"{name}" is {otherwise}', field, place)
            yield name

    def _check_fields(self, found: Mapping[Any, Any], known: Collection[str], *path: str) -> None:
        for field in found:
            if field not in known:
                raise self.wrong(f'"{field}" is no field here: {", ".join(sorted(known))} are', *path, field)
