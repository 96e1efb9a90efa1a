"""`kg rejected`: what could not be taken in, and trying it again."""

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import DEFAULT_STORE, Face, Format, Json, Store, face
from api.errors import NotListed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.cli.drawing import Branch
    from kg.rejected import RejectedRow
    from kg.store import Store as KeptStore

_SHOWN = 200


def rejected(
    retry: Annotated[bool, typer.Option("--retry", help="Try again all that was kept whole.")] = False,
    forget: Annotated[str | None, typer.Option("--forget", metavar="FILE", help="Take a file off the list.")] = None,
    json: Json = False,
    format_: Format = Face.TEXT,
    store: Store = DEFAULT_STORE,
) -> None:
    """List what could not be taken in, and why.

    Each with its file, its place in it, and its text as far as it is kept.

    A file that was mended is loaded again, and is off the list. What failed for another reason (an older claimgraph) is
    tried again as it was kept.

    \b
    Example:
      kg rejected
    """
    from kg.stores import open_store

    with open_store(store) as kept:
        if retry:
            _retry(kept, face(json, format_))
        elif forget is not None:
            _forget(kept, forget, face(json, format_))
        else:
            _list(kept, face(json, format_))


def _list(store: "KeptStore", shape: Face) -> None:
    from api.cli.output import show_list
    from api.cli.sheets import REJECTED
    from kg.rejected import iter_rejected

    show_list(shape, tuple(iter_rejected(store)), REJECTED, _trees)


def _trees(rows: "Sequence[RejectedRow]") -> "Iterator[Branch]":
    from itertools import groupby

    from api.cli.drawing import Line, branch

    for file, same in groupby(rows, key=lambda row: row.file):
        tree = branch(file, "bold")
        for row in same:
            told = tree.add(Line(f"{row.place}: {row.reason}" if row.place else row.reason))
            if row.text:
                told.add(Line(row.text[:_SHOWN] + ("…" if len(row.text) > _SHOWN else ""), "dim"))
        yield tree


def _retry(store: "KeptStore", shape: Face) -> None:
    from api.cli.output import show
    from api.cli.progress import watched
    from api.cli.tally import Tally
    from api.rejects import retry

    tally = Tally()
    with watched(lambda: f"{tally.all} tried again") as tick:
        for found in retry(store):
            tally.take(store, found)
            tick()
    show(shape, tally.answer(), lambda: [tally.tree()])
    raise typer.Exit(tally.exit_status if tally.all else 0)


def _forget(store: "KeptStore", file: str, shape: Face) -> None:
    from api.cli.drawing import branch
    from api.cli.output import show
    from api.rejects import forget

    files = forget(store, file)
    if not files:
        raise NotListed(f'nothing of "{file}" stands rejected: `kg rejected` lists what does')
    show(shape, {"files": files}, lambda: [branch(f"{file} is off the list")])
