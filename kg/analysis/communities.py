"""Who belongs together: communities by ties of arms, alliance and support.

Found by the Louvain method with a fixed seed on entities numbered by id: the same graph gives the same communities on
every machine and backend. Greedy modularity needs no seed, but takes minutes where Louvain takes a second, and finds
communities of lower modularity; both are heuristics, and neighbouring solutions may be as good.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analysis.graph import graph
from kg.analysis.projections import undirected
from kg.analysis.view import View
from kg.answers import Named, Status

if TYPE_CHECKING:
    import networkx as nx

BINDING = ("AllianceTie", "ArmsSale", "Support")
"""The kinds that bind two together, unless others are asked for."""

_SEED = 1


@dataclass(frozen=True, slots=True)
class Member:
    """An entity with the number of ties that bind it within its community and to others."""

    entity: Named
    type: str
    within: int
    beyond: int


@dataclass(frozen=True, slots=True)
class Community:
    """Entities that have more to do with each other than with the rest, best tied first.

    `ties` are those among them, `contested` the contested ones of these, `beyond` those that lead out.
    """

    number: int
    members: tuple[Member, ...]
    ties: int
    contested: int
    beyond: int


@dataclass(frozen=True, slots=True)
class Communities:
    """The largest of the `found` communities; `modularity` of 0.3 and more is a clear structure (1 is the most)."""

    modularity: float
    found: int
    communities: tuple[Community, ...]


def get_communities(view: View, *, resolution: float = 1.0, limit: int | None = None) -> Communities:
    """The communities of a view; a higher resolution finds more and smaller ones.

    The weight of two entities' tie is the number of propositions that tie them, whoever and how many claim them.
    Raises StoreError.
    """
    whole = graph(view)
    plain = undirected(whole)
    if not plain.number_of_edges():
        return Communities(0.0, 0, ())
    numbers, modularity = _numbers(plain, resolution)
    parts: dict[int, list[str]] = {}
    for id_ in plain:
        parts.setdefault(numbers[id_], []).append(id_)
    ordered = sorted(parts.values(), key=lambda ids: (-len(ids), ids[0]))
    tally = _Tally(whole, numbers)
    found = (_community(whole, number, ids, tally) for number, ids in enumerate(ordered[:limit], start=1))
    return Communities(modularity, len(ordered), tuple(found))


def _numbers(plain: "nx.Graph[str]", resolution: float) -> tuple[Mapping[str, int], float]:
    """The number of everybody's community: text is hashed anew in every process, numbers are not."""
    import networkx as nx

    ids = list(plain)
    places = {id_: place for place, id_ in enumerate(ids)}
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(places.values())
    numbered.add_weighted_edges_from((places[a], places[b], data["weight"]) for a, b, data in plain.edges(data=True))
    parts = nx.community.louvain_communities(numbered, weight="weight", resolution=resolution, seed=_SEED)
    modularity = nx.community.modularity(numbered, parts, weight="weight", resolution=resolution)
    return {ids[one]: number for number, part in enumerate(parts) for one in part}, round(modularity, 6)


def _community(whole: "nx.MultiDiGraph[str]", number: int, ids: list[str], tally: "_Tally") -> Community:
    members = [
        Member(Named(id_, whole.nodes[id_]["name"]), whole.nodes[id_]["type"], tally.within[id_], tally.beyond[id_])
        for id_ in ids
    ]
    return Community(
        number=number,
        members=tuple(sorted(members, key=lambda one: (-one.within, one.entity.name, one.entity.id))),
        ties=sum(one.within for one in members) // 2,
        contested=sum(tally.contested[id_] for id_ in ids) // 2,
        beyond=sum(one.beyond for one in members),
    )


class _Tally:
    """Ties counted at both of their ends: within a community, contested ones of these, leading out."""

    def __init__(self, whole: "nx.MultiDiGraph[str]", numbers: Mapping[str, int]) -> None:
        self.within, self.contested, self.beyond = Counter[str](), Counter[str](), Counter[str]()
        for source, target, data in whole.edges(data=True):
            if source != target:
                contested = data["status"] == Status.CONTESTED
                self._count((source, target), numbers[source] == numbers[target], contested)

    def _count(self, ends: tuple[str, str], within: bool, contested: bool) -> None:
        (self.within if within else self.beyond).update(ends)
        if within and contested:
            self.contested.update(ends)
