"""What the comments on a deal say plainly: how it passes, and what is paid. The phrases are in `comments.yaml`."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from ontology.yaml_file import YamlFile

_PARTS = re.compile(r"\s*;\s*")
_NUMBER = r"\d[\d.,-]*"


def get_transfer(comments: str) -> str | None:
    """The code of ArmsSale's `transfer`, if the comments say one plainly, and only one."""
    found = {code for code, phrase in _transfers() for part in _iter_parts(comments) if phrase.fullmatch(part)}
    return found.pop() if len(found) == 1 else None


def get_value(comments: str) -> str | None:
    """What is paid, as written ("$79 m"), if the comments name one price of the whole deal."""
    found = {part.rpartition(" ")[0] for part in _iter_parts(comments) if _prices().fullmatch(part)}
    return found.pop() if len(found) == 1 else None


def _iter_parts(comments: str) -> Iterator[str]:
    return (" ".join(part.split()) for part in _PARTS.split(comments))


@cache
def _transfers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, _any_of(phrases)) for code, phrases in _read()["transfer"].items())


@cache
def _prices() -> re.Pattern[str]:
    return _any_of(_read()["value"])


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    written = (re.escape(phrase).replace(r"\#", _NUMBER).replace("…", ".+") for phrase in phrases)
    return re.compile("|".join(written), re.IGNORECASE)


@cache
def _read() -> dict[str, Any]:
    return YamlFile.read(files(__package__) / "comments.yaml").data
