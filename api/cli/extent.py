"""How much of a long list is shown for reading, and how it is told that there is more."""

from dataclasses import dataclass
from typing import Annotated

import typer

PAIRS, EACH, ROWS = 20, 3, 50
"""How many pairs are shown where nobody asks for more, how many claims of each, how many claims in a list of them."""

Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="How many are shown at most.")]
Each = Annotated[
    int | None, typer.Option("--claims", metavar="N", min=1, help="How many claims of each, records one by one.")
]
All = Annotated[bool, typer.Option("--all", help="Show everything.")]


@dataclass(frozen=True, slots=True)
class Extent:
    """So many of a list, and of the claims of each (None: all); `short` tells records in one line a source."""

    limit: int | None
    each: int | None
    short: bool

    @classmethod
    def of(cls, limit: int | None, each: int | None, *, whole: bool) -> "Extent":
        """What the options ask for."""
        if whole:
            return cls(limit, each, short=False)
        return cls(limit or PAIRS, each or EACH, short=each is None)

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """How many, and how many claims of each."""
        return self.limit, self.each

    def tell(self, more: int | None) -> str | None:
        """That there are more pairs (None: nobody counted how many), and how to see them."""
        if more == 0:
            return None
        return _told("More pairs fit" if more is None else f"{more:,} more pair{'s fit' if more > 1 else ' fits'}")


def rows_shown(limit: int | None, *, whole: bool) -> int | None:
    """How many claims are shown of a list of them; None: all."""
    return limit or (None if whole else ROWS)


def tell_more_claims() -> str:
    """That there are more claims, and how to see them."""
    return _told("More claims fit")


def _told(more: str) -> str:
    return f"{more}: --limit N shows N of them, --all everything."
