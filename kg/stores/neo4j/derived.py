"""What deriving asks of Neo4j, as values: what there is to derive from, and what follows written down."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kg.answers import Shortcut
from kg.stores.neo4j.queries import PROPOSITION
from kg.stores.neo4j.statement import Statement
from kg.stores.neo4j.vocabulary import (
    CLASS_LABELS,
    CONTESTED,
    ENTITY_LABELS,
    POSITIONS,
    ROLE,
    SHORTCUT,
    SHORTCUTS,
    typed,
)

Rows = Sequence[Mapping[str, Any]]


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
        f"UNWIND $ids AS id MATCH (p:Proposition {{id: id}}) RETURN {PROPOSITION}, "
        f"COLLECT {{ MATCH (p)<-[r{POSITIONS}]-(c:Claim) RETURN {vote} }} AS votes",
        {"ids": sorted(propositions)},
    )


def touched_by_names(entities: Collection[str]) -> Statement:
    """The propositions that show the names of some entities: in a role, or as a claimant."""
    return Statement(
        "UNWIND $ids AS id MATCH (e:Entity {id: id}) "
        f"CALL {{ WITH e MATCH (p:Proposition)-[{ROLE}]->(e) RETURN p.id AS proposition "
        f"UNION WITH e MATCH (e)-[:MAKES]->(:Claim)-[{POSITIONS}]->(p:Proposition) RETURN p.id AS proposition }} "
        "RETURN DISTINCT proposition",
        {"ids": sorted(entities)},
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
    return Statement(
        f"UNWIND $rows AS row MATCH (p:Proposition {{id: row.id}}) SET p += row REMOVE p{typed(CONTESTED)}",
        {"rows": rows},
    )


def mark_contested(ids: Collection[str]) -> Statement:
    """Label propositions as contested, beside their status: the styles of Neo4j Browser see labels alone."""
    return Statement(
        f"UNWIND $ids AS id MATCH (p:Proposition {{id: id}}) SET p{typed(CONTESTED)}", {"ids": sorted(ids)}
    )


def remove_shortcuts(rows: Rows) -> Statement:
    """Take away the derived edges (`source`, `target`) of each `proposition`."""
    return Statement(
        "UNWIND $rows AS row MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target}) "
        f"MATCH (a)-[r{SHORTCUT}]->(b) WHERE r.proposition = row.proposition DELETE r",
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
