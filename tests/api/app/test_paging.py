from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from api.app.paging import from_cursor, to_cursor
from api.errors import CursorError


def walk(api: TestClient, path: str, limit: int) -> list[Any]:
    found: list[Any] = []
    after: dict[str, str] = {}
    while True:
        page = api.get(path, params={"limit": limit, **after}).json()
        assert len(page["items"]) <= limit
        found += page["items"]
        if page["next"] is None:
            return found
        after = {"after": page["next"]}


@pytest.mark.parametrize("path", ["/arms", "/claims", "/propositions", "/entities"])
@pytest.mark.parametrize("limit", [1, 2, 3, 1000])
def test_pages_of_any_size_give_the_same_list(api: TestClient, path: str, limit: int) -> None:
    whole = api.get(path).json()
    assert whole["next"] is None
    assert walk(api, path, limit) == whole["items"]


@given(st.tuples(st.text(), st.text(), st.integers()))
def test_a_cursor_comes_back_as_it_was(place: tuple[str, str, int]) -> None:
    cursor = to_cursor(place)
    assert cursor.replace("-", "").replace("_", "").isalnum()
    assert from_cursor(cursor, str, str, int) == place


@given(st.text())
def test_what_is_no_cursor_is_told(text: str) -> None:
    with pytest.raises(CursorError):
        from_cursor(text, str, str, int, int)


@pytest.mark.parametrize("path", ["/arms", "/claims", "/propositions", "/entities"])
@pytest.mark.parametrize(
    "after",
    [
        "abc",
        "W10",
        to_cursor((1,)),
        to_cursor(("", "", True)),
        to_cursor(("\ud800",)),
        to_cursor(("\ud800", "", 1)),
        "é",
        "",
    ],
)
def test_a_cursor_of_nobody_is_422(api: TestClient, path: str, after: str) -> None:
    assert api.get(path, params={"after": after}).status_code == 422
