from kg.analysis.communities import BINDING, Communities, get_communities
from tests.kg.analysis.conftest import Tell
from tests.kg.analysis.stories import BLOCS, DEALERS


def test_two_blocs_and_a_bridge_are_two_communities(tell: Tell) -> None:
    found = get_communities(tell(BLOCS, kinds=BINDING))

    assert found.found == 2
    assert found.modularity > 0.3
    assert [[member.entity.name[-1] for member in one.members] for one in found.communities] == [
        ["A", "B", "C"],
        ["D", "E", "F"],
    ]
    assert [(one.ties, one.beyond, one.contested) for one in found.communities] == [(3, 1, 0), (3, 1, 0)]
    assert [(member.within, member.beyond) for member in found.communities[0].members] == [(2, 0), (2, 0), (2, 1)]


def test_what_is_contested_within_is_counted(tell: Tell) -> None:
    [one] = get_communities(tell(DEALERS, kinds=BINDING)).communities
    assert (one.ties, one.contested) == (3, 1)


def test_a_higher_resolution_finds_more(tell: Tell) -> None:
    view = tell(BLOCS, kinds=BINDING)
    assert get_communities(view, resolution=10).found > 2


def test_all_are_counted_where_some_are_shown(tell: Tell) -> None:
    found = get_communities(tell(BLOCS, kinds=BINDING), limit=1)
    assert (found.found, len(found.communities)) == (2, 1)


def test_nobody_is_no_community(tell: Tell) -> None:
    assert get_communities(tell(kinds=BINDING)) == Communities(0.0, 0, ())
