"""What brings a document into the graph and out of it, as values: each function builds a statement, none runs one.

Statements say how many nodes and relationships they are meant to make, so that a row that found no partner is noticed.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kg.stores.neo4j.statement import Statement
from kg.stores.neo4j.vocabulary import KIND_LABELS, POSITIONS, ROLE_RELATIONSHIPS, typed

Rows = Sequence[Mapping[str, Any]]

UNATTRIBUTED = "Unattributed"


def remove_document(document: str) -> Statement:
    """Take a document with its claims out of the graph; what it spoke of is told, and still stands."""
    return Statement(
        "MATCH (d:Document {id: $document}) "
        "WITH d, COLLECT { MATCH (e:Entity)-[:NAMED_IN]->(d) RETURN DISTINCT e.id } AS entities, "
        "COLLECT { MATCH (c:Claim)-[:QUOTED_IN]->(d) RETURN DISTINCT c } AS claims, "
        f"COLLECT {{ MATCH (p:Proposition)<-[{POSITIONS}]-(:Claim)-[:QUOTED_IN]->(d) RETURN DISTINCT p.id }} "
        "AS propositions "
        "FOREACH (c IN claims | DETACH DELETE c) DETACH DELETE d RETURN entities, propositions",
        {"document": document},
    )


def missing(entities: Collection[str], propositions: Collection[str]) -> Statement:
    """Which of these entities and propositions are not in the graph yet."""
    return Statement(
        "RETURN [id IN $entities WHERE NOT EXISTS { (:Entity {id: id}) }] AS entities, "
        "[id IN $propositions WHERE NOT EXISTS { (:Proposition {id: id}) }] AS propositions",
        {"entities": sorted(entities), "propositions": sorted(propositions)},
    )


def create_entities(ids: Collection[str]) -> Statement:
    """New entities, bare; who they are is derived from their readings."""
    return Statement("UNWIND $ids AS id CREATE (:Entity {id: id})", {"ids": sorted(ids)}, {"nodes_created": len(ids)})


def create_document(properties: Mapping[str, Any], publisher: str, agency: str | None) -> Statement:
    """The document, published by one entity and perhaps crediting another."""
    entities = {"publisher": publisher, "agency": agency}
    return Statement(
        "CREATE (d:Document) SET d = $properties WITH d "
        "MATCH (p:Entity {id: $publisher}) CREATE (p)-[:PUBLISHES]->(d) WITH d "
        "MATCH (a:Entity {id: $agency}) CREATE (d)-[:CREDITS]->(a)",
        {"properties": properties, **entities},
        {"nodes_created": 1, "relationships_created": sum(id_ is not None for id_ in entities.values())},
    )


def create_readings(document: str, rows: Rows) -> Statement:
    """How the document reads each `entity`: a row's `reading`."""
    return Statement(
        "MATCH (d:Document {id: $document}) UNWIND $rows AS row MATCH (e:Entity {id: row.entity}) "
        "CREATE (e)-[r:NAMED_IN]->(d) SET r = row.reading",
        {"document": document, "rows": rows},
        {"relationships_created": len(rows)},
    )


def create_claims(document: str, rows: Rows) -> Statement:
    """Claims (`properties`) with the places where they stand (`evidence`)."""
    return Statement(
        "MATCH (d:Document {id: $document}) UNWIND $rows AS row CREATE (c:Claim) SET c = row.properties "
        "WITH d, c, row UNWIND row.evidence AS place CREATE (c)-[r:QUOTED_IN]->(d) SET r = place",
        {"document": document, "rows": rows},
        {"nodes_created": len(rows), "relationships_created": sum(len(row["evidence"]) for row in rows)},
    )


def create_makers(rows: Rows) -> Statement:
    """Who makes each `claim`; a claim is called by its maker's name and its stance."""
    return Statement(
        "UNWIND $rows AS row MATCH (e:Entity {id: row.entity}) MATCH (c:Claim {id: row.claim}) "
        "CREATE (e)-[:MAKES]->(c) SET c.name = e.name + ' ' + c.stance",
        {"rows": rows},
        {"relationships_created": len(rows)},
    )


def create_relayers(rows: Rows) -> Statement:
    """Who relays each `claim`, at which `place` among the relayers."""
    return Statement(
        "UNWIND $rows AS row MATCH (e:Entity {id: row.entity}) MATCH (c:Claim {id: row.claim}) "
        "CREATE (e)-[:RELAYS {place: row.place}]->(c)",
        {"rows": rows},
        {"relationships_created": len(rows)},
    )


def create_propositions(kind: str, rows: Rows) -> Statement:
    """New propositions of a kind (`properties`)."""
    return Statement(
        f"UNWIND $rows AS row CREATE (p:Proposition{typed(KIND_LABELS[kind])}) SET p = row",
        {"rows": rows},
        {"nodes_created": len(rows)},
    )


def create_roles(role: str, rows: Rows) -> Statement:
    """Who or what stands in a role of each `proposition`."""
    return Statement(
        "UNWIND $rows AS row MATCH (p:Proposition {id: row.proposition}) MATCH (e:Entity {id: row.entity}) "
        f"CREATE (p)-[{typed(ROLE_RELATIONSHIPS[role])}]->(e)",
        {"rows": rows},
        {"relationships_created": len(rows)},
    )


def create_positions(relationship: str, rows: Rows) -> Statement:
    """What each `claim` says of a `proposition`: a row's `position`."""
    return Statement(
        "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}) MATCH (p:Proposition {id: row.proposition}) "
        f"CREATE (c)-[r{typed(relationship)}]->(p) SET r = row.position",
        {"rows": rows},
        {"relationships_created": len(rows)},
    )
