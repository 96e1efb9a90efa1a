"""From a head's scores to spans: the best sequence of labels in which no span begins in its middle."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Tags = NDArray[np.int64]


def best_tags(scores: Scores) -> Tags:
    """The best valid sequence of tags (0 outside, 2k + 1 begins label k, 2k + 2 goes on) for scores [words, tags]."""
    tags: Tags = scores.argmax(1)
    for first, last in list(_broken_runs(tags)):
        tags[first:last] = _viterbi(scores[first:last])
    return tags


def _broken_runs(tags: Tags) -> Iterator[tuple[int, int]]:
    """Stretches that hold an inside tag with nothing before it to go on from, and the word before them."""
    before = np.concatenate(([0], tags[:-1]))
    goes_on = (tags > 0) & (tags % 2 == 0)
    broken = np.flatnonzero(goes_on & (before != tags) & (before != tags - 1))
    done = -1
    for at in broken:
        if at < done:
            continue
        first, last = int(at), int(at)
        while first > max(done, 0) and tags[first] > 0:
            first -= 1
        while last < len(tags) and tags[last] > 0:
            last += 1
        yield first, last
        done = last


def _viterbi(scores: Scores) -> Tags:
    tag_count = scores.shape[1]
    begins = np.arange(1, tag_count, 2)
    best = scores[0].copy()
    best[begins + 1] = -np.inf
    back = np.zeros(scores.shape, dtype=np.int64)
    for step in range(1, len(scores)):
        back[step] = best.argmax()
        from_begin = best[begins] >= best[begins + 1]
        back[step, begins + 1] = np.where(from_begin, begins, begins + 1)
        best = scores[step] + best[back[step]]
    path = [int(best.argmax())]
    for step in range(len(scores) - 1, 0, -1):
        path.append(int(back[step, path[-1]]))
    return np.array(path[::-1], dtype=np.int64)


def iter_spans(tags: Tags) -> Iterator[tuple[int, int, int]]:
    """(first word, last word, label) of every span."""
    first, last, label = -1, -1, -1
    for at in np.flatnonzero(tags):
        tag = int(tags[at])
        goes_on = tag % 2 == 0 and (tag - 2) // 2 == label and first >= 0 and tags[at - 1] > 0
        if not goes_on:
            if first >= 0:
                yield first, last, label
            first, label = int(at), (tag - 1) // 2
        last = int(at)
    if first >= 0:
        yield first, last, label


def softmax(scores: Scores) -> Scores:
    """Probabilities of the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)
