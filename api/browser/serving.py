"""The files over HTTP, on this machine alone, with the headers that Neo4j Browser asks for before it reads them."""

import os
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from api.browser.files import get_files
from api.errors import NotServed

_TYPES = {"grass": "text/plain; charset=utf-8", "html": "text/html; charset=utf-8", "zip": "application/zip"}


class FileServer(ThreadingHTTPServer):
    """Serves a fixed set of files, and nothing else of the disk."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        """At a port of this machine; 0 takes a free one. Raises NotServed."""
        try:
            super().__init__(("127.0.0.1", port), partial(_Answer, get_files()))
        except OSError as exc:
            why = os.strerror(exc.errno or 0).lower()
            raise NotServed(f"cannot serve at localhost:{port} ({why}): choose another --port") from exc

    @property
    def url(self) -> str:
        """Where the files are. Browser reads guides from `localhost`, and not from `127.0.0.1`."""
        return f"http://localhost:{self.server_address[1]}/"


class _Answer(BaseHTTPRequestHandler):
    def __init__(self, files: Mapping[str, bytes], *rest: Any) -> None:
        self._files = files
        super().__init__(*rest)

    def do_GET(self) -> None:
        """A file by its name."""
        name = self.path.partition("?")[0].removeprefix("/")
        content = self._files.get(name)
        if content is None:
            self._head(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", 0)
            return
        self._head(HTTPStatus.OK, _TYPES[name.rpartition(".")[2]], len(content))
        self.wfile.write(content)

    def do_OPTIONS(self) -> None:
        """Whether another page may read: yes."""
        self._head(HTTPStatus.NO_CONTENT, "text/plain; charset=utf-8", 0)

    def _head(self, status: HTTPStatus, type_: str, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(length))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*")  # Browser adds some of its own to each request
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing: whoever serves sees what Browser shows."""
