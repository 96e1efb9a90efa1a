"""The graph as networkx sees it, and the questions that take more than one edge.

Paths, brokers, communities, dependence on suppliers, both sides of a hostility. networkx is imported nowhere else,
and here only where it computes.
"""

from kg.analysis.graph import graph
from kg.analysis.view import View, make_view

__all__ = ["View", "graph", "make_view"]
