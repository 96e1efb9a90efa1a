"""A query as a value: its text and its parameters, made in one place and run in another."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

import orjson

Parameter = str | int | None


@dataclass(frozen=True, slots=True)
class Statement:
    """The text of a query and what stands for its question marks."""

    text: str
    parameters: tuple[Parameter, ...] = ()


def to_text(value: object) -> str:
    """A list or a mapping as a column keeps it."""
    return orjson.dumps(value).decode()


def listed(values: Iterable[str]) -> str:
    """Many values as one parameter, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(sorted(values))  # a question may hold half of a character, which orjson refuses
