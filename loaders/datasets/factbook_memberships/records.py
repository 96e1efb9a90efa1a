"""The records of the factbook: an organization that a country's list names is one claim of the factbook's."""

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

from loaders.datasets.factbook_memberships.participation import Participation, iter_participations
from loaders.datasets.record import Record
from loaders.datasets.row import Left, Row
from loaders.datasets.who import Who
from ontology.bundle import Reject
from ontology.claim import Position
from ontology.entity import Entity
from ontology.schema import SCHEMA
from ontology.yaml_file import YamlFile

_LIST = "Government.International organization participation.text"
_NAMES = tuple(
    f"Government.{name} name.conventional {size} form.text"
    for name in ("Country", "Union")
    for size in ("short", "long")
)
_NOTHING = "it takes part in no organization"


@dataclass(frozen=True, slots=True)
class _Lists:
    """What `organizations.yaml` and `countries.yaml` say."""

    organizations: Mapping[str, str]
    no_members: frozenset[str]
    members: frozenset[str]
    countries: Mapping[str, str]


def iter_records(rows: Sequence[Row], who: Who) -> Iterator[Record | Reject | Left]:
    """What each country's list says, in the order of the files; the first record of a file stands for it."""
    for row in rows:
        told = [*iter_participations(row.values[_LIST])]
        if not told:
            yield Left(row.place, _NOTHING)
        elif not (name := _name(row)):
            yield Reject(row.place, "it does not say which country it is of", row.values[_LIST])
        else:
            country = _country(row.place, name, who)
            for place, one in enumerate(told):
                yield _record(row.place, name, country, one, who, rows=0 if place else 1)


def _record(place: str, name: str, country: Entity, told: Participation, who: Who, rows: int) -> Record:
    code, content = PurePosixPath(place).stem, f"{name}: {told}"
    bare = Record(f"{code}: {told}", place, content, (), (), rows)
    if not _is_member(told):
        return bare
    organization = _organization(told.organization, who)
    position = _position(country, organization)
    return Record(bare.key, place, content, (position,), (country, organization), rows)


def _position(country: Entity, organization: Entity) -> Position:
    if SCHEMA.is_a(organization.type, "Alliance"):
        roles = {"a": country.id, "b": organization.id}
        return Position("AllianceTie", roles, qualifiers={"kind": "unspecified"})
    return Position("Membership", {"member": country.id, "organization": organization.id})


def _is_member(told: Participation) -> bool:
    lists = _lists()
    return told.organization not in lists.no_members and (told.standing is None or told.standing in lists.members)


def _organization(abbreviation: str, who: Who) -> Entity:
    known = _lists().organizations.get(abbreviation)
    return who.registered(known) if known else who.named(abbreviation, "IntergovernmentalOrganization")


def _name(row: Row) -> str:
    names = (row.values[column] for column in _NAMES)
    return next((html.unescape(name) for name in names if name and name != "none"), "")


def _country(place: str, name: str, who: Who) -> Entity:
    """The country of a file: by the file's code where its name is written in a way of its own, else by its name."""
    known = _lists().countries.get(PurePosixPath(place).stem)
    return who.registered(known) if known else who.named(name, "Actor")


@cache
def _lists() -> _Lists:
    folder = files(__package__)
    data = YamlFile.read(folder / "organizations.yaml").data
    countries = YamlFile.read(folder / "countries.yaml").data
    return _Lists(
        data["organizations"],
        frozenset([*data["missions"], *data["agreements"]]),
        frozenset(data["members"]),
        countries["countries"],
    )
