"""The word lists of `words.yaml`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def get_words(name: str) -> frozenset[str]:
    """A list of words by its name."""
    return frozenset(_lists()[name])


@cache
def get_alternatives(name: str) -> str:
    """A list of words as a regular expression, the longest first."""
    return "|".join(word.replace(" ", r"\s+") for word in sorted(_lists()[name], key=lambda word: (-len(word), word)))


@cache
def _lists() -> Mapping[str, list[str]]:
    lists: Mapping[str, list[str]] = yaml.safe_load((files(__package__) / "words.yaml").read_text(encoding="utf-8"))
    return lists
