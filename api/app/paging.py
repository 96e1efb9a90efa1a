"""Lists in pages, each with an opaque cursor to the next."""

import base64
import binascii
import json
from collections.abc import Iterable
from itertools import islice
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from api.errors import CursorError
from kg.errors import UnknownName

Item = TypeVar("Item")
Cursor = tuple[str | int, ...]

MOST = 1000


class Paging(BaseModel):
    """What every list takes: how much of it, and from where on."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=MOST, description="How many items at most.")] = 100
    after: Annotated[str | None, Field(max_length=2000, description="The `next` of the page before.")] = None


class Page(BaseModel, Generic[Item]):
    """A page of a list. `next` is null on the last one, and else what to give as `after`."""

    items: list[Item]
    next: str | None = None

    @classmethod
    def of(cls, found: Iterable[tuple[Item, Cursor]], limit: int) -> "Page[Item]":
        """The first items found, each with its cursor; an empty page where a name is nobody's."""
        try:
            some = list(islice(found, limit + 1))
        except UnknownName:
            some = []
        more = len(some) > limit
        return cls(items=[item for item, _ in some[:limit]], next=to_cursor(some[limit - 1][1]) if more else None)


def to_cursor(place: Cursor) -> str:
    """A place as opaque text that needs no escaping in a URL."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def from_cursor(text: str | None, *shape: type) -> Cursor | None:
    """The place that a cursor tells, its parts of the types that they must have. Raises CursorError."""
    if text is None:
        return None
    try:
        place = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
        json.dumps(place, ensure_ascii=False).encode()  # half of a character is in no store
    except (binascii.Error, ValueError, RecursionError) as exc:
        raise CursorError("no answer gave this cursor: give `next` of the page before, as it was") from exc
    if not isinstance(place, list) or [type(part) for part in place] != list(shape):
        raise CursorError("this cursor is of another list: give `next` of the page before, as it was")
    return tuple(place)
