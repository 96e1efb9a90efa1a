"""Who stands between the others: betweenness in the flows of arms, or in all ties."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analysis.graph import graph
from kg.analysis.projections import directed
from kg.analysis.view import View
from kg.answers import Named, Status

if TYPE_CHECKING:
    import networkx as nx

_MOST_STEPS = 6_000_000
"""Entities times ties up to which every shortest path is counted (some seconds); beyond, those from a sample."""

_SEED = 1


@dataclass(frozen=True, slots=True)
class Broker:
    """An entity with the share of shortest paths between two others that lead through it.

    `sources` and `targets` count its neighbours against and along the edges, `contested` the contested ties among them.
    """

    entity: Named
    type: str
    betweenness: float
    sources: int
    targets: int
    claims: int
    contested: int


@dataclass(frozen=True, slots=True)
class Brokers:
    """Those who stand between others, most of all first. `sampled` tells from how many entities paths were counted;
    None: from all."""

    entities: int
    ties: int
    sampled: int | None
    brokers: tuple[Broker, ...]


def get_brokers(view: View, *, limit: int = 20) -> Brokers:
    """The entities with the highest betweenness; those through whom no shortest path leads are left out.

    Every tie counts alike, and a tie of a symmetric kind leads both ways. Raises StoreError.
    """
    whole = graph(view)
    plain = directed(whole)
    sampled = _sampled(plain)
    scores = _betweenness(plain, sampled)
    ranked = sorted((id_ for id_ in scores if scores[id_] > 0), key=lambda id_: (-scores[id_], id_))
    brokers = tuple(_broker(whole, id_, scores[id_]) for id_ in ranked[:limit])
    return Brokers(whole.number_of_nodes(), whole.number_of_edges(), sampled, brokers)


def _sampled(plain: "nx.DiGraph[str]") -> int | None:
    entities, ties = plain.number_of_nodes(), plain.number_of_edges()
    return None if entities * ties <= _MOST_STEPS else max(1, _MOST_STEPS // ties)


def _betweenness(plain: "nx.DiGraph[str]", sampled: int | None) -> dict[str, float]:
    import networkx as nx

    scores = nx.betweenness_centrality(plain, k=sampled, seed=_SEED)
    return {id_: round(score, 6) for id_, score in scores.items()}


def _broker(whole: "nx.MultiDiGraph[str]", id_: str, score: float) -> Broker:
    into, out = [*whole.in_edges(id_, data=True)], [*whole.out_edges(id_, data=True)]
    both = [data for _, _, data in (*into, *out)]
    return Broker(
        entity=Named(id_, whole.nodes[id_]["name"]),
        type=whole.nodes[id_]["type"],
        betweenness=score,
        sources=len({s for s, _, _ in into} | {t for _, t, data in out if data["symmetric"]}),
        targets=len({t for _, t, _ in out} | {s for s, _, data in into if data["symmetric"]}),
        claims=sum(data["claims"] for data in both),
        contested=sum(data["status"] == Status.CONTESTED for data in both),
    )
