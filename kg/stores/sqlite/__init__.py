"""The embedded store: one SQLite file, a log and what is derived from it. One writer at a time, any number of readers.

Query texts are in `queries`, `writing` and `deriving`; running them is the business of `store` and `answering`.
"""

from kg.stores.address import Address
from kg.stores.sqlite.store import SqliteStore
from kg.stores.steps import Announce, say_nothing


def open_store(address: Address, *, create: bool = False, announce: Announce = say_nothing) -> SqliteStore:
    """The store in a file; with `create`, a new one where there is none. Raises StoreError and its kin."""
    return SqliteStore(address.path, create=create, announce=announce)


__all__ = ["SqliteStore", "open_store"]
