"""Polarity and modality from the words before a trigger: "did not", "instead of", "reportedly", "if", "plans to"."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.extract.frames.line import Line
from loaders.extract.frames.words import load
from ontology.claim import Modality, Polarity


@dataclass(frozen=True, slots=True)
class Hedge:
    """What the words say; None where they say nothing of it."""

    polarity: Polarity | None = None
    modality: Modality | None = None


def find_hedge(line: Line, index: int) -> Hedge:
    """The hedge over the symbol of a number."""
    before = line.symbols[max(0, index - _FARTHEST) : index]
    words = [symbol.word for symbol in before if not symbol.letter]
    clause = _clause([symbol.word if not symbol.letter else "@" for symbol in before])
    negated = _says("negates", clause) or _reaches("negates", words)
    modality = next((m for m in _MODALITIES if _says(m.value, clause) or _reaches(m.value, words)), None)
    return Hedge(Polarity.NEGATES if negated else None, modality)


_NEAR, _FAR, _FARTHEST = 8, 12, 60
_MODALITIES = (Modality.RUMOURED, Modality.CONDITIONAL, Modality.PLANNED)


def _clause(words: list[str]) -> list[str]:
    """The words from the last beginning of a clause on."""
    start = max((i + 1 for i, word in enumerate(words) if word in _hedges()["clause"]), default=0)
    return words[start:]


def _says(name: str, clause: list[str]) -> bool:
    near = _plain(clause[-_NEAR:])
    text = f" {' '.join(near)} "
    entry = _hedges()[name]
    return not entry["words"].isdisjoint(near) or any(f" {phrase} " in text for phrase in entry["phrases"])


def _plain(words: list[str]) -> list[str]:
    """The words without what negates nothing: "not only", "not the first" (determiners are gone from lines)."""
    if _hedges()["affirming"].isdisjoint(words):
        return words
    text = f" {' '.join(words)} "
    for phrase in _hedges()["affirms"]:
        text = text.replace(f" {phrase} ", " ")
    return text.split()


def _reaches(name: str, words: list[str]) -> bool:
    near = words[max((i + 1 for i, w in enumerate(words) if w in _hedges()["ends_reach"]), default=0) :][-_FAR:]
    return not (_hedges()[name]["words"] & _hedges()["reaching"]).isdisjoint(near)


@cache
def _hedges() -> dict[str, Any]:
    data = dict(load("hedges"))
    phrases = sorted(phrase.replace(" the ", " ") for phrase in data.pop("affirms"))
    lists = {name: frozenset(value) for name, value in data.items() if isinstance(value, list)}
    affirming = {"affirms": phrases, "affirming": frozenset(phrase.split()[0] for phrase in phrases)}
    return (
        lists
        | affirming
        | {
            name: {"words": frozenset(value["words"]), "phrases": tuple(value["phrases"])}
            for name, value in data.items()
            if isinstance(value, dict)
        }
    )
