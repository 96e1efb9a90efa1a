"""How much of a long list is shown for reading, and how it is told that there is more."""

from dataclasses import dataclass
from typing import Annotated

import typer

PAIRS, CLAIMS = 20, 3
"""What is shown of pairs, and of the claims of each, where nobody asks for more."""

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
        return cls(limit or PAIRS, each or CLAIMS, short=each is None)

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """How many, and how many claims of each."""
        return self.limit, self.each

    def tell(self, more: int | None) -> str | None:
        """That there is more (None: nobody counted how much), and how to see it."""
        if more == 0:
            return None
        number = "More" if more is None else f"{more:,} more"
        fit = "fits" if more == 1 else "fit"
        return f"{number} {'pair' if more == 1 else 'pairs'} {fit}: --limit N shows N of them, --all everything."
