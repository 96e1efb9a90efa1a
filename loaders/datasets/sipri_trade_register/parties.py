"""Who the supplier and the recipient of a deal are. How SIPRI writes them is told in `parties.yaml`."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from loaders.datasets.who import Who
from ontology.entity import Entity
from ontology.schema import SCHEMA
from ontology.yaml_file import YamlFile

_ACTOR = "Actor"
_SHAPE = re.compile(r"(?P<name>.*?)(?P<country>\s*\([^()]*\))?(?P<stars>\**)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Parties:
    """What `parties.yaml` says."""

    kinds: dict[str, str]
    unknown: frozenset[str]
    names: dict[str, str]


def is_unknown(party: str) -> bool:
    """Whether SIPRI says that it does not know the party."""
    return party in _parties().unknown


def find_party(party: str, year: int, who: Who) -> Entity:
    """The party in the year of the order; under its own name where the register does not know it."""
    told = _parties()
    if party in told.names:
        return who.registered(told.names[party], party)
    shape = _SHAPE.fullmatch(party)
    name, country, stars = shape.groups(default="") if shape else (party, "", "")
    kind = told.kinds.get(stars, _ACTOR)
    looked_up = [who.named(text, kind, year) for text in dict.fromkeys((f"{name}{country}", name))]
    if found := next((one for one in looked_up if one.known and SCHEMA.is_a(one.type, _ACTOR)), None):
        return found
    return looked_up[0] if stars else who.named(party, _ACTOR, year)


@cache
def _parties() -> _Parties:
    data = YamlFile.read(files(__package__) / "parties.yaml").data
    return _Parties(data["kinds"], frozenset(data["unknown"]), data["names"])
