"""Which weapon a designation means, and which class a description. How far the two agree is told in `weapons.yaml`."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from loaders.datasets.who import Who
from ontology.entity import Entity
from ontology.register import get_register
from ontology.yaml_file import YamlFile

_TYPE = "Weapon"


def find_weapon(designation: str, description: str, who: Who) -> tuple[Entity, Entity]:
    """The item and its category.

    A designation is the register's weapon of that name if their classes agree, else one that SIPRI names: by the
    designation and its broadest class, since Hunter is a fighter, a frigate and a drone.
    """
    category = who.named(description, _TYPE)
    item = who.named(designation, _TYPE)
    if item.known and category.known and _agree(item.known, category.known):
        return item, category
    return who.own(f"{designation} {_broadest(category.known) or description}", designation, _TYPE), category


@cache
def _agree(item: str, category: str) -> bool:
    """Whether one line leads through both, or classes above them share weapons."""
    own, classes = set(_line(item)), set(_line(category))
    if item in classes or category in own:
        return True
    known = get_register().get(item)
    if known and known.parent in classes:
        return True
    return any(own & alike and classes & alike for alike in _alike())


@cache
def _broadest(category: str | None) -> str:
    return "" if category is None else ([*_line(category)] or [category])[-1].partition(":")[2]


def _line(id_: str) -> Iterator[str]:
    """The weapon, then all above it that tell something."""
    known = get_register().get(id_)
    while known and known.id not in _broad():
        yield known.id
        known = get_register().get(known.parent) if known.parent else None


@cache
def _broad() -> frozenset[str]:
    return frozenset(_id(name) for name in _read()["broad"])


@cache
def _alike() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(_id(name) for name in names) for names in _read()["alike"])


def _id(name: str) -> str:
    return next(known.id for known in get_register().find(name) if known.type == _TYPE)


@cache
def _read() -> dict[str, list[str]]:
    return YamlFile.read(files(__package__) / "weapons.yaml").data
