"""The limits of belief in the reader: thresholds and weights, from `limits.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_SHORT = 4


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
    unknown: float
    among_known: frozenset[str]
    seldom: Mapping[str, float]
    owner: float
    not_owner: frozenset[str]
    may_be_person: frozenset[str]
    bystanders: frozenset[str]
    little: frozenset[str]
    mediates: frozenset[str]


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
        data["unknown"],
        frozenset(data["among_known"]),
        data["seldom"],
        data["owner"],
        frozenset(data["not_owner"]),
        frozenset(data["may_be_person"]),
        frozenset(data["bystanders"]),
        frozenset(data["little"]),
        frozenset(data["mediates"]),
    )


@cache
def get_cues() -> Mapping[str, re.Pattern[str]]:
    """What the words look like that each kind is usually said with."""
    data = yaml.safe_load(files("loaders.extract.propositions").joinpath("cues.yaml").read_text("utf-8"))
    return {kind: re.compile("|".join(_cue(beginning) for beginning in data[kind])) for kind in data}


def _cue(beginning: str) -> str:
    """A long beginning may go on as it likes, a short one only to an ending: "ban" to "banned", not to "bank"."""
    if len(beginning) > _SHORT or not beginning:
        return rf"{beginning}\w*"
    return rf"{beginning}(?:\w?(?:ed|ing)|e?s|d|t|ies)?"
