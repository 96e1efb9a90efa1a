"""A store of whatever a test tells."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.analysis import View, make_view
from kg.store import Store
from kg.stores import open_store
from ontology.bundle import Bundle

Tell = Callable[..., View]


@pytest.fixture
def tell(tmp_path: Path) -> Iterator[Tell]:
    """Puts articles into an embedded store of their own, and looks at kinds of it."""
    made: list[Store] = []

    def told(*bundles: Bundle, kinds: tuple[str, ...] = ()) -> View:
        made.append(open_store(f"sqlite:{tmp_path / f'{len(made)}.db'}", create=True))
        for bundle in bundles:
            made[-1].put(bundle)
        return make_view(made[-1], kinds)

    yield told
    for store in made:
        store.close()
