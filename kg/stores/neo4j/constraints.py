"""What the database keeps unique and what it finds fast. Made before the first write, and awaited.

Keys are ids, all of them hashes or short slugs: an index entry holds 8 kB at most, and URLs and texts may be longer.
"""

from kg.stores.neo4j.statement import Statement

UNIQUE = {"Entity": "id", "Claim": "id", "Document": "id", "Proposition": "id", "_Log": "sequence", "_Head": "id"}
INDEXED = {"claim_in_time": ("Claim", ("at", "id")), "proposition_of_status": ("Proposition", ("status",))}


def make_constraints() -> tuple[Statement, ...]:
    """Every constraint and index; none of them is made twice."""
    unique = [
        f"CREATE CONSTRAINT kg_{label.strip('_').lower()}_{key} IF NOT EXISTS "
        f"FOR (n:`{label}`) REQUIRE n.`{key}` IS UNIQUE"
        for label, key in UNIQUE.items()
    ]
    indexed = [
        f"CREATE INDEX kg_{name} IF NOT EXISTS FOR (n:`{label}`) ON ({', '.join(f'n.`{key}`' for key in keys)})"
        for name, (label, keys) in INDEXED.items()
    ]
    return tuple(Statement(text) for text in (*unique, *indexed))


def await_indexes() -> Statement:
    """Wait until every index is ONLINE, 300 s at most."""
    return Statement("CALL db.awaitIndexes(300)")
