"""Who arms whom."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.app.dependencies import StoreDep
from api.app.examples import ARMS, page_of
from api.app.paging import Page, from_cursor
from api.app.parameters import ArmsParameters, statuses
from kg.questions.arms import ArmsLink, ArmsQuery, iter_arms

router = APIRouter(tags=["questions"])


@router.get("/arms", summary="Who arms whom, and who says so", responses=page_of(ARMS))
def list_arms(asked: Annotated[ArmsParameters, Query()], store: StoreDep) -> Page[ArmsLink]:
    """The pairs that somebody affirms as asserted; `status` asks for others."""
    [after] = from_cursor(asked.after, str) or [""]
    where = ArmsQuery(asked.supplier, asked.recipient, asked.item, asked.since, asked.until, statuses(asked.status))
    return Page[ArmsLink].of(((link, (link.proposition,)) for link in iter_arms(store, where, str(after))), asked.limit)
