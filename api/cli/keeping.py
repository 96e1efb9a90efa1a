"""`kg export`, `kg copy`, `kg rebuild`: the store as a whole."""

from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import DEFAULT_STORE, Json, Store, face

if TYPE_CHECKING:
    from kg.store import Receipt


class Format(StrEnum):
    """What an export is written in."""

    TRIG = "trig"
    NQUADS = "nquads"
    TURTLE = "turtle"
    JSONL = "jsonl"


def export(
    format_: Annotated[Format, typer.Option("--format", help="jsonl: the rows of `kg claims --json`, one a line.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Written whole or not at all.")
    ] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the whole graph as RDF, or its claims as JSON lines.

    \b
    Example:
      kg export --format trig -o claims.trig
    """
    from api.cli.exporting import write
    from api.cli.progress import watched

    with watched(lambda: f"writing {output}") if output else nullcontext():
        write(store, format_.value, output)


def copy(
    source: Annotated[str, typer.Argument(metavar="STORE", help="The store to read.")],
    target: Annotated[str, typer.Argument(metavar="STORE", help="The store to fill.")],
    json: Json = False,
) -> None:
    """Copy one store into another, of either backend.

    Everything is copied, the history too.

    \b
    Example:
      kg copy sqlite:claimgraph.db neo4j://localhost:7687/neo4j
    """
    from api.cli.drawing import branch
    from api.cli.output import show
    from api.cli.progress import watched
    from kg.copy import copy_store
    from kg.stores import open_store

    copied: list[Receipt] = []
    with (
        open_store(source) as one,
        open_store(target, create=True) as other,
        watched(lambda: f"{len(copied)} writes") as tick,
    ):
        for receipt in copy_store(one, other):
            copied.append(receipt)
            tick()
    show(face(json), {"writes": len(copied)}, lambda: [branch(f"{len(copied)} writes copied")])


def rebuild(json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """Derive everything again from the log.

    \b
    Example:
      kg rebuild
    """
    from api.cli.drawing import branch
    from api.cli.output import show
    from api.cli.progress import watched
    from kg.stores import open_store

    with open_store(store) as kept, watched(lambda: "deriving everything again"):
        documents = kept.rebuild()
    show(face(json), {"documents": documents}, lambda: [branch(f"{documents} documents derived again")])
