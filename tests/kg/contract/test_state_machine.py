from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from kg.store import Store
from tests.kg.writes import Writes


@pytest.mark.slow
def test_any_writes_leave_the_store_where_a_naive_model_says(fresh_store: Callable[[], Store], examples: int) -> None:
    class WritesHere(Writes):
        open = staticmethod(fresh_store)

    run_state_machine_as_test(
        WritesHere,
        settings=settings(
            max_examples=examples,
            stateful_step_count=12,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
