"""The backends, each behind `kg.store.Store`, and the one door to them. Drivers are imported nowhere else.

`open_store` picks a backend by the scheme of the address and imports only that one.
"""

from kg.store import Store
from kg.stores.address import parse_address
from kg.stores.steps import Announce, say_nothing


def open_store(url: str | None = None, *, create: bool = False, announce: Announce = say_nothing) -> Store:
    """The store at an address (`claimgraph.db` in the current folder by default).

    Only with `create` is a store made where there is none. `announce` is told each step of a write.
    Raises StoreURLError for an address that is none, another StoreError for a store that cannot be opened.
    """
    address = parse_address(url)
    if address.scheme == "sqlite":
        from kg.stores import sqlite

        return sqlite.open_store(address, create=create, announce=announce)
    from kg.stores import neo4j

    return neo4j.open_store(address, create=create, announce=announce)


__all__ = ["open_store"]
