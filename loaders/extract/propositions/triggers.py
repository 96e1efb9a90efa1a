"""Triggers: words that the reader takes for the statement of a proposition, more eagerly or less by kind."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from loaders.extract.model import KINDS, Reading, Tagged


def iter_triggers(reading: Reading, kinds: Iterable[str], floor: float) -> Iterator[Tagged]:
    """Runs of words whose probability of one of the kinds passes the floor; the label is the kind."""
    probabilities = reading.probabilities("trig")
    for kind in kinds:
        begins, goes_on = (probabilities[:, 2 * KINDS.index(kind) + step] for step in (1, 2))
        likely = begins + goes_on
        for first, last in _runs(likely > floor, begins > goes_on):
            yield Tagged(reading.word_span(first, last), kind, float(likely[first : last + 1].max()))


def _runs(likely: NDArray[np.bool_], begins: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for at in range(len(likely)):
        if first is not None and (not likely[at] or begins[at]):
            yield first, at - 1
            first = None
        if likely[at] and first is None:
            first = at
    if first is not None:
        yield first, len(likely) - 1
