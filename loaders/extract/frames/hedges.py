"""Polarity and modality from the words before a trigger: "did not", "instead of", "reportedly", "if", "plans to"."""

import re
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
    before = line.symbols[max(0, index - _FARTHEST, _opening_of_aside(line, index) or 0) : index]
    words = [symbol.word for symbol in before if not symbol.letter]
    clause = _clause([symbol.word if not symbol.letter else "@" for symbol in before])
    negated = _says("negates", clause) or _reaches("negates", words) or _denied_behind(line, index)
    modality = next((m for m in _MODALITIES if _says(m.value, clause) or _reaches(m.value, words)), None)
    return Hedge(Polarity.NEGATES if negated else None, modality)


def is_aside(line: Line, index: int) -> bool:
    """Whether a symbol stands in a clause of its own, which a denial before leaves alone: "the arms that hit Lamu"."""
    return _opening_of_aside(line, index) is not None


def is_threat(line: Line, index: int) -> bool:
    """Whether somebody only threatens with what the symbol tells: "has threatened new sanctions"."""
    near = line.symbols[max(0, index - _CLOSE) : index + 1]
    return any(symbol.word in _hedges()["threats"] for symbol in near if not symbol.letter)


_CLOSE = 4
_NEAR, _FAR, _FARTHEST = 8, 12, 60
_MODALITIES = (Modality.RUMOURED, Modality.CONDITIONAL, Modality.PLANNED)


def _denied_behind(line: Line, index: int) -> bool:
    """Whether what follows takes it back: "sold arms to neither side", "the sale is not being considered"."""
    behind = line.symbols[index : index + _FAR]
    if any(symbol.letter and symbol.word.startswith("neither_") for symbol in behind):
        return True
    return _taken_back().match(line.code, line.start_of(index)) is not None


@cache
def _taken_back() -> re.Pattern[str]:
    """From a noun or an "-ing" form over names and little words to "is not being considered"."""
    phrases = "|".join(re.escape(phrase) for phrase in sorted(_hedges()["behind"]))
    aside = r"(?:, which [^,.;]* , )?"
    return re.compile(
        rf"(?:(?!(?:is|are|was|were|has|have|had|will|would|that|,|;|“|”) )\S+ ){{1,12}}?{aside}(?:{phrases}) "
    )


def _opening_of_aside(line: Line, index: int) -> int | None:
    """Where the relative or adverbial clause begins in which a symbol stands, no mark between."""
    for at in range(index - 1, max(0, index - _FARTHEST), -1):
        symbol = line.symbols[at]
        if symbol.word in _hedges()["ends_aside"] and not symbol.letter:
            return None
        if not symbol.letter and (symbol.word in _hedges()["opens_aside"] or _is_relative(line, at)):
            return at
    return None


def _is_relative(line: Line, at: int) -> bool:
    """Whether a "that" belongs to the name before it, and does not open what is said: "the arms that hit Lamu"."""
    if line.symbols[at].word != "that" or not line.symbols[at - 1].letter:
        return False
    return at < 2 or line.symbols[at - 2].word not in _hedges()["tells"]


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
