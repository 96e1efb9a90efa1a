"""What an answer asks of Neo4j, as values: each function builds a statement, none runs one."""

from collections.abc import Collection, Iterator
from typing import Any

from kg.naming import in_words
from kg.store import ClaimFilter, EntityFilter, PropositionFilter, ToldFilter
from kg.stores.neo4j.constraints import SEARCHED
from kg.stores.neo4j.statement import Statement
from kg.stores.neo4j.vocabulary import (
    CLASS_LABELS,
    CODE_ROLES,
    CODES,
    KIND_LABELS,
    POSITIONS,
    ROLE,
    ROLE_RELATIONSHIPS,
    SHORTCUT,
    typed,
)
from ontology.identity import fold

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


def iter_entities(where: EntityFilter) -> Statement:
    """Entities by id."""
    if where.type is not None and where.type not in CLASS_LABELS:
        return NOTHING
    parameters: dict[str, Any] = {"after": where.after, "limit": where.limit}
    conditions = ["e.id > $after", *_named(where, parameters)]
    begin = f"MATCH (e:Entity{typed(CLASS_LABELS[where.type][-1]) if where.type else ''})"
    if words := _words(where):
        parameters["words"] = words
        begin = f"CALL db.index.fulltext.queryNodes('{SEARCHED}', $words) YIELD node AS e WITH e"
        conditions += [f"e{typed(CLASS_LABELS[where.type][-1])}"] if where.type else []
    return Statement(
        f"{begin} WHERE {' AND '.join(conditions)} "
        f"WITH e ORDER BY e.id{_limit(where.limit)} RETURN {_ENTITY} ORDER BY e.id",
        parameters,
    )


def _words(where: EntityFilter) -> str | None:
    """What the index of names is asked first: plain words, in which no sign has a meaning."""
    last = where.ending if where.name is None else where.name
    if last is not None:
        return f'"{in_words(last)}"'
    return f"{where.beginning}*" if where.beginning and where.beginning.isalnum() else None


def _named(where: EntityFilter, parameters: dict[str, Any]) -> Iterator[str]:
    if where.name is not None:
        parameters["folded"] = fold(where.name)
        yield "$folded IN e.folded"
    if where.ending is not None:
        parameters["ending"] = in_words(where.ending)
        yield "any(line IN split(e.searched, '\\n') WHERE line = $ending OR line ENDS WITH ' ' + $ending)"
    if where.beginning is not None:
        parameters["beginning"] = where.beginning
        yield "any(name IN e.folded WHERE name STARTS WITH $beginning)"


def get_propositions(ids: Collection[str]) -> Statement:
    """Propositions of some ids."""
    return Statement(f"UNWIND $ids AS id MATCH (p:Proposition {{id: id}}) RETURN {PROPOSITION}", {"ids": sorted(ids)})


def iter_propositions(where: PropositionFilter) -> Statement:
    """Propositions by id, or the heaviest first."""
    parameters: dict[str, Any] = {"after": where.after, "limit": where.limit}
    matches = _propositions_where(where, parameters)
    if matches is None:
        return NOTHING
    order = "p.origins DESC, p.claims DESC, p.id" if where.heaviest else "p.id"
    after = " WHERE p.id > $after" if where.after and not where.heaviest else ""
    return Statement(
        f"{matches} WITH DISTINCT p{after} ORDER BY {order}{_limit(where.limit)} RETURN {PROPOSITION} ORDER BY {order}",
        parameters,
    )


def count_propositions(where: PropositionFilter) -> Statement:
    """How many propositions fit."""
    parameters: dict[str, Any] = {}
    matches = _propositions_where(where, parameters)
    return NOTHING if matches is None else Statement(f"{matches} RETURN count(DISTINCT p) AS count", parameters)


def iter_told(where: ToldFilter) -> Statement:
    """Positions in short."""
    parameters: dict[str, Any] = {"ids": sorted(where.propositions), "since": where.since, "until": where.until}
    spans = (where.since and "r.until >= $since", where.until and "r.until > '' AND r.since <= $until")
    conditions = " AND ".join(filter(None, spans))
    told = (
        "{proposition: p.id, claim: c.id, said: properties(r), record: c.quote IS NULL, stance: c.stance, at: c.at, "
        "made_by: [(e:Entity)-[:MAKES]->(c) | [e.id, e.name]]} AS told"
    )
    within = f" WHERE {conditions}" if conditions else ""
    claimed = " ".join(_claimed("c", where.by, where.document, parameters))
    return Statement(
        f"UNWIND $ids AS id MATCH (p:Proposition {{id: id}})<-[r{POSITIONS}]-(c:Claim){within} {claimed} "
        f"WITH DISTINCT p, r, c RETURN {told} ORDER BY p.id, c.id, r.place",
        parameters,
    )


def get_claim(id_: str) -> Statement:
    """One claim."""
    return Statement(f"MATCH (c:Claim {{id: $id}}) RETURN {_CLAIM}", {"id": id_})


def iter_claims(where: ClaimFilter) -> Statement:
    """Claims by when they were made."""
    parameters: dict[str, Any] = {"at": where.after[0], "id": where.after[1], "limit": where.limit}
    matches = _claims_where(where, parameters)
    if matches is None:
        return NOTHING
    return Statement(
        f"{matches} WITH DISTINCT c WHERE c.at >= $at AND (c.at > $at OR c.id > $id) "
        f"WITH c ORDER BY c.at, c.id{_limit(where.limit)} RETURN {_CLAIM} ORDER BY c.at, c.id",
        parameters,
    )


def count_claims(where: ClaimFilter) -> Statement:
    """How many claims fit."""
    parameters: dict[str, Any] = {}
    matches = _claims_where(where, parameters)
    return NOTHING if matches is None else Statement(f"{matches} RETURN count(DISTINCT c) AS count", parameters)


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


def _propositions_where(where: PropositionFilter, parameters: dict[str, Any]) -> str | None:
    """What matches the propositions that fit as `p`; None where a word is none of the schema's."""
    if not _is_kind(where.kind) or not where.roles.keys() <= ROLE_RELATIONSHIPS.keys() | CODE_ROLES:
        return None
    matches = [*_standing_where(where.kind, where.statuses, where.about, None, parameters)]
    matches += _in_roles(where, parameters)
    if where.by is not None or where.document is not None:
        matches += [f"MATCH (p)<-[{POSITIONS}]-(c:Claim)", *_claimed("c", where.by, where.document, parameters)]
    return " ".join(matches)


def _claims_where(where: ClaimFilter, parameters: dict[str, Any]) -> str | None:
    """What matches the claims that fit as `c`; None where a word is none of the schema's."""
    if not _is_kind(where.kind):
        return None
    matches = ["MATCH (c:Claim)" if where.ids is None else "UNWIND $claims AS one MATCH (c:Claim {id: one})"]
    parameters.update({} if where.ids is None else {"claims": sorted(where.ids)})
    matches += [f"WHERE NOT (c)-[{POSITIONS}]->()"] * where.bare
    matches += _claimed("c", where.by, where.document, parameters)
    if where.kind or any(given is not None for given in (where.statuses, where.about, where.propositions)):
        matches.append(f"MATCH (c)-[{POSITIONS}]->(p)")
        matches += _standing_where(where.kind, where.statuses, where.about, where.propositions, parameters)
    return " ".join(matches)


def _claimed(claim: str, by: Collection[str] | None, document: str | None, parameters: dict[str, Any]) -> Iterator[str]:
    if document is not None:
        parameters["document"] = document
        yield f"MATCH ({claim})-[:QUOTED_IN]->(:Document {{id: $document}})"
    if by is not None:
        parameters["by"] = _listed(by)
        yield f"MATCH (maker:Entity)-[:MAKES]->({claim}) WHERE maker.id IN $by"


def _standing_where(
    kind: str | None,
    statuses: Collection[str] | None,
    about: Collection[str] | None,
    ids: Collection[str] | None,
    parameters: dict[str, Any],
) -> Iterator[str]:
    parameters.update(statuses=_listed(statuses), about=_listed(about), ids=_listed(ids))
    conditions = ["p.status IN $statuses"] * (statuses is not None) + ["p.id IN $ids"] * (ids is not None)
    coded = [f"p.`{role}` IN $about" for role in sorted(CODE_ROLES) if CODES & {*(about or ())}]
    if coded:
        conditions.append(f"({' OR '.join([f'EXISTS {{ (p)-[{ROLE}]->(s:Entity) WHERE s.id IN $about }}', *coded])})")
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    yield f"MATCH (p:Proposition{typed(KIND_LABELS[kind]) if kind else ''}){where}"
    if about is not None and not coded:
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
