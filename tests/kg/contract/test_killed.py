import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from kg.store import Store
from kg.stores import open_store
from kg.stores.steps import Step
from tests.kg.dump import dump
from tests.kg.killed import FATAL_WRITE, LOADED


@pytest.mark.parametrize("step", Step)
def test_a_process_killed_in_a_write_leaves_whole_documents(
    store_url: str, step: Step, another: Callable[[], Store]
) -> None:
    process = subprocess.run([sys.executable, "-m", "tests.kg.killed", store_url, step], timeout=120)
    assert process.returncode == -signal.SIGKILL
    undisturbed = another()
    with open_store(store_url) as store:
        for bundle in LOADED[: FATAL_WRITE - 1]:
            undisturbed.put(bundle)
        assert dump(store) == dump(undisturbed)
        assert len(list(store.iter_log())) == FATAL_WRITE - 1
        for bundle in LOADED[FATAL_WRITE - 1 :]:
            store.put(bundle)
            undisturbed.put(bundle)
        assert dump(store) == dump(undisturbed)


def test_a_store_announces_the_steps_of_each_write(store_url: str) -> None:
    heard: list[Step] = []
    with open_store(store_url, create=True, announce=heard.append) as store:
        store.put(LOADED[0])
        assert heard == list(Step)
        heard.clear()
        store.put(LOADED[0])
        assert heard == [Step.BEGUN]
