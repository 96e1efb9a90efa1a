"""Reading the schema's folder: each file by itself, then what only holds between files."""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from ontology.schema.classes import Schema
from ontology.schema.file import SchemaFile
from ontology.yaml_file import YamlFile


def load_schema(folder: Traversable | None = None) -> Schema:
    """The schema in a folder (the project's own by default), checked. Raises SchemaError with file and line."""
    root = folder or files("ontology.schema")
    paths = sorted((p for p in root.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name)
    read = [SchemaFile(YamlFile.read(path)) for path in paths]
    classes = {file.name: file for file in read if not file.is_kind}
    kinds = {file.name: file for file in read if file.is_kind}
    schema = Schema(
        {name: file.entity_class(classes) for name, file in classes.items()},
        {name: file.kind(classes) for name, file in kinds.items()},
    )
    _check_cycles(schema, classes)
    _check_types(schema, kinds)
    _check_distinct(read, "label")
    _check_distinct(read, "shortcut")
    return schema


def _check_cycles(schema: Schema, files_: Mapping[str, SchemaFile]) -> None:
    for name, class_ in schema.classes.items():
        for parent in class_.parents:
            if schema.is_a(parent, name):
                raise files_[name].wrong(f"{name} stands below itself, by way of {parent}", "parents")


def _check_types(schema: Schema, files_: Mapping[str, SchemaFile]) -> None:
    """One name is of one type in all kinds, since stores and exports tell by the name what it holds."""
    taken: dict[tuple[str, str], tuple[str, str]] = {}
    for kind in schema.kinds.values():
        roles = [("roles", role.name, "entity" if role.range else "code") for role in kind.roles.values()]
        for part, name, type_ in (*roles, *(("qualifiers", q.name, q.type) for q in kind.qualifiers.values())):
            known, where = taken.setdefault((part, name), (type_, kind.name))
            if type_ != known:
                raise files_[kind.name].wrong(
                    f'"{name}" is of the type {type_} here and {known} in {where}', part, name
                )


def _check_distinct(read: Iterable[SchemaFile], field: str) -> None:
    taken: dict[str, str] = {}
    for file in read:
        value = file.data["neo4j"].get(field)
        if value in taken:
            raise file.wrong(
                f'{file.name} and {taken[value]} have the Neo4j {field} "{value}" in common', "neo4j", field
            )
        if value:
            taken[value] = file.name
