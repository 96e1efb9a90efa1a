"""Whether a position fits the schema: its kind exists, roles hold what they take, qualifiers are of their types."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from ontology.claim import Position, Value
from ontology.dates import parse_date
from ontology.errors import BundleError, DateError
from ontology.schema import SCHEMA, PropositionKind, Qualifier, Role

_TOO_LARGE = 2**63  # what a Neo4j server can no longer keep; no count of people or weapons comes near

Types = Mapping[str, str]
"""The classes of a bundle's entities, by their ids as read."""


def check_position(position: Position, types: Types) -> None:
    """Nothing, if the position can be said of these entities. Raises BundleError.

    A range is met by its subclasses, and by a class above it: an actor of no known class may be a person.
    """
    kind = SCHEMA.kinds.get(position.kind)
    if not kind:
        raise BundleError(f'"{position.kind}" is no kind of proposition')
    for name, role in kind.roles.items():
        if role.required and not position.roles.get(name):
            raise BundleError(f"{kind.name}: {name} is missing")
    for name, value in position.roles.items():
        _check_role(kind, name, value, types)
    for name, told in position.qualifiers.items():
        _check_qualifier(kind, name, told, types)


def check_type(entity: str, type_: str) -> None:
    """Nothing, if an entity's class is one of the schema's. Raises BundleError."""
    if type_ not in SCHEMA.classes:
        raise BundleError(f'{entity} is of the class "{type_}", which the schema does not have')


def check_date(text: str | None, what: str) -> None:
    """Nothing, if a date is well formed or not there. Raises BundleError."""
    if text is not None and not _is_date(text):
        raise BundleError(f'{what}: "{text[:40]}" is not a date: write it as 2020, 2020-11 or 2020-11-08')


def _check_role(kind: PropositionKind, name: str, value: str, types: Types) -> None:
    role: Role | None = kind.roles.get(name)
    if not role:
        raise BundleError(f"{kind.name}: {name} is unknown; its roles are {', '.join(kind.roles)}")
    if role.range:
        _check_entity(f"{kind.name}: {name}", value, role.range, types)
    else:
        _check_code(f"{kind.name}: {name}", value, role.codes)


def _check_qualifier(kind: PropositionKind, name: str, value: Value, types: Types) -> None:
    qualifier = kind.qualifiers.get(name)
    if not qualifier:
        raise BundleError(f"{kind.name}: {name} is unknown; its qualifiers are {', '.join(kind.qualifiers)}")
    where = f"{kind.name}: {name}"
    if value is None:
        return
    if qualifier.range:
        _check_entity(where, value, qualifier.range, types)
    elif qualifier.codes:
        _check_code(where, value, qualifier.codes)
    elif not _FITS[qualifier.type](value, qualifier):
        raise BundleError(f"{where}: {value!r} is not {_WANTED[qualifier.type]}")


def _check_entity(where: str, value: Value, range_: str, types: Types) -> None:
    if not isinstance(value, str) or value not in types:
        raise BundleError(f"{where}: {value!r} is not among the entities")
    if not _meets(types[value], range_):
        raise BundleError(f"{where}: {value} is of the class {types[value]}, where {range_} is wanted")


def _check_code(where: str, value: Value, codes: tuple[str, ...]) -> None:
    if value not in codes:
        raise BundleError(f"{where}: {value!r} is none of {', '.join(codes)}")


def _is_text(value: Value, _: Qualifier) -> bool:
    return isinstance(value, str)


def _is_integer(value: Value, _: Qualifier) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -_TOO_LARGE <= value < _TOO_LARGE


def _is_dated(value: Value, qualifier: Qualifier) -> bool:
    if not isinstance(value, str):
        return False
    return all(_is_date(part.strip()) for part in (value.split(";") if qualifier.many else [value]))


def _are_words(value: Value, _: Qualifier) -> bool:
    return isinstance(value, tuple) and all(isinstance(word, str) for word in value)


_FITS: Mapping[str, Callable[[Value, Qualifier], bool]] = {
    "text": _is_text,
    "integer": _is_integer,
    "date": _is_dated,
    "words": _are_words,
}
_WANTED = {
    "text": "a text",
    "integer": "a whole number of up to 64 bits",
    "date": "a date",
    "words": "a tuple of words",
}


@lru_cache(maxsize=4096)
def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except DateError:
        return False
    return True


@lru_cache(maxsize=1024)
def _meets(type_: str, range_: str) -> bool:
    return SCHEMA.is_a(type_, range_) or SCHEMA.is_a(range_, type_)
