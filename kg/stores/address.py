"""The address of a store: `sqlite:PATH`, or a Neo4j server's URL with credentials that are never shown."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from kg.errors import StoreURLError

DEFAULT = "sqlite:claimgraph.db"

_SERVER_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_FORMS = (
    "write it as sqlite:PATH, neo4j://HOST:PORT/DATABASE or bolt://HOST:PORT (neo4j+s:// and bolt+s:// with TLS),"
    " with %2F for a / in a password, %40 for an @"
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a store is: a file (`path`), or a server (`uri` for the driver, and a database of it)."""

    scheme: str
    path: Path = field(default_factory=Path)
    uri: str = ""
    database: str | None = None
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)

    @property
    def auth(self) -> tuple[str, str] | None:
        """User ("neo4j" if none is given) and password; None for a server that asks for none."""
        return (self.user or "neo4j", self.password) if self.password else None

    def __str__(self) -> str:
        if self.scheme == "sqlite":
            return f"sqlite:{self.path}"
        return f"{self.uri}/{self.database}" if self.database else self.uri


def parse_address(url: str | None = None, environment: Mapping[str, str] = os.environ) -> Address:
    """The address that a URL gives; user and password come from it, else from KG_NEO4J_USER and KG_NEO4J_PASSWORD.

    Raises StoreURLError, which never repeats what stood before an "@".
    """
    text = (url or DEFAULT).strip()
    if text.startswith("sqlite:"):
        return _file(text.removeprefix("sqlite:"))
    address: Address | None = None
    with suppress(ValueError):  # urllib repeats passwords, so that its error may not even stand behind ours
        address = _server(urlsplit(text), environment)
    if not address:
        raise StoreURLError(f"{_without_credentials(text)} is not the address of a store: {_FORMS}")
    return address


def _file(path: str) -> Address:
    bare = path.removeprefix("//") if path.startswith("///") else path
    if not bare or bare.startswith(("//", ":memory:")) or "\0" in bare:
        raise StoreURLError(f"sqlite:{path} names no file: write it as sqlite:claimgraph.db or sqlite:/folder/my.db")
    return Address("sqlite", Path(bare))


def _server(parts: SplitResult, environment: Mapping[str, str]) -> Address:
    if parts.scheme not in _SERVER_SCHEMES or not parts.hostname or parts.query or parts.fragment:
        raise ValueError
    if "@" in parts.path:  # the rest of a password that holds a "/"
        raise ValueError
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return Address(
        scheme=parts.scheme,
        uri=f"{parts.scheme}://{host}:{parts.port or 7687}",
        database=unquote(parts.path.strip("/")) or None,
        user=unquote(parts.username) if parts.username else environment.get("KG_NEO4J_USER"),
        password=unquote(parts.password) if parts.password else environment.get("KG_NEO4J_PASSWORD"),
    )


def _without_credentials(text: str) -> str:
    scheme, separator, rest = text.partition("://")
    return f'"{scheme}{separator}{rest.rpartition("@")[2]}"' if separator else f'"{text.rpartition("@")[2]}"'
