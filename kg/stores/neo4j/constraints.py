"""What the database keeps unique and what it finds fast. Made before the first write, and awaited.

Keys are ids, all of them hashes or short slugs: an index entry holds 8 kB at most, and URLs and texts may be longer.
Names are searched by their words, of any length: whoever explores by hand knows a name, or a part of one.
"""

from collections.abc import Container, Iterator

from kg.stores.neo4j.statement import Statement

UNIQUE = {"Entity": "id", "Claim": "id", "Document": "id", "Proposition": "id", "_Log": "sequence", "_Head": "id"}
INDEXED = {"claim_in_time": ("Claim", ("at", "id")), "proposition_of_status": ("Proposition", ("status",))}
NAMES, NAMED, NAME_KEYS = "kg_names", ("Entity", "Proposition", "Document"), ("name", "names")
SEARCHED = "kg_searched"
"""The index by which a question finds an entity; its words are `kg.naming.searched`, whatever their language."""


def make_constraints(there: Container[str] = ()) -> tuple[Statement, ...]:
    """Every constraint and index but those that are `there`, by their names; none of them is made twice."""
    return tuple(Statement(text) for name, text in _definitions() if name not in there)


def get_names() -> tuple[str, ...]:
    """What every constraint and index is called."""
    return tuple(name for name, _ in _definitions())


def _definitions() -> Iterator[tuple[str, str]]:
    for label, key in UNIQUE.items():
        name = f"kg_{label.strip('_').lower()}_{key}"
        yield name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.`{key}` IS UNIQUE"
    for purpose, (label, keys) in INDEXED.items():
        name = f"kg_{purpose}"
        yield name, f"CREATE INDEX {name} IF NOT EXISTS FOR (n:`{label}`) ON ({_properties(keys)})"
    labels = "|".join(f"`{label}`" for label in NAMED)
    searched = f"CREATE FULLTEXT INDEX {SEARCHED} IF NOT EXISTS FOR (n:Entity) ON EACH [n.searched]"
    yield SEARCHED, f"{searched} OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'standard-no-stop-words'}}}}"
    yield NAMES, f"CREATE FULLTEXT INDEX {NAMES} IF NOT EXISTS FOR (n:{labels}) ON EACH [{_properties(NAME_KEYS)}]"


def get_indexes() -> Statement:
    """The names and states of the indexes that the database has; a constraint keeps one of its own name."""
    return Statement("SHOW INDEXES YIELD name, state RETURN name, state")


def _properties(keys: tuple[str, ...]) -> str:
    return ", ".join(f"n.`{key}`" for key in keys)


def await_indexes() -> Statement:
    """Wait until every index is ONLINE, 300 s at most."""
    return Statement("CALL db.awaitIndexes(300)")
