"""The columns of `kg analyse` as CSV: a row a step, a member, a share or a finding."""

from api.cli.output import Columns
from kg.analysis.allies import AllyArming
from kg.analysis.both_sides import BothSides
from kg.analysis.brokers import Broker
from kg.analysis.communities import Communities, Community, Member
from kg.analysis.edges import Edge
from kg.analysis.paths import Paths
from kg.analysis.suppliers import Dependence, Share, Span
from kg.questions.claims import Quote

Step = tuple[int, int, Edge]
"""The number of a path, that of a step in it, and one of the step's edges."""


def steps(found: Paths) -> list[Step]:
    """The rows of paths."""
    return [
        (number, place, edge)
        for number, path in enumerate(found.paths, start=1)
        for place, step in enumerate(path.steps, start=1)
        for edge in step.edges
    ]


def members(found: Communities) -> list[tuple[Community, Member]]:
    """The rows of communities."""
    return [(community, member) for community in found.communities for member in community.members]


def shares(found: Dependence) -> list[tuple[Span, Share]]:
    """The rows of a recipient's suppliers."""
    return [(span, share) for span in found.spans for share in span.suppliers]


STEPS: Columns[Step] = {
    "path": lambda row: row[0],
    "step": lambda row: row[1],
    "kind": lambda row: row[2].kind,
    "source": lambda row: row[2].source.name,
    "source_id": lambda row: row[2].source.id,
    "target": lambda row: row[2].target.name,
    "target_id": lambda row: row[2].target.id,
    "proposition": lambda row: row[2].proposition,
    "status": lambda row: row[2].status,
    "asserted_by": lambda row: tuple(who.name for who in row[2].asserted_by),
    "denied_by": lambda row: tuple(who.name for who in row[2].denied_by),
    "claims": lambda row: row[2].claims,
    "first": lambda row: row[2].first,
    "last": lambda row: row[2].last,
    "evidence": lambda row: _words(row[2]),
}

BROKERS: Columns[Broker] = {
    "entity": lambda row: row.entity.name,
    "entity_id": lambda row: row.entity.id,
    "type": lambda row: row.type,
    "betweenness": lambda row: row.betweenness,
    "sources": lambda row: row.sources,
    "targets": lambda row: row.targets,
    "claims": lambda row: row.claims,
    "contested": lambda row: row.contested,
}

MEMBERS: Columns[tuple[Community, Member]] = {
    "community": lambda row: row[0].number,
    "entity": lambda row: row[1].entity.name,
    "entity_id": lambda row: row[1].entity.id,
    "type": lambda row: row[1].type,
    "within": lambda row: row[1].within,
    "beyond": lambda row: row[1].beyond,
}

SHARES: Columns[tuple[Span, Share]] = {
    "since": lambda row: row[0].since,
    "until": lambda row: row[0].until,
    "concentration": lambda row: row[0].concentration,
    "supplier": lambda row: row[1].supplier.name,
    "supplier_id": lambda row: row[1].supplier.id,
    "deals": lambda row: row[1].deals,
    "share": lambda row: row[1].share,
    "change": lambda row: row[1].change,
    "status": lambda row: row[1].status,
    "asserted_by": lambda row: tuple(who.name for who in row[1].asserted_by),
    "denied_by": lambda row: tuple(who.name for who in row[1].denied_by),
    "proposition": lambda row: row[1].proposition,
}


BOTH_SIDES: Columns[BothSides] = {
    "supplier": lambda row: row.supplier.name,
    "supplier_id": lambda row: row.supplier.id,
    "one": lambda row: row.hostility.source.name,
    "one_id": lambda row: row.hostility.source.id,
    "other": lambda row: row.hostility.target.name,
    "other_id": lambda row: row.hostility.target.id,
    "since": lambda row: row.since,
    "until": lambda row: row.until,
    "hostility": lambda row: row.hostility.proposition,
    "hostility_status": lambda row: row.hostility.status,
    "hostility_evidence": lambda row: _words(row.hostility),
    "to_one": lambda row: row.to_source.proposition,
    "to_one_status": lambda row: row.to_source.status,
    "to_one_evidence": lambda row: _words(row.to_source),
    "to_other": lambda row: row.to_target.proposition,
    "to_other_status": lambda row: row.to_target.status,
    "to_other_evidence": lambda row: _words(row.to_target),
}

ALLIES: Columns[AllyArming] = {
    "ally": lambda row: row.ally.name,
    "ally_id": lambda row: row.ally.id,
    "one": lambda row: row.one.name,
    "one_id": lambda row: row.one.id,
    "opponent": lambda row: row.opponent.name,
    "opponent_id": lambda row: row.opponent.id,
    "since": lambda row: row.since,
    "until": lambda row: row.until,
    "hostility": lambda row: row.hostility.proposition,
    "hostility_status": lambda row: row.hostility.status,
    "hostility_evidence": lambda row: _words(row.hostility),
    "arms": lambda row: row.arms.proposition,
    "arms_status": lambda row: row.arms.status,
    "arms_evidence": lambda row: _words(row.arms),
    "ties": lambda row: tuple(tie.proposition for tie in row.ties),
    "ties_evidence": lambda row: tuple(words for tie in row.ties for words in _words(tie)),
}


def _words(edge: Edge) -> tuple[str, ...]:
    """The sentences and records that an edge shows, a claimant before each."""
    return tuple(
        f"{row.claimant.name if row.claimant else 'unattributed'}:"
        f" {evidence.quote if isinstance(evidence, Quote) else evidence.record}"
        for row in edge.evidence
        for evidence in row.evidence[:1]
    )
