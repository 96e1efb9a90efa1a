"""The app, put together."""

from collections.abc import Sequence
from importlib.metadata import version

from fastapi import Depends, FastAPI, params
from fastapi.security import APIKeyHeader, HTTPBearer

from api.app import home
from api.app.guard import Guard
from api.app.routers import analysis, arms, claims, documents, entities, health, propositions
from api.problems import MEDIA_TYPE, add_problems
from kg.store import Store

_SUMMARY = "Who arms whom, who stands with whom, and who says so."
_DESCRIPTION = """Nothing here is a fact, everything is a claim: with its claimant, its status and its exact sentence.

Lists come in pages: give `next` of one as `after` of the next. Errors are problems (RFC 9457)."""
_PROBLEM = {
    "description": "A problem (RFC 9457)",
    "content": {
        MEDIA_TYPE: {
            "example": {"type": "about:blank", "title": "Not Found", "status": 404, "detail": 'no claim is "claim:0"'}
        }
    },
}


def make_app(store: Store, key: str | None = None, hosts: frozenset[str] | None = None) -> FastAPI:
    """The REST API over a store, which stays its caller's to close. With a key, every request must bring it.

    `hosts` are the names under which it may be asked; any if None.
    """
    app = FastAPI(
        title="claimgraph",
        summary=_SUMMARY,
        description=_DESCRIPTION,
        version=version("claimgraph"),
        docs_url=None,  # `home` has one that needs no internet
        redoc_url=None,
        responses={"default": _PROBLEM},
        dependencies=_described_keys() if key else [],
    )
    app.state.store = store
    for module in (arms, claims, propositions, analysis, entities, documents, health, home):
        app.include_router(module.router)
    app.mount(home.ASSETS, home.make_assets())
    add_problems(app)
    app.add_middleware(Guard, key=key, hosts=hosts)
    return app


def _described_keys() -> Sequence[params.Depends]:
    """How a key is sent, for the description; the guard is who checks it."""
    return [Depends(HTTPBearer(auto_error=False)), Depends(APIKeyHeader(name="X-API-Key", auto_error=False))]
