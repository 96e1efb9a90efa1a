"""Whether the service and its store are there."""

from dataclasses import dataclass
from importlib.metadata import version

from fastapi import APIRouter

from api.app.dependencies import StoreDep

router = APIRouter(tags=["service"])


@dataclass(frozen=True, slots=True)
class Health:
    """All is well: the store answered."""

    status: str
    version: str


@router.get("/health", summary="Whether the store answers")
def get_health(store: StoreDep) -> Health:
    """503 where it does not."""
    next(store.iter_documents(limit=1), None)
    return Health("ok", version("claimgraph"))
