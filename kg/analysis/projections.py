"""Plain graphs of a view for algorithms that take one edge a pair."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def undirected(whole: "nx.MultiDiGraph[str]") -> "nx.Graph[str]":
    """One edge for two entities that anything ties; `weight` counts the propositions that do."""
    import networkx as nx

    made: nx.Graph[str] = nx.Graph()
    made.add_nodes_from(whole.nodes(data=True))
    for source, target in whole.edges():
        if source != target:
            weight = made.get_edge_data(source, target, {"weight": 0})["weight"]
            made.add_edge(source, target, weight=weight + 1)
    return made


def directed(whole: "nx.MultiDiGraph[str]") -> "nx.DiGraph[str]":
    """One edge for two entities in each direction in which a proposition goes; a symmetric one goes both ways."""
    import networkx as nx

    made: nx.DiGraph[str] = nx.DiGraph()
    made.add_nodes_from(whole.nodes(data=True))
    for source, target, data in whole.edges(data=True):
        if source != target:
            made.add_edge(source, target)
            if data["symmetric"]:
                made.add_edge(target, source)
    return made
