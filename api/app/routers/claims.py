"""What is claimed, by whom."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query

from api.app.dependencies import StoreDep
from api.app.examples import CLAIM, list_of, page_of
from api.app.paging import Cursor, Page, from_cursor
from api.app.parameters import ClaimsParameters, statuses
from kg.questions import claims as question
from kg.questions.claims import ClaimPosition, ClaimsQuery, Place
from kg.store import Reader

router = APIRouter(tags=["questions"])


@router.get("/claims", summary="What is claimed, by whom, in what words", responses=page_of(CLAIM))
def list_claims(asked: Annotated[ClaimsParameters, Query()], store: StoreDep) -> Page[ClaimPosition]:
    """One item a position, in the order of saying; a claim without a position is one item."""
    where = ClaimsQuery(
        asked.about, asked.by, asked.kind, statuses(asked.status), asked.since, asked.until, asked.proposition
    )
    return Page[ClaimPosition].of(_found(store, where, from_cursor(asked.after, str, str, int)), asked.limit)


@router.get("/claims/{id}", summary="One claim", responses=list_of(CLAIM))
def get_claim(id: str, store: StoreDep) -> list[ClaimPosition]:  # noqa: A002 (the path names it)
    """One item a position of the claim."""
    return question.get_claim(store, id)


def _found(store: Reader, where: ClaimsQuery, after: Cursor | None) -> Iterator[tuple[ClaimPosition, Cursor]]:
    begun = Place(str(after[0]), str(after[1]), int(after[2])) if after else None
    return ((row, (place.at, place.claim, place.rows)) for row, place in question.iter_claims(store, where, begun))
