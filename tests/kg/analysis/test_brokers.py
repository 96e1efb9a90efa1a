import pytest

from kg.analysis import brokers as module
from kg.analysis.brokers import get_brokers
from tests.kg.analysis.conftest import Tell
from tests.kg.analysis.stories import BLOCS, DEALERS, FIGHTS


def test_whoever_all_arms_pass_through_stands_between(tell: Tell) -> None:
    found = get_brokers(tell(DEALERS, kinds=("ArmsSale",)))

    assert (found.entities, found.ties, found.sampled) == (4, 3, None)
    [dealer] = found.brokers
    assert dealer.entity.name == "State B"
    assert dealer.betweenness == pytest.approx(2 / 6, abs=1e-6)
    assert (dealer.sources, dealer.targets, dealer.claims, dealer.contested) == (2, 1, 3, 1)


def test_a_tie_without_direction_leads_both_ways(tell: Tell) -> None:
    found = get_brokers(tell(BLOCS))

    assert [one.entity.name for one in found.brokers] == ["State C", "State D"]
    assert [(one.sources, one.targets) for one in found.brokers] == [(2, 3), (3, 2)]


def test_nobody_stands_between_two(tell: Tell) -> None:
    assert get_brokers(tell(FIGHTS)).brokers == ()
    assert get_brokers(tell(kinds=("ArmsSale",))).entities == 0


def test_of_a_large_graph_paths_are_counted_from_some_and_that_is_told(
    tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = tell(BLOCS)
    monkeypatch.setattr(module, "_MOST_STEPS", 40)

    found = get_brokers(view)
    assert found.sampled == 3
    assert found == get_brokers(view)
