"""Graph, paths, both sides and exports over two articles and a war with two times, on both backends."""

from io import BytesIO

import networkx as nx
import pytest

from kg.analysis import graph, make_view
from kg.analysis.both_sides import get_both_sides
from kg.analysis.export import WRITERS
from kg.analysis.hostilities import HostilityQuery
from kg.analysis.paths import get_paths
from kg.analysis.suppliers import get_suppliers
from kg.answers import Status
from kg.store import Store
from tests.kg.analysis.stories import FIGHTS
from tests.kg.questions.conftest import DENIAL, WAR


@pytest.fixture
def told(store: Store) -> Store:
    for bundle in (WAR, DENIAL, FIGHTS):
        store.put(bundle)
    return store


def test_an_edge_is_a_proposition_that_somebody_affirms_and_a_symmetric_one_stands_once(told: Store) -> None:
    made = graph(make_view(told))
    assert sorted(data["kind"] for *_, data in made.edges(data=True)) == ["ArmsSale"] * 3 + ["Control", "Hostility"]
    assert all(key == data["proposition"] for *_, key, data in made.edges(keys=True, data=True))
    assert len(graph(make_view(told), both_ways=True).edges) == 6


def test_a_period_counts_only_what_falls_in_it(told: Store) -> None:
    [(*_, war)] = graph(make_view(told, ["hostility"], until="2000")).edges(data=True)
    assert (war["claims"], war["first"], war["last"]) == (1, "1992", "1994")


def test_a_path_shows_who_says_and_who_denies_each_step(told: Store) -> None:
    found = get_paths(make_view(told, ["ArmsSale"]), "Turkey", "Armenia")
    assert [named.name for named in found.paths[0].entities] == ["Turkey", "Azerbaijan", "Russia", "Armenia"]
    [drones] = found.paths[0].steps[0].edges
    assert drones.status is Status.CONTESTED
    assert [row.content for row in drones.evidence] == ["Turkey sent drones.", "Turkey sends no arms."]


def test_both_sides_are_armed_at_one_time_of_two(told: Store) -> None:
    [row] = get_both_sides(make_view(told), HostilityQuery()).items
    assert (row.supplier.name, row.since, row.until) == ("Russia", "2020-09", "2020-11")


def test_shares_of_a_decade_add_up(told: Store) -> None:
    [_, twenties] = get_suppliers(make_view(told), "Azerbaijan").spans
    assert (twenties.since, twenties.deals, twenties.concentration) == (2020, 2, 0.5)


def test_networkx_opens_what_is_exported(told: Store) -> None:
    for name, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        out = BytesIO()
        WRITERS[name](make_view(told), out)
        assert b"\x1b" not in out.getvalue()
        assert set(read(BytesIO(out.getvalue()))) == set(graph(make_view(told)))
