"""Who may ask: the key, the host that is asked for, and how much may be sent. Asked before anything else is done."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Problem
from loaders.articles.limits import LONGEST_LINE

LARGEST_BODY = LONGEST_LINE
"""Bytes of a request: an article, as JSON."""

_TOO_LARGE = f"the request is larger than {LARGEST_BODY:,} bytes"
_HARMLESS = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}


@dataclass(frozen=True, slots=True)
class Guard:
    """An app that is asked only by those who may.

    `hosts` are the names under which it may be asked, any if None: on loopback, a web page that resolves its own name
    to 127.0.0.1 must get nothing. With a `key`, every request must bring it.
    """

    app: ASGIApp
    key: str | None = None
    hosts: frozenset[str] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["method"] == "HEAD":  # what GET answers, without its body
            scope, send = {**scope, "method": "GET"}, _bodiless(send)
        refusal = self._refusal(Headers(scope=scope))
        if refusal:
            await refusal(scope, receive, send)
        else:
            await self.app(scope, _limited(receive), _harmless(send))

    def _refusal(self, headers: Headers) -> Problem | None:
        if self.hosts is not None and host_name(headers.get("host", "")) not in self.hosts:
            return Problem(HTTPStatus.MISDIRECTED_REQUEST, "this host is not served here: ask for 127.0.0.1")
        if self.key is not None and not _same(_key(headers), self.key):
            asked = {"WWW-Authenticate": "Bearer"}
            return Problem(
                HTTPStatus.UNAUTHORIZED, "send the key, as Authorization: Bearer KEY or X-API-Key: KEY", asked
            )
        if _length(headers) > LARGEST_BODY:
            return Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LARGE)
        return None


def host_name(host: str) -> str:
    """The name in a Host header, without its port.

    >>> host_name("LOCALHOST:8000"), host_name("[::1]:8000")
    ('localhost', '::1')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()


def _key(headers: Mapping[str, str]) -> str:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else headers.get("x-api-key", "")


def _same(given: str, key: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), key.encode("utf-8", "replace"))


def _length(headers: Mapping[str, str]) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() else 0


def _limited(receive: Receive) -> Receive:
    received = 0

    async def limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > LARGEST_BODY:  # sent in pieces, without a length
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LARGE)
        return message

    return limited


def _bodiless(send: Send) -> Send:
    async def bodiless(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return bodiless


def _harmless(send: Send) -> Send:
    async def harmless(message: Message) -> None:
        if message["type"] == "http.response.start":
            extra = [(name.encode(), value.encode()) for name, value in _HARMLESS.items()]
            message = {**message, "headers": [*message["headers"], *extra]}
        await send(message)

    return harmless
