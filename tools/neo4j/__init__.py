"""A real Neo4j Community server on 127.0.0.1, for tests and demos, from the jars that `pom.xml` names.

Nothing here is shipped, and nothing here is meant for a server that keeps data of worth.
"""

from tools.neo4j.errors import ServerError
from tools.neo4j.held import held_server
from tools.neo4j.jars import install
from tools.neo4j.server import Server, start, stop

__all__ = ["Server", "ServerError", "held_server", "install", "start", "stop"]
