"""Answers of `kg analyse` as trees for reading: every edge with its standing, and who says it in what words."""

from collections.abc import Iterable, Iterator

from api.cli.drawing import Branch, Line, branch
from api.cli.trees import Documents, add_positions, headed
from kg.analysis.allies import AllyArming
from kg.analysis.both_sides import BothSides
from kg.analysis.brokers import Brokers
from kg.analysis.communities import Communities
from kg.analysis.edges import Edge
from kg.analysis.paths import Paths
from kg.analysis.suppliers import Dependence, Share
from kg.answers import Named, Proposition, Status
from kg.standing import explain

_MEMBERS_SHOWN = 12


def path_trees(found: Paths, documents: Documents) -> Iterator[Branch]:
    """A tree a path, or one that says that there is none."""
    if found.length is None:
        yield branch(f"no path leads from {found.source.name} to {found.target.name}", "bold")
    for path in found.paths:
        tree = branch(" · ".join(named.name for named in path.entities), "bold")
        for step in path.steps:
            tree.below.extend(edge_tree(edge, documents) for edge in step.edges)
        yield tree


def broker_trees(found: Brokers) -> Iterator[Branch]:
    """One tree: who stands between the others."""
    counted = f"{_counted(found.entities, 'entity', 'entities')}, {_counted(found.ties, 'tie', 'ties')}"
    sampled = f"; paths counted from {found.sampled} of them" if found.sampled else ""
    tree = branch(f"between the others: {counted}{sampled}", "bold")
    for place, one in enumerate(found.brokers, start=1):
        contested = f", {one.contested} contested" if one.contested else ""
        told = f"from {one.sources}, to {one.targets}, {_counted(one.claims, 'claim', 'claims')}{contested}"
        tree.add(Line(f"{place}. {one.entity.name}: {one.betweenness:.4f} ({told})"))
    yield tree


def community_trees(found: Communities) -> Iterator[Branch]:
    """A tree a community."""
    counted = _counted(found.found, "community", "communities")
    yield branch(f"{counted}, modularity {found.modularity:.3f} (Louvain, fixed seed)", "dim")
    for one in found.communities:
        contested = f" ({one.contested} contested)" if one.contested else ""
        tree = branch(f"{one.number}. {_named(member.entity for member in one.members[:3])} …", "bold")
        members, ties = _counted(len(one.members), "member", "members"), _counted(one.ties, "tie", "ties")
        tree.add(Line(f"{members}, {ties} within{contested}, {one.beyond} beyond"))
        more = len(one.members) - _MEMBERS_SHOWN
        shown = _named(member.entity for member in one.members[:_MEMBERS_SHOWN])
        tree.add(Line(f"{shown} and {more} more" if more > 0 else shown))
        yield tree


def supplier_trees(found: Dependence) -> Iterator[Branch]:
    """A tree a span of years."""
    yield Branch((Line(f"suppliers of {found.recipient.name}", "bold"), Line(found.counted, "dim")))
    for span in found.spans:
        years = f"{span.since}" if span.since == span.until else f"{span.since} to {span.until}"
        tree = branch(
            f"{years}: {_counted(span.deals, 'deal', 'deals')}, concentration {span.concentration:.2f}", "bold"
        )
        for share in span.suppliers:
            tree.add(Line(_share(share), "yellow" if share.status is Status.CONTESTED else ""))
        yield tree
    if found.undated:
        yield branch(f"without a date: {found.undated}", "dim")


def both_sides_trees(rows: Iterable[BothSides], documents: Documents) -> Iterator[Branch]:
    """A tree a supplier of both sides."""
    for row in rows:
        sides = f"{row.hostility.source.name} and {row.hostility.target.name}"
        tree = branch(f"{row.supplier.name} arms {sides}{_when(row.since, row.until)}", "bold")
        tree.below.extend(edge_tree(edge, documents) for edge in (row.hostility, row.to_source, row.to_target))
        yield tree


def ally_trees(rows: Iterable[AllyArming], documents: Documents) -> Iterator[Branch]:
    """A tree an ally that arms an opponent."""
    for row in rows:
        told = f"{row.ally.name}, ally of {row.one.name}, arms {row.opponent.name}"
        tree = branch(f"{told}{_when(row.since, row.until)}", "bold")
        tree.below.extend(edge_tree(edge, documents) for edge in (row.hostility, row.arms, *row.ties))
        yield tree


def edge_tree(edge: Edge, documents: Documents) -> Branch:
    """An edge: what it says, where that stands, what it rests on, and the words."""
    tree = headed(edge.words, edge.status, _explained(edge))
    tree.add(Line(_rests_on(edge), "dim"))
    add_positions(tree, edge.evidence, documents)
    return tree


def _explained(edge: Edge) -> str:
    return explain(
        Proposition(edge.proposition, edge.kind, {}, edge.status, edge.asserted_by, edge.denied_by, edge.origins)
    )


def _rests_on(edge: Edge) -> str:
    dates = " to ".join(dict.fromkeys(filter(None, (edge.first, edge.last))))
    return ", ".join(filter(None, (_counted(edge.claims, "claim", "claims"), dates, edge.proposition)))


def _share(share: Share) -> str:
    change = "" if share.change is None else f", {100 * share.change:+.0f} points"
    standing = f", contested: denied by {_named(share.denied_by)}" if share.status is Status.CONTESTED else ""
    told = f"{share.deals}, {100 * share.share:.0f} %{change}"
    return f"{share.supplier.name}: {told} ({_named(share.asserted_by)}{standing})"


def _when(since: str | None, until: str | None) -> str:
    if since is None and until is None:
        return ""
    return f", {since}" if since == until else f", {since or '…'} to {until or '…'}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _named(some: Iterable[Named]) -> str:
    return ", ".join(one.name for one in some)
