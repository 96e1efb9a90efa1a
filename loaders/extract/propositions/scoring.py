"""The reader's scores for many triggers of a window at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from loaders.extract.model import KINDS, Reading, Tagged, graphs
from ontology.extraction import Span

Scores = NDArray[np.float32]
_NO_ROLE = np.array([1, 0, 0], dtype=np.float32)


def score_roles(reading: Reading, asked: Sequence[tuple[Tagged, Sequence[Span]]]) -> list[Scores]:
    """For each trigger, how likely each of its mentions is no role, the first, or the second [mentions, 3]."""
    answers = [np.tile(_NO_ROLE, (len(mentions), 1)) for _, mentions in asked]
    triggers, spans, kinds, rows = [], [], [], []
    for number, (trigger, mentions) in enumerate(asked):
        said = _pieces(reading, trigger.span)
        for row, mention in enumerate(mentions):
            named = _pieces(reading, mention)
            if said and named:
                triggers.append(said)
                spans.append(named)
                kinds.append(KINDS.index(trigger.label))
                rows.append((number, row))
    if rows:
        inputs = {"x": reading.x, "trigger": np.array(triggers), "mention": np.array(spans), "kind": np.array(kinds)}
        for (number, row), scores in zip(rows, graphs.run("arg.onnx", inputs)[0], strict=True):
            answers[number][row] = scores
    return answers


def _pieces(reading: Reading, span: Span) -> tuple[int, int] | None:
    pieces = reading.window.pieces_of(span)
    return None if pieces is None else (pieces[0] + 1, pieces[1] + 1)  # x begins with the opening mark
