"""The log, as statements: what it holds, and what of it stands."""

from kg.stores.neo4j.statement import Statement


def iter_entries(after: int, limit: int) -> Statement:
    """Some entries of the log after a place."""
    return Statement(
        "MATCH (l:_Log) WHERE l.sequence > $after "
        "RETURN l.sequence AS sequence, l.document AS document, l.recorded AS recorded, l.bundle AS bundle, "
        "l.purged AS purged ORDER BY l.sequence LIMIT $limit",
        {"after": after, "limit": limit},
    )


def count_entries() -> Statement:
    """How many entries the log holds."""
    return Statement("MATCH (l:_Log) RETURN count(l) AS entries")


def get_entry(sequence: int) -> Statement:
    """One entry of the log."""
    return Statement("MATCH (l:_Log {sequence: $sequence}) RETURN l.bundle AS bundle", {"sequence": sequence})


def get_bundle(document: str) -> Statement:
    """The bundle that a current document came in."""
    return Statement(
        "MATCH (d:Document {id: $id}) MATCH (l:_Log {sequence: d.sequence}) RETURN l.bundle AS bundle",
        {"id": document},
    )


def get_current(document: str) -> Statement:
    """Version of a current document, and its place in the log."""
    return Statement(
        "MATCH (d:Document {id: $id}) RETURN d.version AS version, d.sequence AS sequence", {"id": document}
    )


def get_rejected(document: str) -> Statement:
    """Version of what was rejected of a file, as it stands, and its place in the log."""
    return Statement(
        "MATCH (l:_Rejected {document: $id}) RETURN l.version AS version, l.sequence AS sequence", {"id": document}
    )


def iter_rejected() -> Statement:
    """The bundles of all that was rejected, by the ids of their documents."""
    return Statement("MATCH (l:_Rejected) RETURN l.bundle AS bundle ORDER BY l.document")


def mark_rejected(sequence: int, version: str) -> Statement:
    """Let an entry stand for what was rejected of its file: it has no other node."""
    return Statement(
        "MATCH (l:_Log {sequence: $sequence}) SET l:_Rejected, l.version = $version",
        {"sequence": sequence, "version": version},
        {"labels_added": 1},
    )


def unmark_rejected(document: str) -> Statement:
    """No entry stands for what was rejected of a file any more."""
    return Statement(
        "MATCH (l:_Rejected {document: $id}) REMOVE l:_Rejected, l.version RETURN l.sequence AS sequence",
        {"id": document},
    )


def unmark_all_rejected() -> Statement:
    """No entry stands for what was rejected of any file."""
    return Statement("MATCH (l:_Rejected) REMOVE l:_Rejected, l.version")


def standing_puts() -> Statement:
    """Where in the log each current document stands, in the order of their ids, by the log alone."""
    return Statement(
        "MATCH (l:_Log) WITH l.document AS document, max(l.sequence) AS sequence "
        "MATCH (l:_Log {sequence: sequence}) WHERE l.bundle IS NOT NULL "
        'RETURN document, sequence, l.bundle CONTAINS \'"form":"rejected"\' AS rejected ORDER BY document'
    )


def erase(document: str) -> Statement:
    """Empty the places of a document."""
    return Statement(
        "MATCH (l:_Log) WHERE l.document = $document SET l.purged = true REMOVE l.bundle", {"document": document}
    )


def append(sequence: int, document: str, recorded: str, bundle: str | None, *, purged: bool = False) -> Statement:
    """One more entry; a withdrawal has no bundle, nor has an empty place."""
    entry = {
        "sequence": sequence,
        "document": document,
        "recorded": recorded,
        "bundle": bundle,
        "purged": purged or None,
    }
    return Statement("CREATE (l:_Log) SET l = $entry", {"entry": entry}, {"nodes_created": 1})
