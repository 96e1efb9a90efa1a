"""What an answer asks of Neo4j, as values: each function builds a statement, none runs one."""

from collections.abc import Collection, Iterator
from typing import Any

from kg.store import ClaimFilter, EntityFilter, PropositionFilter
from kg.stores.neo4j.statement import Statement
from kg.stores.neo4j.vocabulary import (
    CLASS_LABELS,
    CODE_ROLES,
    KIND_LABELS,
    POSITIONS,
    ROLE_RELATIONSHIPS,
    SHORTCUTS,
    alternatives,
    typed,
)

_ROLE = alternatives(ROLE_RELATIONSHIPS.values())

_ENTITY = (
    "e {.id, .type, .name, .names, documents: COLLECT { MATCH (e)-[:NAMED_IN]->(d) RETURN DISTINCT d.id }} AS entity"
)
_DOCUMENT = (
    "d {.*, published_by: [(e:Entity)-[:PUBLISHES]->(d) | [e.id, e.name]], "
    "credited: [(d)-[:CREDITS]->(e:Entity) | [e.id, e.name]]} AS document"
)
_PROPOSITION = f"p {{.*, roles: [(p)-[r{_ROLE}]->(e:Entity) | [type(r), e.id, e.name]]}} AS proposition"
_CLAIM = (
    "c {.id, .stance, .content, .said_on, .at, "
    "made_by: [(e:Entity)-[:MAKES]->(c) | [e.id, e.name]], "
    "relayed_by: [(e:Entity)-[r:RELAYS]->(c) | [r.place, e.id, e.name]], "
    "evidence: [(c)-[r:QUOTED_IN]->(d:Document) | r {.*, document: d.id}], "
    f"positions: [(c)-[r{POSITIONS}]->(p:Proposition) | {{said: properties(r), proposition: p.id}}]}} AS claim"
)


NOTHING = Statement("UNWIND $ids AS nothing RETURN nothing", {"ids": []})
"""What is asked where a filter names a class, a kind or a role that is none."""


def format_() -> Statement:
    """The format that the graph is kept in; nothing where there is no graph of ours."""
    return Statement("MATCH (h:_Head {id: 'head'}) RETURN h.format AS format")


def flag() -> Statement:
    """Whether somebody may be writing, and how often somebody was about to."""
    return Statement("MATCH (f:_Head {id: 'flag'}) RETURN f.up AS up, f.raised AS raised")


def current(document: str) -> Statement:
    """Version of a current document, and its place in the log."""
    return Statement(
        "MATCH (d:Document {id: $id}) RETURN d.version AS version, d.sequence AS sequence", {"id": document}
    )


def anything() -> Statement:
    """One node, if there is any, of whatever label."""
    return Statement("MATCH (n) RETURN labels(n) AS labels LIMIT 1")


def get_document(id_: str) -> Statement:
    """One document, with the bundle that it came in, which holds its text."""
    return Statement(
        "MATCH (d:Document {id: $id}) MATCH (l:_Log {sequence: d.sequence}) "
        f"RETURN {_DOCUMENT}, l.bundle AS bundle",
        {"id": id_},
    )


def iter_documents(after: str, limit: int | None) -> Statement:
    """Documents by id."""
    return Statement(
        f"MATCH (d:Document) WHERE d.id > $after WITH d ORDER BY d.id{_limit(limit)} RETURN {_DOCUMENT} ORDER BY d.id",
        {"after": after, "limit": limit},
    )


def get_entity(id_: str) -> Statement:
    """One entity."""
    return Statement(f"MATCH (e:Entity {{id: $id}}) RETURN {_ENTITY}", {"id": id_})


def iter_entities(where: EntityFilter, folded: str | None) -> Statement:
    """Entities by id; `folded` is the name that they are to bear."""
    if where.type is not None and where.type not in CLASS_LABELS:
        return NOTHING
    label = typed(CLASS_LABELS[where.type][-1]) if where.type else ""
    named = " AND $folded IN e.folded" if folded is not None else ""
    return Statement(
        f"MATCH (e:Entity{label}) WHERE e.id > $after{named} "
        f"WITH e ORDER BY e.id{_limit(where.limit)} RETURN {_ENTITY} ORDER BY e.id",
        {"after": where.after, "folded": folded, "limit": where.limit},
    )


def get_propositions(ids: Collection[str]) -> Statement:
    """Propositions of some ids."""
    return Statement(f"UNWIND $ids AS id MATCH (p:Proposition {{id: id}}) RETURN {_PROPOSITION}", {"ids": sorted(ids)})


def iter_propositions(where: PropositionFilter) -> Statement:
    """Propositions by id."""
    if not _is_kind(where.kind) or not where.roles.keys() <= ROLE_RELATIONSHIPS.keys() | CODE_ROLES:
        return NOTHING
    parameters: dict[str, Any] = {"after": where.after, "limit": where.limit}
    matches = [*_standing_where(where.kind, where.statuses, where.about, None, parameters)]
    matches += _in_roles(where, parameters)
    return Statement(
        f"{' '.join(matches)} WITH DISTINCT p ORDER BY p.id{_limit(where.limit)} RETURN {_PROPOSITION} ORDER BY p.id",
        parameters,
    )


def get_claim(id_: str) -> Statement:
    """One claim."""
    return Statement(f"MATCH (c:Claim {{id: $id}}) RETURN {_CLAIM}", {"id": id_})


def iter_claims(where: ClaimFilter) -> Statement:
    """Claims by when they were made."""
    if not _is_kind(where.kind):
        return NOTHING
    parameters: dict[str, Any] = {"at": where.after[0], "id": where.after[1], "limit": where.limit}
    return Statement(
        f"{' '.join(_claims_where(where, parameters))} "
        f"WITH DISTINCT c ORDER BY c.at, c.id{_limit(where.limit)} RETURN {_CLAIM} ORDER BY c.at, c.id",
        parameters,
    )


def iter_shortcuts() -> Statement:
    """The derived edges by their propositions."""
    return Statement(
        f"MATCH (a:Entity)-[r{alternatives(SHORTCUTS.values())}]->(b:Entity) "
        "RETURN r {.*, relationship: type(r), source: a.id, target: b.id} AS shortcut ORDER BY r.proposition"
    )


def get_bundle(document: str) -> Statement:
    """The bundle that a current document came in."""
    return Statement(
        "MATCH (d:Document {id: $id}) MATCH (l:_Log {sequence: d.sequence}) RETURN l.bundle AS bundle",
        {"id": document},
    )


def get_entry(sequence: int) -> Statement:
    """One entry of the log."""
    return Statement("MATCH (l:_Log {sequence: $sequence}) RETURN l.bundle AS bundle", {"sequence": sequence})


def iter_log(after: int, limit: int) -> Statement:
    """Some entries of the log after a place."""
    return Statement(
        "MATCH (l:_Log) WHERE l.sequence > $after "
        "RETURN l.sequence AS sequence, l.document AS document, l.recorded AS recorded, l.bundle AS bundle "
        "ORDER BY l.sequence LIMIT $limit",
        {"after": after, "limit": limit},
    )


def standing_puts() -> Statement:
    """Where in the log each current document stands, in the order of their ids, by the log alone."""
    return Statement(
        "MATCH (l:_Log) WITH l.document AS document, max(l.sequence) AS sequence "
        "MATCH (l:_Log {sequence: sequence}) WHERE l.bundle IS NOT NULL "
        "RETURN document, sequence ORDER BY document"
    )


def get_readings(entities: Collection[str]) -> Statement:
    """How all documents read some entities, and what is derived from it so far."""
    return Statement(
        "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id AS id, properties(e) AS before, "
        "[(e)-[r:NAMED_IN]->(d:Document) | [d.id, r.type, r.name, r.names]] AS heard",
        {"ids": sorted(entities)},
    )


def get_votes(propositions: Collection[str]) -> Statement:
    """All that claims say of some propositions."""
    vote = (
        "{claim: c.id, at: c.at, stance: c.stance, origins: c.origin_keys, said: properties(r), "
        "quote: c.quote, made_by: [(e:Entity)-[:MAKES]->(c) | [e.id, e.name]]}"
    )
    return Statement(
        f"UNWIND $ids AS id MATCH (p:Proposition {{id: id}}) RETURN {_PROPOSITION}, "
        f"COLLECT {{ MATCH (p)<-[r{POSITIONS}]-(c:Claim) RETURN {vote} }} AS votes",
        {"ids": sorted(propositions)},
    )


def touched_by_names(entities: Collection[str]) -> Statement:
    """The propositions that show the names of some entities: in a role, or as a claimant."""
    return Statement(
        "UNWIND $ids AS id MATCH (e:Entity {id: id}) "
        f"CALL {{ WITH e MATCH (p:Proposition)-[{_ROLE}]->(e) RETURN p.id AS proposition "
        f"UNION WITH e MATCH (e)-[:MAKES]->(:Claim)-[{POSITIONS}]->(p:Proposition) RETURN p.id AS proposition }} "
        "RETURN DISTINCT proposition",
        {"ids": sorted(entities)},
    )


def _is_kind(kind: str | None) -> bool:
    return kind is None or kind in KIND_LABELS


def _limit(limit: int | None) -> str:
    return "" if limit is None else " LIMIT $limit"


def _claims_where(where: ClaimFilter, parameters: dict[str, Any]) -> Iterator[str]:
    parameters.update(by=_listed(where.by), document=where.document)
    yield "MATCH (c:Claim) WHERE c.at >= $at AND (c.at > $at OR c.id > $id)"
    if where.document is not None:
        yield "MATCH (c)-[:QUOTED_IN]->(:Document {id: $document})"
    if where.by is not None:
        yield "MATCH (maker:Entity)-[:MAKES]->(c) WHERE maker.id IN $by"
    if where.kind or any(given is not None for given in (where.statuses, where.about, where.propositions)):
        yield f"MATCH (c)-[{POSITIONS}]->(p)"
        yield from _standing_where(where.kind, where.statuses, where.about, where.propositions, parameters)


def _standing_where(
    kind: str | None,
    statuses: Collection[str] | None,
    about: Collection[str] | None,
    ids: Collection[str] | None,
    parameters: dict[str, Any],
) -> Iterator[str]:
    parameters.update(statuses=_listed(statuses), about=_listed(about), ids=_listed(ids))
    conditions = ["p.status IN $statuses"] * (statuses is not None) + ["p.id IN $ids"] * (ids is not None)
    conditions += ["p.id > $after"] * ("after" in parameters)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    yield f"MATCH (p:Proposition{typed(KIND_LABELS[kind]) if kind else ''}){where}"
    if about is not None:
        yield f"MATCH (p)-[{_ROLE}]->(somebody:Entity) WHERE somebody.id IN $about"


def _in_roles(where: PropositionFilter, parameters: dict[str, Any]) -> Iterator[str]:
    for number, (role, ids) in enumerate(sorted(where.roles.items())):
        parameters[f"role{number}"] = _listed(ids)
        if role in CODE_ROLES:
            yield f"MATCH (p) WHERE p.`{role}` IN $role{number}"
        else:
            relationship = typed(ROLE_RELATIONSHIPS[role])
            yield f"MATCH (p)-[{relationship}]->(e{number}:Entity) WHERE e{number}.id IN $role{number}"


def _listed(values: Collection[str] | None) -> list[str] | None:
    return None if values is None else sorted(str(value) for value in values)
