"""The store on a Neo4j server, as a graph made to be explored by hand. Nothing outside imports the driver.

Statements are values (`queries`, `updates`, `derived`, `log`, `head`); `reader` and `writer` run them, in sessions.
"""

from kg.stores.neo4j.store import Neo4jStore, open_store

__all__ = ["Neo4jStore", "open_store"]
