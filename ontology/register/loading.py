"""Reading the register's files: a mapping from classes to lists of known entities, checked entry by entry."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ontology.errors import SchemaError
from ontology.register.known import Code, Known, KnownName, NameForm, Register
from ontology.schema import SCHEMA
from ontology.yaml_file import YamlFile

_FORMS = {
    "names": NameForm.NAME,
    "acronyms": NameForm.ACRONYM,
    "adjectives": NameForm.ADJECTIVE,
    "demonyms": NameForm.DEMONYM,
    "capitals": NameForm.CAPITAL,
}
_TEXTS = ("id", "name", "parent", "speaks_for", "iso2", "iso3")
_YEARS = ("since", "until")
_SCHEMES = ("cow", "gw")
_FIELDS = {*_FORMS, *_TEXTS, *_YEARS, *_SCHEMES}
_REFERENCES = ("parent", "speaks_for")


def load_register(folder: Traversable | None = None) -> Register:
    """The register in a folder (the project's own by default). Raises SchemaError with file and line.

    `speaks_for`, `used_by` and `parent` name another entity by its id or its first name.
    """
    root = folder or files("ontology.register")
    paths = sorted((p for p in root.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name)
    entries = [entry for path in paths for entry in _iter_entries(YamlFile.read(path))]
    ids = _ids(entries)
    known = tuple(entry.known(ids) for entry in entries)
    _check_cycles({k.id: k.parent for k in known}, entries)
    return Register(known)


class _Entry:
    """One entry of a file, with the place where it stands."""

    def __init__(self, file: YamlFile, type_: str, index: int, data: Mapping[str, Any]) -> None:
        self.file, self.type, self.index, self.data = file, type_, index, data
        self._check()

    def known(self, ids: Mapping[str, str]) -> Known:
        """The entity that the entry describes, its references resolved."""
        data = self.data
        refer = {field: self._id(ids, data[field], field) for field in _REFERENCES if field in data}
        return Known(
            id=data["id"],
            type=self.type,
            name=data["name"],
            names=tuple(self._iter_names(ids)),
            codes=tuple(self._iter_codes()),
            parent=refer.get("parent"),
            speaks_for=refer.get("speaks_for"),
            since=data.get("since"),
            until=data.get("until"),
        )

    def wrong(self, message: str, *path: str | int) -> SchemaError:
        """A SchemaError that names the line of this entry, or of a field in it."""
        return self.file.wrong(message, self.type, self.index, *path)

    def _check(self) -> None:
        for field in ("id", "name"):
            if field not in self.data:
                raise self.wrong(f'"{field}" is missing')
        for field, value in self.data.items():
            if field not in _FIELDS:
                raise self.wrong(f'"{field}" is no field of the register', field)
            if field in _TEXTS:
                self._text(value, field)
            elif field in _YEARS:
                self._year(value, field)
            elif not isinstance(value, list):
                raise self.wrong(f'"{field}" is not a list', field)

    def _text(self, value: object, *path: str | int) -> str:
        return self.file.as_text(value, self.type, self.index, *path)

    def _year(self, value: object, *path: str | int) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.wrong(f"{value!r} is not a year", *path)
        return value

    def _iter_names(self, ids: Mapping[str, str]) -> Iterator[KnownName]:
        for field, form in _FORMS.items():
            for place, name in enumerate(self.data.get(field, ())):
                if isinstance(name, dict):
                    yield self._marked_name(ids, name, form, field, place)
                else:
                    yield KnownName(self._text(name, field, place), form)

    def _marked_name(
        self, ids: Mapping[str, str], name: Mapping[str, Any], form: NameForm, field: str, place: int
    ) -> KnownName:
        if odd := name.keys() - {"text", "used_by", "shared"}:
            raise self.wrong(f'"{min(odd)}" is no field of a name', field, place)
        text = self._text(name.get("text"), field, place, "text")
        used_by = self._id(ids, name["used_by"], field, place, "used_by") if "used_by" in name else None
        shared = name.get("shared", False)
        if not isinstance(shared, bool):
            raise self.wrong(f"{shared!r} is neither true nor false", field, place, "shared")
        return KnownName(text, form, used_by, shared)

    def _iter_codes(self) -> Iterator[Code]:
        for scheme in ("iso2", "iso3"):
            if scheme in self.data:
                yield Code(scheme, self.data[scheme])
        for scheme in _SCHEMES:
            for place, spell in enumerate(self.data.get(scheme, ())):
                yield from self._iter_spell(scheme, place, spell)

    def _iter_spell(self, scheme: str, place: int, spell: object) -> Iterator[Code]:
        if not isinstance(spell, dict):
            raise self.wrong("not a mapping of code and years", scheme, place)
        if odd := spell.keys() - {"code", "abbreviation", *_YEARS}:
            raise self.wrong(f'"{min(odd)}" is no field of a spell', scheme, place)
        years = {y: self._year(spell[y], scheme, place, y) for y in _YEARS if y in spell}
        yield Code(scheme, self._text(spell.get("code"), scheme, place, "code"), **years)
        if "abbreviation" in spell:
            text = self._text(spell["abbreviation"], scheme, place, "abbreviation")
            yield Code(f"{scheme}_abbreviation", text, **years)

    def _id(self, ids: Mapping[str, str], value: object, *path: str | int) -> str:
        text = self._text(value, *path)
        if text not in ids:
            raise self.wrong(f'"{text}" is the id or first name of nobody in the register', *path)
        return ids[text]


def _iter_entries(file: YamlFile) -> Iterator[_Entry]:
    for type_, entries in file.data.items():
        if type_ not in SCHEMA.classes:
            raise file.wrong(f'"{type_}" is no class of the schema', type_)
        if not isinstance(entries, list):
            raise file.wrong(f'"{type_}" is not a list of entities', type_)
        for index, data in enumerate(entries):
            if not isinstance(data, dict):
                raise file.wrong("not a mapping of fields", type_, index)
            yield _Entry(file, type_, index, data)


def _check_cycles(parents: Mapping[str, str | None], entries: list[_Entry]) -> None:
    for entry in entries:
        above = parents[entry.data["id"]]
        for _ in parents:
            if above is None:
                break
            if above == entry.data["id"]:
                raise entry.wrong(f"{entry.data['name']} stands below itself", "parent")
            above = parents[above]


def _ids(entries: list[_Entry]) -> dict[str, str]:
    """Ids by themselves and by first names; a first name of several entities refers to none of them."""
    ids: dict[str, str] = {}
    names: dict[str, set[str]] = {}
    for entry in entries:
        id_ = entry.data["id"]
        if id_ in ids:
            raise entry.wrong(f'"{id_}" is the id of another entity already', "id")
        ids[id_] = id_
        names.setdefault(entry.data["name"], set()).add(id_)
    return {name: min(found) for name, found in names.items() if len(found) == 1} | ids
