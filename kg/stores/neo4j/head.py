"""The head, as statements: the lock of writers and the place of the log, and beside it a flag that warns readers."""

from kg.stores.neo4j.statement import Statement


def get_format() -> Statement:
    """The format that the graph is kept in; nothing where there is no graph of ours."""
    return Statement("MATCH (h:_Head {id: 'head'}) RETURN h.format AS format")


def set_format(format_: int) -> Statement:
    """The graph is kept in another format from now on."""
    return Statement("MATCH (h:_Head {id: 'head'}) SET h.format = $format", {"format": format_}, {"properties_set": 1})


def get_flag() -> Statement:
    """Whether somebody may be writing, and how often somebody was about to."""
    return Statement("MATCH (f:_Head {id: 'flag'}) RETURN f.up AS up, f.raised AS raised")


def get_anything() -> Statement:
    """One node, if there is any, of whatever label."""
    return Statement("MATCH (n) RETURN labels(n) AS labels LIMIT 1")


def make(format_: int) -> Statement:
    """The head of a new graph and its flag, which stand for good once they are there."""
    return Statement(
        "MERGE (f:_Head {id: 'flag'}) ON CREATE SET f.up = false, f.raised = 0, f.locked = true "
        "MERGE (h:_Head {id: 'head'}) ON CREATE SET h.seq = 0, h.settled = 0, h.locked = true, h.format = $format",
        {"format": format_},
    )


def take() -> Statement:
    """Lock the head, so that nobody else writes until this transaction ends, and read it as it is from then on.

    What locks is a property that is set to what it is. A `SET` that reads what it sets was seen to read before it had
    the lock, and to end in deadlocks.
    """
    return Statement(
        "MATCH (h:_Head {id: 'head'}) SET h.locked = true WITH h MATCH (f:_Head {id: 'flag'}) "
        "RETURN h.seq AS sequence, f.up AS flagged, f.raised AS raised"
    )


def move(sequence: int, raised: int) -> Statement:
    """The place of the log, and which raising of the flag this write answers."""
    return Statement(
        "MATCH (h:_Head {id: 'head'}) SET h.seq = $sequence, h.settled = $raised",
        {"sequence": sequence, "raised": raised},
        {"properties_set": 2},
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
