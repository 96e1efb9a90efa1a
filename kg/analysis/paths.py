"""The shortest ways from one actor to another, with what is said on every step."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kg.analysis.edges import Edge, make_edges
from kg.analysis.graph import graph
from kg.analysis.projections import directed, undirected
from kg.analysis.resting import rest
from kg.analysis.view import View
from kg.answers import Named
from kg.errors import QuestionError
from kg.questions.names import resolve
from ontology.schema import SCHEMA

if TYPE_CHECKING:
    import networkx as nx

BETWEEN_ACTORS = tuple(
    name
    for name, kind in sorted(SCHEMA.kinds.items())
    if kind.shortcut and {kind.roles[role or ""].range for role in (kind.shortcut_from, kind.shortcut_to)} == {"Actor"}
)
"""The kinds that tie an actor to an actor: two members of one organization may have nothing to do with each other."""

LONGEST = 6
"""Steps of a path at most."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one entity of a path to the next, and everything that ties them, in either direction."""

    source: Named
    target: Named
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A way through entities."""

    entities: tuple[Named, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """The shortest ways between two; `length` in steps is None where none is. `more` says that not all are listed."""

    source: Named
    target: Named
    length: int | None
    paths: tuple[Path, ...]
    more: bool


def get_paths(
    view: View, source: str, target: str, *, limit: int = 10, longest: int = LONGEST, follow: bool = False
) -> Paths:
    """The shortest paths between two names, in a fixed order; with `follow` only along the direction of every edge.

    Raises AmbiguousName, UnknownName, QuestionError.
    """
    one, other = resolve(view.store, source), resolve(view.store, target)
    if one.id == other.id:
        raise QuestionError(f"{source} and {target} are both {one.name}: a path leads from one to another")
    whole = graph(view)
    found = [*islice(_iter_shortest(directed(whole) if follow else undirected(whole), one.id, other.id), limit + 1)]
    if not found or len(found[0]) - 1 > longest:
        return Paths(one, other, None, (), more=False)
    shown = found[:limit]
    return Paths(one, other, len(found[0]) - 1, tuple(_paths(view, whole, shown, follow)), more=len(found) > limit)


def edges_in(found: Paths) -> Iterator[Edge]:
    """The edges of all steps; one that several paths share comes again."""
    return (edge for path in found.paths for step in path.steps for edge in step.edges)


def _iter_shortest(plain: "nx.Graph[str]", source: str, target: str) -> Iterator[list[str]]:
    import networkx as nx

    if source not in plain or target not in plain or not nx.has_path(plain, source, target):
        return
    yield from nx.all_shortest_paths(plain, source, target)


def _paths(view: View, whole: "nx.MultiDiGraph[str]", found: Sequence[list[str]], follow: bool) -> Iterator[Path]:
    ties = {pair: _ties(whole, *pair, follow) for way in found for pair in pairwise(way)}
    edges = _edges(view, {id_ for some in ties.values() for id_ in some})
    for way in found:
        entities = tuple(Named(id_, whole.nodes[id_]["name"]) for id_ in way)
        yield Path(entities, tuple(_step(*pair, ties[pair[0].id, pair[1].id], edges) for pair in pairwise(entities)))


def _ties(whole: "nx.MultiDiGraph[str]", source: str, target: str, follow: bool) -> list[str]:
    """The propositions that tie two, by kind and id."""
    there = {key: data["kind"] for _, end, key, data in whole.out_edges(source, keys=True, data=True) if end == target}
    for begin, _, key, data in whole.in_edges(source, keys=True, data=True):
        if begin == target and (data["symmetric"] or not follow):
            there[key] = data["kind"]
    return sorted(there, key=lambda key: (there[key], key))


def _edges(view: View, propositions: Iterable[str]) -> Mapping[str, Edge]:
    found = (view.store.get_proposition(id_) for id_ in sorted(propositions))
    return {edge.proposition: edge for edge in make_edges(view.store, [*rest(view, filter(None, found))])}


def _step(source: Named, target: Named, ties: Iterable[str], edges: Mapping[str, Edge]) -> Step:
    return Step(source, target, tuple(edges[id_] for id_ in ties if id_ in edges))
