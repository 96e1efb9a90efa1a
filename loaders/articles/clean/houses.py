"""News agencies and newsrooms: who they are by the ways they are credited."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ontology.identity import fold


@dataclass(frozen=True, slots=True)
class House:
    """A newsroom that articles credit. `agency` tells one that others print from one that only prints itself."""

    name: str
    forms: tuple[str, ...]
    agency: bool = True


@cache
def get_houses() -> tuple[House, ...]:
    """All houses, as `houses.yaml` lists them."""
    rows = yaml.safe_load(Path(__file__).with_name("houses.yaml").read_text(encoding="utf-8"))
    return tuple(House(row["name"], (row["name"], *row["forms"]), row.get("agency", True)) for row in rows)


def get_house(name: str) -> House | None:
    """The house of a name or a form of it, case and spacing aside."""
    return _by_form().get(fold(name))


def get_credited(text: str) -> House | None:
    """The first house that a dateline, a byline or a credit names."""
    match = re.search(rf"(?<!\w)(?:{house_pattern()})(?!\w)", text)
    return get_house(match.group()) if match else None


@cache
def house_pattern() -> str:
    """A pattern of all forms, the longest first, in their own case and in capitals."""
    forms = {form for house in get_houses() for form in house.forms}
    return "|".join(re.escape(form) for form in _longest_first(forms | {form.upper() for form in forms}))


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-len(form), form))


@cache
def _by_form() -> dict[str, House]:
    return {fold(form): house for house in get_houses() for form in house.forms}
