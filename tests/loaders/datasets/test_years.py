from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from loaders.datasets.years import iter_spells, told


def test_consecutive_years_are_one_spell() -> None:
    assert [*iter_spells([1950, 1942, 1943, 1943, 1944])] == [(1942, 1944), (1950, 1950)]
    assert [*iter_spells([])] == []


def test_spells_are_told_as_a_reader_wants_them() -> None:
    assert told([(1942, 1944), (1950, 1950)]) == "1942–1944, 1950"


@given(st.lists(st.integers(1800, 2100)))
def test_spells_hold_their_years_and_no_other_and_do_not_touch(years: list[int]) -> None:
    spells = [*iter_spells(years)]
    assert [year for first, last in spells for year in range(first, last + 1)] == sorted(set(years))
    assert all(last + 1 < first for (_, last), (first, _) in pairwise(spells))
