"""The server that `kg serve` runs."""

import ipaddress
import os
import socket
import sys

import uvicorn

from api.app.application import make_app
from api.errors import NotServed
from kg.stores import open_store
from kg.stores.address import parse_address

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def run(url: str, host: str, port: int, key: str | None) -> None:
    """Serve a store until interrupted. Raises NotServed, StoreError."""
    check_guarded(host, key)
    with open_store(url, create=True) as store, _listening(host, port) as listening:
        app = make_app(store, key, hosts=_LOOPBACK | {host.lower()} if is_loopback(host) else None)
        _announce(str(parse_address(url)), listening)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
        server.run(sockets=[listening])


def check_guarded(host: str, key: str | None) -> None:
    """Whether an address may be served so. Raises NotServed where others could ask without a key."""
    if key is not None and not (key.strip() and key.isascii() and key.isprintable()):
        raise NotServed("the key is empty or not plain ASCII: set KG_API_KEY to a long random text, or leave it unset")
    if key is None and not is_loopback(host):
        raise NotServed(f"{host} can be reached by others: set KG_API_KEY to a long random text, or serve 127.0.0.1")


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as exc:
        raise NotServed(
            f"cannot serve at {host}:{port} ({os.strerror(exc.errno or 0).lower()}): choose another --host or --port"
        ) from exc


def _announce(store: str, listening: socket.socket) -> None:
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(f"kg: {store} is served at http://{shown}:{port}/ (Ctrl-C ends it)", file=sys.stderr, flush=True)  # noqa: T201
