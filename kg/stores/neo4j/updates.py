"""What a write asks of Neo4j, as values: each function builds a statement, none runs one.

Statements say how many nodes and relationships they are meant to make, so that a row that found no partner is noticed.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kg.answers import Shortcut
from kg.stores.neo4j.statement import Statement
from kg.stores.neo4j.vocabulary import (
    CLASS_LABELS,
    ENTITY_LABELS,
    KIND_LABELS,
    POSITIONS,
    ROLE_RELATIONSHIPS,
    SHORTCUTS,
    alternatives,
    typed,
)

Rows = Sequence[Mapping[str, Any]]

UNATTRIBUTED = "Unattributed"


def take_head() -> Statement:
    """Lock the head, so that nobody else writes until this transaction ends, and read it as it is from then on.

    The lock is a property that is set to what it is: `SET h.seq = h.seq + 1` would read before it locks.
    """
    return Statement(
        "MATCH (h:_Head {id: 'head'}) SET h.locked = true WITH h MATCH (f:_Head {id: 'flag'}) "
        "RETURN h.seq AS sequence, f.up AS flagged, f.raised AS raised"
    )


def raise_flag() -> Statement:
    """Tell readers that somebody is about to write."""
    return Statement(
        "MATCH (f:_Head {id: 'flag'}) SET f.locked = true WITH f SET f.up = true, f.raised = f.raised + 1",
        changes={"properties_set": 3},
    )


def lower_flag() -> Statement:
    """Tell readers that all is quiet, if whoever raised the flag has written. To be run by who has taken the head."""
    return Statement(
        "MATCH (h:_Head {id: 'head'}) MATCH (f:_Head {id: 'flag'}) SET f.locked = true "
        "WITH h, f WHERE h.settled = f.raised SET f.up = false"
    )


def move_head(sequence: int, raised: int) -> Statement:
    """The place of the log, and which raising of the flag this write answers."""
    return Statement(
        "MATCH (h:_Head {id: 'head'}) SET h.seq = $sequence, h.settled = $raised",
        {"sequence": sequence, "raised": raised},
        {"properties_set": 2},
    )


def make_head(format_: int) -> Statement:
    """The head of a new graph and its flag, which stand for good once they are there."""
    return Statement(
        "MERGE (f:_Head {id: 'flag'}) ON CREATE SET f.up = false, f.raised = 0, f.locked = true "
        "MERGE (h:_Head {id: 'head'}) ON CREATE SET h.seq = 0, h.settled = 0, h.locked = true, h.format = $format",
        {"format": format_},
    )


def append_log(sequence: int, document: str, recorded: str, bundle: str | None) -> Statement:
    """One more entry; a withdrawal has no bundle."""
    entry = {"sequence": sequence, "document": document, "recorded": recorded, "bundle": bundle}
    return Statement("CREATE (l:_Log) SET l = $entry", {"entry": entry}, {"nodes_created": 1})


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


def describe_entities(type_: str, rows: Rows) -> Statement:
    """Give entities the labels of their class and no other, and their `properties`."""
    labels = CLASS_LABELS[type_]
    others = [label for label in ENTITY_LABELS if label not in labels]
    return Statement(
        "UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e += row.properties "
        f"SET e{''.join(map(typed, labels))} REMOVE e{''.join(map(typed, others))}",
        {"rows": rows},
    )


def rename_claims(entities: Collection[str]) -> Statement:
    """Call the claims of renamed entities by their new names."""
    return Statement(
        "UNWIND $ids AS id MATCH (e:Entity {id: id})-[:MAKES]->(c:Claim) SET c.name = e.name + ' ' + c.stance",
        {"ids": sorted(entities)},
    )


def describe_propositions(rows: Rows) -> Statement:
    """Write where propositions stand, and what they are called, over what was there."""
    return Statement("UNWIND $rows AS row MATCH (p:Proposition {id: row.id}) SET p += row", {"rows": rows})


def remove_shortcuts(rows: Rows) -> Statement:
    """Take away the derived edges (`source`, `target`) of each `proposition`."""
    return Statement(
        "UNWIND $rows AS row MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target}) "
        f"MATCH (a)-[r{alternatives(SHORTCUTS.values())}]->(b) WHERE r.proposition = row.proposition DELETE r",
        {"rows": rows},
    )


def create_shortcuts(kind: str, shortcuts: Sequence[Shortcut]) -> Statement:
    """The derived edges of a kind."""
    return Statement(
        "UNWIND $rows AS row MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target}) "
        f"CREATE (a)-[r{typed(SHORTCUTS[kind])}]->(b) SET r = row.summary",
        {"rows": [_shortcut_row(shortcut) for shortcut in shortcuts]},
        {"relationships_created": len(shortcuts)},
    )


def remove_propositions(ids: Collection[str]) -> Statement:
    """Take away propositions that no claim speaks of any more, with their roles."""
    return Statement(
        "UNWIND $ids AS id MATCH (p:Proposition {id: id}) DETACH DELETE p",
        {"ids": sorted(ids)},
        {"nodes_deleted": len(ids)},
    )


def remove_entities(ids: Collection[str]) -> Statement:
    """Take away entities that no document speaks of any more. Fails, as it must, where something still leads to one."""
    return Statement(
        "UNWIND $ids AS id MATCH (e:Entity {id: id}) DELETE e", {"ids": sorted(ids)}, {"nodes_deleted": len(ids)}
    )


def remove_everything_derived() -> Statement:
    """Take away whatever follows from the log."""
    return Statement("MATCH (n:Entity|Claim|Document|Proposition) DETACH DELETE n")


def _shortcut_row(shortcut: Shortcut) -> dict[str, Any]:
    summary = {
        "proposition": shortcut.proposition,
        "status": shortcut.status,
        "items": list(shortcut.items),
        "first": shortcut.first,
        "last": shortcut.last,
        "claims": shortcut.claims,
        "origins": shortcut.origins,
        "quote": shortcut.quote,
    }
    return {"source": shortcut.source, "target": shortcut.target, "summary": summary}
