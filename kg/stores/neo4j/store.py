"""The store on a Neo4j server: opening it, and its three nouns in one."""

import logging
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

from neo4j import GraphDatabase, NotificationMinimumSeverity

from kg.errors import StoreError, StoreMismatch, StoreUnreachable
from kg.store import Receipt
from kg.stores.address import Address
from kg.stores.neo4j import constraints, head, writer
from kg.stores.neo4j.errors import translated
from kg.stores.neo4j.reader import Neo4jReader
from kg.stores.neo4j.session import Sessions
from kg.stores.steps import Announce, say_nothing
from ontology.bundle import Bundle

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what goes wrong is raised, not printed beside it

FORMAT = 2
"""How the graph is kept. An older one is derived again from its log when it is opened; a newer one is not touched."""

_PATIENCE_S = 10.0


class Neo4jStore(Neo4jReader):
    """A store in one database of a server. Safe to share between threads."""

    def __init__(self, sessions: Sessions, announce: Announce = say_nothing) -> None:
        super().__init__(sessions)
        self._announce = announce
        self._wrote = False

    def put(self, bundle: Bundle, recorded: str | None = None) -> Receipt:
        """Store one document's bundle. The current one again changes nothing, another one replaces it."""
        self._wrote = True
        return writer.put(self._sessions, self._announce, bundle, recorded)

    def withdraw(self, document: str, recorded: str | None = None) -> Receipt:
        """Take a document out of the current state; the log keeps it. Raises UnknownDocument."""
        self._wrote = True
        return writer.withdraw(self._sessions, self._announce, document, recorded)

    def purge(self, document: str, recorded: str | None = None) -> Receipt:
        """Erase a document from the log and from the graph, for good; its places in the log stay, empty.

        The server may keep bytes of it in its own files for a while: `docs/decisions/` tells how they go.
        """
        self._wrote = True
        return writer.purge(self._sessions, self._announce, document, recorded)

    def rebuild(self) -> int:
        """Derive everything again from the log; the number of current documents."""
        self._wrote = True
        return writer.rebuild(self._sessions, self._announce)

    def close(self) -> None:
        """Let go of the connections; after writes, tell readers that all is quiet."""
        if self._wrote:
            with suppress(StoreError):  # whoever reads next does it instead
                self._sessions.lower_flag()
        self._sessions.driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, StoreUnreachable):  # nobody is there to be told
            self._wrote = False
        self.close()


def open_store(address: Address, *, create: bool = False, announce: Announce = say_nothing) -> Neo4jStore:
    """The store in a server's database; with `create`, a new one in an empty database.

    Raises StoreUnreachable, StoreDenied, StoreMismatch or another StoreError.
    """
    sessions = connect(address)
    try:
        _check(sessions, create=create)
    except BaseException:
        sessions.driver.close()
        raise
    return Neo4jStore(sessions, announce)


def connect(address: Address) -> Sessions:
    """Sessions on a server that answers and lets us in. Raises StoreError."""
    place = str(address)
    with translated(place):
        driver = GraphDatabase.driver(
            address.uri,
            auth=address.auth,
            connection_timeout=_PATIENCE_S,
            max_transaction_retry_time=_PATIENCE_S,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            user_agent="claimgraph",
        )
        try:
            driver.verify_connectivity()
        except BaseException:
            driver.close()
            raise
    return Sessions(driver, address.database, place, GraphDatabase.bookmark_manager())


def _check(sessions: Sessions, *, create: bool) -> None:
    formats = _formats(sessions)
    if not formats and create:
        _make(sessions)
    elif not formats:
        raise StoreError(f"no store at {sessions.place}: load something into it first, with `kg load`")
    elif formats[0] < FORMAT:
        _renew(sessions)
    elif formats[0] > FORMAT:
        raise StoreMismatch(
            f"the graph at {sessions.place} was written by a newer claimgraph (its format is {formats[0]}, this one"
            f" knows {FORMAT}): update claimgraph, or name another store"
        )
    elif create:
        _complete(sessions)


def _formats(sessions: Sessions) -> Sequence[int]:
    return [record["format"] for record in sessions.read(lambda transaction: transaction.run(head.get_format()))]


def _make(sessions: Sessions) -> None:
    """Prepare an empty database: constraints first, the head last, so that a head means that all is ready."""
    if sessions.read(lambda transaction: transaction.run(head.get_anything())):
        raise StoreMismatch(
            f"the database at {sessions.place} holds something else than claimgraph, and is left as it is: "
            "name an empty one"
        )
    for statement in (*constraints.make_constraints(), constraints.await_indexes(), head.make(FORMAT)):
        sessions.define(statement)


def _renew(sessions: Sessions) -> None:
    """Derive an older graph again, its format last: whoever is interrupted begins anew."""
    _complete(sessions)
    writer.rebuild(sessions, say_nothing)
    sessions.lower_flag()
    sessions.define(head.set_format(FORMAT))


def _complete(sessions: Sessions) -> None:
    """Give a graph the indexes that came after it was made."""
    there = {record["name"] for record in sessions.read(lambda transaction: transaction.run(constraints.get_indexes()))}
    missing = constraints.make_constraints(there)
    for statement in (*missing, *([constraints.await_indexes()] if missing else [])):
        sessions.define(statement)
