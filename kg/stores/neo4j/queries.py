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
    ROLE,
    ROLE_RELATIONSHIPS,
    SHORTCUT,
    typed,
)

_ENTITY = (
    "e {.id, .type, .name, .names, documents: COLLECT { MATCH (e)-[:NAMED_IN]->(d) RETURN DISTINCT d.id }} AS entity"
)
_DOCUMENT = (
    "d {.*, published_by: [(e:Entity)-[:PUBLISHES]->(d) | [e.id, e.name]], "
    "credited: [(d)-[:CREDITS]->(e:Entity) | [e.id, e.name]]} AS document"
)
PROPOSITION = f"p {{.*, roles: [(p)-[r{ROLE}]->(e:Entity) | [type(r), e.id, e.name]]}} AS proposition"
"""What `kg.stores.neo4j.decoding.to_proposition` reads."""

_CLAIM = (
    "c {.id, .stance, .content, .said_on, .at, "
    "made_by: [(e:Entity)-[:MAKES]->(c) | [e.id, e.name]], "
    "relayed_by: [(e:Entity)-[r:RELAYS]->(c) | [r.place, e.id, e.name]], "
    "evidence: [(c)-[r:QUOTED_IN]->(d:Document) | r {.*, document: d.id}], "
    f"positions: [(c)-[r{POSITIONS}]->(p:Proposition) | {{said: properties(r), proposition: p.id}}]}} AS claim"
)


NOTHING = Statement("UNWIND $ids AS nothing RETURN nothing", {"ids": []})
"""What is asked where a filter names a class, a kind or a role that is none."""


def get_document(id_: str) -> Statement:
    """One document, with the bundle that it came in, which holds its text."""
    return Statement(
        "MATCH (d:Document {id: $id}) MATCH (l:_Log {sequence: d.sequence}) "
        f"RETURN {_DOCUMENT}, l.bundle AS bundle",
        {"id": id_},
    )


def iter_documents(after: str, limit: int | None, ids: Collection[str] | None) -> Statement:
    """Documents by id."""
    among = " AND d.id IN $ids" if ids is not None else ""
    return Statement(
        f"MATCH (d:Document) WHERE d.id > $after{among} "
        f"WITH d ORDER BY d.id{_limit(limit)} RETURN {_DOCUMENT} ORDER BY d.id",
        {"after": after, "limit": limit, "ids": sorted(ids or ())},
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
    return Statement(f"UNWIND $ids AS id MATCH (p:Proposition {{id: id}}) RETURN {PROPOSITION}", {"ids": sorted(ids)})


def iter_propositions(where: PropositionFilter) -> Statement:
    """Propositions by id."""
    if not _is_kind(where.kind) or not where.roles.keys() <= ROLE_RELATIONSHIPS.keys() | CODE_ROLES:
        return NOTHING
    parameters: dict[str, Any] = {"after": where.after, "limit": where.limit}
    matches = [*_standing_where(where.kind, where.statuses, where.about, None, parameters)]
    matches += _in_roles(where, parameters)
    return Statement(
        f"{' '.join(matches)} WITH DISTINCT p ORDER BY p.id{_limit(where.limit)} RETURN {PROPOSITION} ORDER BY p.id",
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
        f"MATCH (a:Entity)-[r{SHORTCUT}]->(b:Entity) "
        "RETURN r {.*, relationship: type(r), source: a.id, target: b.id} AS shortcut ORDER BY r.proposition"
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
        yield f"MATCH (p)-[{ROLE}]->(somebody:Entity) WHERE somebody.id IN $about"


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
