"""Word lists and verb forms, from the data files beside this."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words(name: str, file: str = "words") -> frozenset[str]:
    """A list of words by its name."""
    return frozenset(load(file)[name])


@cache
def load(file: str) -> Any:
    """A data file of this folder."""
    return yaml.safe_load(files("loaders.extract.frames").joinpath(f"{file}.yaml").read_text("utf-8"))


@cache
def verb_forms(lemma: str) -> tuple[str, ...]:
    """A verb in all its forms, the lemma first: ("deny", "denies", "denied", "denying")."""
    irregular = load("words")["irregular"].get(lemma)
    return (lemma, *irregular) if irregular else (lemma, *_regular(lemma))


def _regular(lemma: str) -> tuple[str, str, str]:
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if re.search(r"(?:s|x|z|ch|sh)$", lemma):
        return lemma + "es", lemma + "ed", lemma + "ing"
    return lemma + "s", lemma + "ed", lemma + "ing"
