"""Answers as plain data: what `--json` prints, and what the REST API sends."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


def to_plain(answer: object) -> Plain:
    """An answer with its dataclasses as objects and its tuples as lists, in the order of their fields."""
    if answer is None or isinstance(answer, bool | int | float):
        return answer
    if isinstance(answer, str):
        return str(answer)
    if isinstance(answer, Mapping):
        return {str(key): to_plain(value) for key, value in answer.items()}
    if is_dataclass(answer):
        return {field.name: to_plain(getattr(answer, field.name)) for field in fields(answer)}
    if isinstance(answer, tuple | list):
        return [to_plain(value) for value in answer]
    raise TypeError(f"{type(answer).__name__} is no answer")
