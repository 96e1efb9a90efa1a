import pytest

from loaders.datasets.row import Row
from loaders.datasets.spill import Spill


def pair(line: int, one: str, other: str) -> Row:
    return Row(str(line), {"one": one, "other": other})


@pytest.mark.parametrize(("any_order", "together"), [(True, True), (False, False)])
def test_rows_of_a_group_stand_together_whatever_its_order_if_that_is_wanted(any_order: bool, together: bool) -> None:
    rows = [row for n in range(40) for row in (pair(n, f"a{n}", f"b{n}"), pair(n, f"b{n}", f"a{n}"))]
    with Spill(["one", "other"], any_order, rows_a_part=5) as spill:
        assert [*spill.take(rows)][-1] == 80
        parts = [[row.place for row in part] for part in spill.iter_parts()]
    assert spill.parts == len(parts) == 16
    assert sorted(place for part in parts for place in part) == sorted(str(n) for n in range(40) for _ in "ab")
    assert all(part.count(place) == 2 for part in parts for place in part) is together
