"""The same claims give the same analyses, to the byte: in any order of loading, on any backend, in any process."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from kg.store import Store
from kg.stores import open_store
from tests.kg.analysis.everything import everything
from tests.kg.analysis.stories import ALL

ROOT = Path(__file__).parents[3]


def test_neither_the_order_of_loading_nor_the_backend_plays_a_part(store: Store, another: Callable[[], Store]) -> None:
    other = another()
    for bundle in ALL:
        store.put(bundle)
    for bundle in reversed(ALL):
        other.put(bundle)

    assert everything(store) == everything(other)


def test_no_hash_plays_a_part(tmp_path: Path) -> None:
    url = f"sqlite:{tmp_path / 'asked.db'}"
    with open_store(url, create=True) as store:
        for bundle in ALL:
            store.put(bundle)

    def answered(seed: str) -> str:
        command = [sys.executable, "-m", "tests.kg.analysis.everything", url]
        env = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True).stdout.decode()

    first = answered("0")
    assert "State F" in first
    assert [answered(seed) for seed in ("1", "2")] == [first, first]
