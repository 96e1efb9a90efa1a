"""What is told of an arms sale beside its two sides: item, number, stage, transfer, value and dates."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from loaders.extract.frames import Line, Symbol
from loaders.extract.passage import Passage
from loaders.extract.propositions.context import Context
from loaders.extract.tolls import iter_amounts
from ontology.claim import Modality, Value

_NEAR = 6
_YEAR = re.compile(r"\b(?:in|since|during)\s+((?:19|20)\d\d)\b")


def describe_sale(
    passage: Passage, context: Context, index: int, modality: Modality, item: Symbol | None = None
) -> dict[str, Value]:
    """The qualifiers of the sale that the symbol of a number tells. `item` is its weapon, where that is known."""
    weapon = item or _nearest_weapon(context.line, index)
    said: dict[str, Value] = {
        "item": weapon.entities[0] if weapon and weapon.entities else None,
        "number": _number(passage, weapon) if weapon else None,
        "stage": find_stage(context.line, index, modality),
        "transfer": _transfer(context.line, index),
        "value": _value(passage, context),
        **_dates(passage, context, index),
    }
    return {name: value for name, value in said.items() if value is not None}


def find_stage(line: Line, index: int, modality: Modality) -> str | None:
    """How far the deal is that the symbol of a number tells."""
    data, near = _stages(), _words(line.symbols[max(0, index - _NEAR) : index + _NEAR // 2])
    at_hand = _words(line.symbols[index : index + 2]) if modality is not Modality.PLANNED else set()
    at_hand -= set() if _is_going_on(line, index) else {word for word in at_hand if word.endswith("ing")}
    for stage, words in data["near"].items():
        if not words.isdisjoint(at_hand if stage in data["by_itself"] else near):
            return str(stage)
    return str(data["planned"]) if modality is Modality.PLANNED else None


def _is_going_on(line: Line, index: int) -> bool:
    """Whether an "-ing" form is a tense ("is selling"), not a noun ("denied selling")."""
    return not _stages()["tenses"].isdisjoint(_words(line.symbols[max(0, index - 3) : index]))


def _words(symbols: Sequence[Symbol]) -> set[str]:
    return {s.word for s in symbols if not s.letter}


def _nearest_weapon(line: Line, index: int) -> Symbol | None:
    weapons = [(abs(i - index), i, s) for i, s in enumerate(line.symbols) if s.letter == "W" and s.entities]
    return min(weapons, default=(0, 0, None), key=lambda w: w[:2])[2]


def _number(passage: Passage, weapon: Symbol) -> int | None:
    """How many: a number in the weapon's phrase or right before it."""
    start = passage.text.rfind(" ", 0, max(0, weapon.span.start - 1)) + 1
    amounts = list(iter_amounts(passage.text, start, weapon.span.end))
    exact = [a.low for a in amounts if a.low is not None and a.low == a.high]
    return exact[0] if exact else None


def _transfer(line: Line, index: int) -> str | None:
    near = _words(line.symbols[max(0, index - 2) : index + 3])
    return next((str(name) for name, words in _stages()["transfers"].items() if not words.isdisjoint(near)), None)


def _value(passage: Passage, context: Context) -> str | None:
    values = re.findall(_stages()["value"], passage.quote(context.sentence.span))
    return str(values[0]).strip() if len(values) == 1 else None


def _dates(passage: Passage, context: Context, index: int) -> Mapping[str, str]:
    years = _YEAR.findall(passage.quote(context.sentence.span))
    if len(years) != 1:
        return {}
    near = _words(context.line.symbols[max(0, index - 1) : index + 2])
    for name, words in (("delivered", "delivers"), ("ordered", "orders")):
        if not _stages()[words].isdisjoint(near):
            return {name: years[0]}
    return {}


@cache
def _stages() -> Any:
    data = yaml.safe_load(files("loaders.extract.propositions").joinpath("stages.yaml").read_text("utf-8"))
    for name in ("near", "transfers"):
        data[name] = {key: frozenset(words) for key, words in data[name].items()}
    return data | {name: frozenset(data[name]) for name in ("by_itself", "delivers", "orders", "tenses")}
