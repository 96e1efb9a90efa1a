"""A reading: what the reader saw in one window, and what it answers about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loaders.extract.model import graphs
from loaders.extract.model.decoding import Scores, best_tags, iter_spans, softmax
from loaders.extract.model.labels import HEADS, KINDS
from loaders.extract.model.pieces import Window, iter_windows
from loaders.extract.passage import Passage
from ontology.extraction import Span

_BEGIN, _END = 101, 102


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span with its label; `prob` is the mean over its words."""

    span: Span
    label: str
    prob: float


@dataclass(frozen=True)
class Reading:
    """One window as read: `x` [pieces + 2, 384] and each head's scores [words, tags]."""

    window: Window
    x: NDArray[np.float32]
    scores: dict[str, Scores]

    @property
    def span(self) -> Span:
        """From the window's first sentence to its last."""
        return Span(self.window.starts[0], self.window.ends[-1])

    def holds(self, span: Span) -> bool:
        """Whether all of a span was read in this window."""
        return self.span.start <= span.start and span.end <= self.span.end

    def tagged(self, head: str) -> tuple[Tagged, ...]:
        """The spans that a head tags: `ner`, `att`, `men` or `trig`."""
        return self._tagged[head]

    def triggers(self) -> tuple[Tagged, ...]:
        """Words that state a proposition; the label is its kind."""
        return self.tagged("trig")

    def probabilities(self, head: str) -> Scores:
        """A head's probabilities [words, tags], for who wants more than the best."""
        return softmax(self.scores[head])

    def word_span(self, first: int, last: int) -> Span:
        """The span from one word to another."""
        words, ends = self.window.words, self.window.ends
        following = words[last + 1] if last + 1 < len(words) else len(ends)
        return Span(self.window.starts[words[first]], ends[following - 1])

    def roles(self, trigger: Tagged, mentions: Sequence[Span]) -> NDArray[np.float32]:
        """How likely each mention is no role, the first or the second role of a trigger's kind [mentions, 3]."""
        answer = np.zeros((len(mentions), 3), dtype=np.float32)
        answer[:, 0] = 1
        pieces = [(row, pair) for row, span in enumerate(mentions) if (pair := self._pieces(span)) is not None]
        trigger_pieces = self._pieces(trigger.span)
        if not pieces or trigger_pieces is None:
            return answer
        count = len(pieces)
        inputs: dict[str, NDArray[Any]] = {
            "x": self.x,
            "trigger": np.array([trigger_pieces] * count, dtype=np.int64),
            "mention": np.array([pair for _, pair in pieces], dtype=np.int64),
            "kind": np.array([KINDS.index(trigger.label)] * count, dtype=np.int64),
        }
        answer[[row for row, _ in pieces]] = graphs.run("arg.onnx", inputs)[0]
        return answer

    def polarity_modality(self, trigger: Span) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """How likely a trigger affirms or negates [2], and in which of MODALITIES [4]. Raises ValueError."""
        pieces = self._pieces(trigger)
        if pieces is None:
            raise ValueError(f"{trigger} does not stand in this window, {self.span}")
        inputs: dict[str, NDArray[Any]] = {"x": self.x, "trigger": np.array([pieces], dtype=np.int64)}
        polarity, modality = graphs.run("polmod.onnx", inputs)
        return polarity[0], modality[0]

    def sources(self, contents: Sequence[Span], sources: Sequence[Span]) -> NDArray[np.float32]:
        """How likely each content has no source, or which one [contents, 1 + sources]. All must stand in the window."""
        if not contents or not sources:
            return np.ones((len(contents), 1 + len(sources)), dtype=np.float32)
        inputs: dict[str, NDArray[Any]] = {
            "x": self.x,
            "content": self._pairs(contents),
            "source": self._pairs(sources),
        }
        return graphs.run("source.onnx", inputs)[0]

    def _pairs(self, spans: Sequence[Span]) -> NDArray[np.int64]:
        pairs = [self._pieces(span) or (0, 0) for span in spans]
        return np.array(pairs, dtype=np.int64).reshape(-1, 2)

    def _pieces(self, span: Span) -> tuple[int, int] | None:
        pieces = self.window.pieces_of(span)
        return None if pieces is None else (pieces[0] + 1, pieces[1] + 1)  # x begins with the opening mark

    @cached_property
    def _tagged(self) -> dict[str, tuple[Tagged, ...]]:
        return {head: tuple(self._spans(head)) for head in HEADS}

    def _spans(self, head: str) -> Iterator[Tagged]:
        scores = self.scores[head]
        tags = best_tags(scores)
        rows = np.flatnonzero(tags)
        chosen = dict(zip(rows.tolist(), softmax(scores[rows])[np.arange(len(rows)), tags[rows]].tolist(), strict=True))
        for first, last, label in iter_spans(tags):
            prob = sum(chosen[word] for word in range(first, last + 1)) / (last + 1 - first)
            yield Tagged(self.word_span(first, last), HEADS[head][label], round(prob, 4))


def read(passage: Passage) -> tuple[Reading, ...]:
    """The readings of a passage, window by window."""
    return tuple(_reading(window) for window in iter_windows(passage))


def _reading(window: Window) -> Reading:
    inputs: dict[str, NDArray[Any]] = {
        "ids": np.array([[_BEGIN, *window.ids, _END]], dtype=np.int64),
        "case": np.array([[0, *window.cases, 0]], dtype=np.int64),
    }
    x, *heads = graphs.run("reader.int8.onnx", inputs)
    words = np.array(window.words) + 1
    return Reading(window, x[0], {name: scores[0][words] for name, scores in zip(HEADS, heads, strict=True)})
