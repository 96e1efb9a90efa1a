"""Reading the schema's files, and saying by file and line what is wrong with one."""

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from ontology.errors import SchemaError
from ontology.schema.classes import EntityClass, PropositionKind, Qualifier, Role, Schema

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # 8 times faster where libyaml is there


def load_schema(folder: Traversable | None = None) -> Schema:
    """The schema in a folder (the project's own by default), checked. Raises SchemaError with file and line."""
    root = folder or files("ontology.schema")
    raw = {p.name.removesuffix(".yaml"): _read(p) for p in sorted(root.iterdir(), key=str) if p.name.endswith(".yaml")}
    classes = {name: _entity_class(name, data) for name, data in raw.items() if "roles" not in data}
    kinds = {name: _kind(name, data) for name, data in raw.items() if "roles" in data}
    return Schema(classes, kinds)


def _read(path: Traversable) -> dict[str, Any]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as exc:
        raise SchemaError(f"{path.name}: {exc}") from exc
    if not isinstance(data, dict):
        raise SchemaError(f"{path.name}:1: not a mapping of keys to values")
    return data


def _entity_class(name: str, data: Mapping[str, Any]) -> EntityClass:
    return EntityClass(
        name=name,
        label=data["label"],
        definition=data["definition"],
        parents=tuple(data["parents"]),
        prefix=data.get("prefix", name.lower()),
        neo4j_label=data["neo4j"]["label"],
        alignments=data.get("alignments", {}),
    )


def _kind(name: str, data: Mapping[str, Any]) -> PropositionKind:
    neo4j = data["neo4j"]
    pair = data.get("symmetric")
    return PropositionKind(
        name=name,
        label=data["label"],
        definition=data["definition"],
        sentence=data["sentence"],
        roles={role: _role(role, spec) for role, spec in data["roles"].items()},
        qualifiers={q: _qualifier(q, spec) for q, spec in data.get("qualifiers", {}).items()},
        symmetric=(pair[0], pair[1]) if pair else None,
        anchors=tuple(data.get("anchors", ())),
        neo4j_label=neo4j["label"],
        shortcut=neo4j.get("shortcut"),
        shortcut_from=neo4j.get("from"),
        shortcut_to=neo4j.get("to"),
        alignments=data.get("alignments", {}),
    )


def _role(name: str, spec: Mapping[str, Any]) -> Role:
    return Role(name, spec.get("range"), tuple(spec.get("code", ())), bool(spec.get("required")))


def _qualifier(name: str, spec: Mapping[str, Any]) -> Qualifier:
    type_ = "entity" if "range" in spec else "code" if "code" in spec else spec["type"]
    return Qualifier(name, type_, spec.get("label", name), spec.get("range"), tuple(spec.get("code", ())))
