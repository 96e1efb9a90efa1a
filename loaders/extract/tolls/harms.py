"""What happened to the counted: the word of harm before or behind a number, in the number's own clause."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

HARMS = ("killed", "wounded", "displaced", "captured")
_FARTHEST = 14
_NEAREST_BEFORE = 4
_LONGEST_NAME_OF_COUNTED = 5


@dataclass(frozen=True, slots=True)
class Counted:
    """A number among the words of its sentence: its first word, the first one behind it, whether people are counted.

    Between `left` and `right` no other number stands.
    """

    first: int
    end: int
    left: int
    right: int
    of_people: bool


@dataclass(frozen=True, slots=True)
class Harm:
    """A harm, where its word stands, and how many words lie between it and the number."""

    name: str
    at: int
    distance: int


def find_harm(words: Sequence[str], counted: Counted) -> Harm | None:
    """The nearer of the harms before and behind a number."""
    found = [harm for harm in (_behind(words, counted), _before(words, counted)) if harm]
    return min(found, key=lambda harm: harm.distance, default=None)


def _behind(words: Sequence[str], counted: Counted) -> Harm | None:
    passive = False
    for at in range(counted.end, min(counted.right, counted.end + _FARTHEST, len(words))):
        word = words[at]
        if word in get_words("stops"):
            return None
        passive |= word in get_words("passive")
        name = _harm_of(word, "after")
        said_of_them = counted.of_people or (passive and at - counted.end <= _LONGEST_NAME_OF_COUNTED)
        if name and said_of_them and (passive or not _is_done_by_them(words, at, counted.right)):
            return Harm(name, at, at - counted.end) if _takes_lives(words, at) else None
    return None


def _is_done_by_them(words: Sequence[str], at: int, right: int) -> bool:
    """Whether the counted do the harm: "two gunmen killed six"."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return words[at] in get_words("active") and (at + 1 == right or following in get_words("objects"))


def _takes_lives(words: Sequence[str], at: int) -> bool:
    if words[at] == "lost":
        return _near(words, at - 6, at + 1, "lives")
    if words[at] in ("bodies", "corpses"):
        return _near(words, at - 6, at + 8, "found")
    if words[at] == "homes":
        return _near(words, at - 3, at, "leaving")
    return words[at] != "lives" or _near(words, at - 8, at + 4, "claims")


def _before(words: Sequence[str], counted: Counted) -> Harm | None:
    for at in range(counted.first - 1, max(counted.left, counted.first - _FARTHEST) - 1, -1):
        if words[at] in get_words("stops"):
            return None
        name = _harm_of(words[at], "before")
        if name and not (words[at] in get_words("claims") and not _costs_lives(words, at, counted)):
            distance = counted.first - at - 1
            return Harm(name, at, distance) if _reaches(words, at, distance, counted) else None
    return None


def _costs_lives(words: Sequence[str], at: int, counted: Counted) -> bool:
    """Whether what is claimed or lost is people: "claimed 30 lives", "lost 30 men"."""
    if words[at] in ("lost", "loss"):
        return counted.first - at <= _NEAREST_BEFORE - 1 and _near(words, counted.end, counted.end + 2, "losable")
    return _near(words, counted.end, counted.end + 4, "lives")


def _reaches(words: Sequence[str], at: int, distance: int, counted: Counted) -> bool:
    if words[at] not in get_words("nouns"):
        return distance <= _NEAREST_BEFORE and counted.of_people
    told = _near(words, at - 3, at, "told") or words[at + 1 : at + 2] == ["toll"]
    return told or words[at + 1 : counted.first] in (["of"], ["at"])


def _near(words: Sequence[str], first: int, end: int, name: str) -> bool:
    return not get_words(name).isdisjoint(words[max(0, first) : end])


def _harm_of(word: str, side: str) -> str | None:
    return next((name for name in HARMS if word in _harms()[name][side]), None)


def to_harm(verb: str) -> str:
    """The harm that a verb does: "wounded" wounds."""
    return next(name for name in HARMS if verb in _harms()[name]["before"] or verb in _harms()[name]["after"])


@cache
def get_words(name: str) -> frozenset[str]:
    """A list of `harms.yaml`; `harmed` holds every word that may follow the counted."""
    if name == "harmed":
        return frozenset(word for harm in HARMS for word in _harms()[harm]["after"])
    return frozenset(_harms()[name])


@cache
def _harms() -> Any:
    return yaml.safe_load(files("loaders.extract.tolls").joinpath("harms.yaml").read_text("utf-8"))
