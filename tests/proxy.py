"""A small TCP proxy whose connections can be cut, as a cable is."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_CHUNK = 1 << 16


class Proxy:
    """Carries bytes between clients and one server; cuts all connections when so many bytes have gone to the server."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._left: int | None = None
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Where clients connect."""
        return f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"

    def cut_after(self, count: int) -> None:
        """Cut everything, once, when so many more bytes have gone to the server."""
        self._left = count

    def close(self) -> None:
        """Let nobody in any more, and cut who is in."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._cut()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._port))
                self._open += [client, server]
                threading.Thread(target=self._carry, args=(client, server, True), daemon=True).start()
                threading.Thread(target=self._carry, args=(server, client, False), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while data := one.recv(_CHUNK):
                if counted and self._is_cut(len(data)):
                    return
                other.sendall(data)
            other.shutdown(socket.SHUT_WR)

    def _is_cut(self, count: int) -> bool:
        if self._left is None:
            return False
        self._left -= count
        if self._left > 0:
            return False
        self._left = None
        self.cuts += 1
        self._cut()
        return True

    def _cut(self) -> None:
        for held in self._open:
            with suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)
            held.close()
        self._open = []


@contextmanager
def proxied(url: str) -> Iterator[Proxy]:
    """A proxy before the server of a URL."""
    proxy = Proxy(int(url.rpartition(":")[2]))
    try:
        yield proxy
    finally:
        proxy.close()
