"""The limits of belief in the reader: thresholds and weights, from `limits.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Limits:
    """How sure the reader must be by kind (`least`), and how much of its belief some names keep."""

    least: Mapping[str, float]
    trigger_floor: float
    role_floor: float
    negates: float
    pronoun: float
    far: float
    no_weapon: float
    no_cue: float
    seldom: Mapping[str, float]
    may_be_person: frozenset[str]
    bystanders: frozenset[str]
    little: frozenset[str]


@cache
def get_limits() -> Limits:
    """The limits as shipped."""
    data = yaml.safe_load(files("loaders.extract.propositions").joinpath("limits.yaml").read_text("utf-8"))
    return Limits(
        data["least"],
        data["floor"]["trigger"],
        data["floor"]["role"],
        data["negates"],
        data["pronoun"],
        data["far"],
        data["no_weapon"],
        data["no_cue"],
        data["seldom"],
        frozenset(data["may_be_person"]),
        frozenset(data["bystanders"]),
        frozenset(data["little"]),
    )


@cache
def get_cues() -> Mapping[str, tuple[str, ...]]:
    """How the words begin that each kind is usually said with."""
    data = yaml.safe_load(files("loaders.extract.propositions").joinpath("cues.yaml").read_text("utf-8"))
    return {kind: tuple(beginnings) for kind, beginnings in data.items()}
