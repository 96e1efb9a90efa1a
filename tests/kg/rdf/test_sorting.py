from hypothesis import given, settings
from hypothesis import strategies as st

from kg.rdf.sorting import iter_sorted

LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n")).map(lambda t: f"{t}\n"))


@settings(deadline=None)
@given(LINES, st.integers(1, 4))
def test_lines_come_sorted_and_once_however_few_fit_into_memory(lines: list[str], at_once: int) -> None:
    assert list(iter_sorted(lines, at_once)) == sorted(set(lines))
