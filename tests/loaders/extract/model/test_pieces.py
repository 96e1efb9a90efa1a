from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract.model.pieces import LONGEST, iter_windows
from loaders.extract.passage import make_passage
from ontology.extraction import Span
from tests.loaders.extract.texts import document


def test_a_window_ends_with_a_sentence() -> None:
    text = "The ships left the harbour at dawn and went north. " * 60
    passage = make_passage(document(text.strip().replace("north. The", "north. A")))
    ends = {sentence.span.end for sentence in passage.sentences}
    assert all(window.ends[-1] in ends for window in iter_windows(passage))


def test_a_sentence_that_is_too_long_is_cut_at_a_word() -> None:
    windows = list(iter_windows(make_passage(document("uncharacteristically " * 300))))
    assert len(windows) > 1
    assert all(window.words[0] == 0 and len(window.ids) <= LONGEST for window in windows)


def test_offsets_are_code_points_of_the_document() -> None:
    text = "😀 Zoë Müller visited São Tomé."
    window = next(iter_windows(make_passage(document(text))))
    start = text.index("São")
    first, last = window.pieces_of(Span(start, start + 8)) or (0, 0)
    assert text[window.starts[first] : window.ends[last]] == "São Tomé"


def test_a_span_outside_of_the_window_has_no_pieces() -> None:
    window = next(iter_windows(make_passage(document("Short."))))
    assert window.pieces_of(Span(100, 110)) is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_cut_into_windows_that_fit(text: str) -> None:
    for window in iter_windows(make_passage(document(text))):
        assert 0 < len(window.ids) <= LONGEST
        assert len(window.ids) == len(window.cases) == len(window.starts) == len(window.ends)
        assert all(0 <= a < b <= len(text) for a, b in zip(window.starts, window.ends, strict=True))
