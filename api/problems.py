"""What an error means over HTTP: one table, and the answer that tells it (RFC 9457)."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.errors import CursorError, NotAnArticle, TooManyAtOnce
from api.plain import Plain, to_plain
from kg.errors import (
    AmbiguousName,
    QuestionError,
    StoreBusy,
    StoreDenied,
    StoreError,
    StoreMismatch,
    StoreUnreachable,
    UnknownClaim,
    UnknownDocument,
    UnknownName,
    UnknownProposition,
)
from loaders.errors import LoaderError
from ontology.errors import OntologyError

HTTP_STATUS: Mapping[type[Exception], HTTPStatus] = {
    UnknownClaim: HTTPStatus.NOT_FOUND,
    UnknownDocument: HTTPStatus.NOT_FOUND,
    UnknownName: HTTPStatus.NOT_FOUND,
    UnknownProposition: HTTPStatus.NOT_FOUND,
    AmbiguousName: HTTPStatus.CONFLICT,
    CursorError: HTTPStatus.UNPROCESSABLE_ENTITY,
    LoaderError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotAnArticle: HTTPStatus.UNPROCESSABLE_ENTITY,
    OntologyError: HTTPStatus.UNPROCESSABLE_ENTITY,
    QuestionError: HTTPStatus.UNPROCESSABLE_ENTITY,
    StoreBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    StoreDenied: HTTPStatus.SERVICE_UNAVAILABLE,
    StoreMismatch: HTTPStatus.SERVICE_UNAVAILABLE,
    StoreUnreachable: HTTPStatus.SERVICE_UNAVAILABLE,
    StoreError: HTTPStatus.INTERNAL_SERVER_ERROR,
    TooManyAtOnce: HTTPStatus.SERVICE_UNAVAILABLE,
}

_IN_OUR_WORDS: Mapping[str, str] = {
    "Not Found": "there is nothing at this path: /openapi.json describes what there is",
    "Method Not Allowed": "this path is not asked so: /openapi.json describes how",
    "There was an error parsing the body": "the body is not JSON in UTF-8",
}

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = {"Retry-After": "5"}


class Problem(JSONResponse):
    """An error as an answer."""

    media_type = MEDIA_TYPE

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Plain) -> None:
        title = HTTPStatus(status).phrase
        content = {"type": "about:blank", "title": title, "status": int(status), "detail": detail, **more}
        super().__init__(content, status, headers)


def add_problems(app: FastAPI) -> None:
    """Have an app tell all of its errors as problems."""
    for kind in HTTP_STATUS:
        app.add_exception_handler(kind, _of_ours)
    app.add_exception_handler(RequestValidationError, _of_a_request)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(Exception, _unexpected)


def http_status(error: Exception) -> HTTPStatus:
    """The status of an error: that of its nearest class in the table."""
    return next(HTTP_STATUS[kind] for kind in type(error).__mro__ if kind in HTTP_STATUS)


def _of_ours(_: Request, error: Exception) -> Problem:
    status = http_status(error)
    headers = RETRY_AFTER if status is HTTPStatus.SERVICE_UNAVAILABLE else None
    if isinstance(error, AmbiguousName):
        return Problem(status, str(error), headers, candidates=to_plain(error.candidates))
    return Problem(status, str(error), headers)


def _of_a_request(request: Request, error: Exception) -> Problem:
    assert isinstance(error, RequestValidationError)  # noqa: S101 (the handler is registered for nothing else)
    if isinstance(error.body, bytes) and error.body:  # it was not read as JSON
        sent = request.headers.get("content-type", "nothing said of it")
        detail = f"send JSON, with Content-Type: application/json (this is {sent})"
        return Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail)
    wrong: list[Plain] = [{"where": _place(e["loc"]), "reason": str(e["msg"])} for e in error.errors()]
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "the request does not fit; see the errors", errors=wrong)


def _of_http(_: Request, error: Exception) -> Problem:
    assert isinstance(error, HTTPException)  # noqa: S101 (the handler is registered for nothing else)
    return Problem(error.status_code, _IN_OUR_WORDS.get(error.detail, error.detail), error.headers)


def _unexpected(_: Request, __: Exception) -> Problem:
    return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, "this is a fault of the server's; its log tells more")


def _place(parts: Iterable[object]) -> str:
    return ".".join(str(part) for part in parts)
