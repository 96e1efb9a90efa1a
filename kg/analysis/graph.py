"""A view of a store as a graph of networkx."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from kg.analysis.resting import Rested, iter_rested, votes
from kg.analysis.view import View
from kg.answers import Shortcut
from kg.shortcut import make_shortcut
from kg.standing import Standing
from kg.store import ClaimFilter, Reader
from ontology.schema import SCHEMA

if TYPE_CHECKING:
    import networkx as nx

_AT_ONCE = 500
"""How many edges are asked for their quotes in one go."""


def graph(view: View, *, both_ways: bool = False) -> "nx.MultiDiGraph[str]":
    """A view as a graph: canonical entities as nodes, propositions as edges, in an order that is always the same.

    A node has `name` and `type`. An edge has its proposition's id as key and as `proposition`, and `kind`,
    `relationship`, `symmetric`, `status`, `claims` (those that it rests on in the view), `origins` (of the proposition
    as a whole), `first`, `last`, `items` and `quote` (None where it rests on records alone). A proposition of a
    symmetric kind is one edge, from the lesser id to the greater, as in the store; with `both_ways` it has a second one
    back, so that what follows arrows can take it either way. Raises StoreError.
    """
    import networkx as nx

    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    ties = sorted(iter_ties(view), key=lambda tie: (tie.source, tie.target, tie.kind, tie.proposition))
    for id_, name, type_ in _entities(view.store, {end for tie in ties for end in (tie.source, tie.target)}):
        made.add_node(id_, name=name, type=type_)
    for tie in ties:
        _add(made, tie, tie.source, tie.target)
        if both_ways and SCHEMA.kinds[tie.kind].symmetric:
            _add(made, tie, tie.target, tie.source)
    return made


def iter_ties(view: View) -> Iterator[Shortcut]:
    """The edges of a view as the store derives them; of a period or a weaker standing, as it would derive them."""
    if view.is_plain:
        statuses = view.standing or frozenset()
        return (it for it in view.store.iter_shortcuts() if it.kind in view.kinds and it.status in statuses)
    return _derived(view, iter_rested(view))


def _derived(view: View, found: Iterator[Rested]) -> Iterator[Shortcut]:
    while some := list(islice(found, _AT_ONCE)):
        quotes = _quotes(view.store, some)
        yield from (tie for one in some if (tie := _tie(one, quotes)))


def _tie(one: Rested, quotes: Mapping[str, str]) -> Shortcut | None:
    it = one.proposition
    roles = {role: named.id for role, named in it.roles.items()}
    standing = Standing(it.status, origins=it.origins, affirming=votes(one.bearing, quotes))
    return make_shortcut(it.id, it.kind, roles, standing)


def _quotes(store: Reader, some: Iterable[Rested]) -> Mapping[str, str]:
    """The quotes of the earliest claims that have one, by claim."""
    first = {next((told.claim for told in one.bearing if not told.record), None) for one in some}
    wanted = frozenset(claim for claim in first if claim)
    claims = store.iter_claims(ClaimFilter(ids=wanted)) if wanted else ()
    return {claim.id: quote for claim in claims for quote in [e.quote for e in claim.evidence if e.quote][:1]}


def _entities(store: Reader, wanted: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Id, name and class of the entities that are wanted, by id."""
    return ((it.id, it.name, it.type) for it in store.iter_entities() if it.id in wanted)


def _add(made: "nx.MultiDiGraph[str]", tie: Shortcut, source: str, target: str) -> None:
    made.add_edge(
        source,
        target,
        key=tie.proposition,
        proposition=tie.proposition,
        kind=tie.kind,
        relationship=tie.relationship,
        symmetric=SCHEMA.kinds[tie.kind].symmetric is not None,
        status=str(tie.status),
        claims=tie.claims,
        origins=tie.origins,
        first=tie.first,
        last=tie.last,
        items=tie.items,
        quote=tie.quote,
    )
