from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from loaders.extract.model.decoding import Scores, best_tags, iter_spans, softmax

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
SCORES = arrays(np.float32, st.tuples(st.integers(1, 12), st.just(5)), elements=st.floats(-8, 8, width=32))


def scores(*rows: list[float]) -> Scores:
    return np.array(rows, dtype=np.float32)


def test_the_best_labels_stand_where_they_are_valid() -> None:
    assert best_tags(scores([0, 5, 0], [0, 0, 5], [5, 0, 0])).tolist() == [BEGIN, INSIDE, OUTSIDE]


def test_a_span_that_begins_in_its_middle_gets_its_beginning() -> None:
    assert best_tags(scores([2, 1.5, 0], [0, 0, 5])).tolist() == [BEGIN, INSIDE]


def test_a_span_that_begins_in_its_middle_is_given_up_where_that_costs_less() -> None:
    assert best_tags(scores([9, 0, 0], [0, 2.5, 3])).tolist() == [OUTSIDE, BEGIN]


def test_two_spans_side_by_side_stay_two() -> None:
    assert list(iter_spans(np.array([BEGIN, INSIDE, BEGIN, OUTSIDE, 3]))) == [(0, 1, 0), (2, 2, 0), (4, 4, 1)]


@given(SCORES)
def test_no_span_ever_begins_in_its_middle(wild: Scores) -> None:
    tags = [0, *best_tags(wild).tolist()]
    assert all(tag % 2 or tag == 0 or before in {tag, tag - 1} for before, tag in pairwise(tags))


@given(SCORES)
def test_probabilities_sum_to_one(wild: Scores) -> None:
    assert np.allclose(softmax(wild).sum(1), 1, atol=1e-5)
