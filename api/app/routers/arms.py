"""Who arms whom."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query

from api.app.dependencies import StoreDep
from api.app.examples import ARMS, page_of
from api.app.paging import Cursor, Page, from_cursor
from api.app.parameters import ArmsParameters, statuses
from kg.questions.arms import ArmsLink, ArmsQuery, iter_arms
from kg.store import Reader

router = APIRouter(tags=["questions"])

_NAMES = tuple(field.name for field in fields(ArmsLink))


@dataclass(frozen=True, slots=True)
class ArmsItem(ArmsLink):
    """A pair with some positions on it. `rest` is where all claims of the pair are; null where these are `total`."""

    rest: str | None


@router.get("/arms", summary="Who arms whom, and who says so", responses=page_of(ARMS))
def list_arms(asked: Annotated[ArmsParameters, Query()], store: StoreDep) -> Page[ArmsItem]:
    """The pairs that somebody affirms as asserted; `status` asks for others.

    Of each pair at most `claims` positions are shown, in turn from everybody on both sides, the newest first chosen.
    """
    return Page[ArmsItem].of(_found(asked, store), asked.limit)


def _found(asked: ArmsParameters, store: Reader) -> Iterator[tuple[ArmsItem, Cursor]]:
    [after] = from_cursor(asked.after, str) or [""]
    where = ArmsQuery(asked.supplier, asked.recipient, asked.item, asked.since, asked.until, statuses(asked.status))
    links = iter_arms(store, where, str(after), most=asked.claims, at_once=asked.limit + 1)
    return ((_item(link), (link.proposition,)) for link in links)


def _item(link: ArmsLink) -> ArmsItem:
    rest = f"/claims?{urlencode({'proposition': link.proposition})}" if link.total > len(link.claims) else None
    return ArmsItem(**{name: getattr(link, name) for name in _NAMES}, rest=rest)
