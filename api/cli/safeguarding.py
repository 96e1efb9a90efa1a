"""`kg backup`, `kg restore`, `kg verify`, `kg purge`: that nothing is lost, and that what must go is gone."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.failing import ALL_IN, SOME_REJECTED
from api.cli.options import DEFAULT_STORE, Json, Store, face
from api.errors import NotConfirmed

if TYPE_CHECKING:
    from api.cli.drawing import Branch
    from kg.verify import Difference


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; written whole or not at all.")],
    json: Json = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the whole store, its history too, into one file.

    Others may go on writing: the file holds one moment. `kg restore` makes a store of it again, of either backend.

    \b
    Example:
      kg backup claimgraph.jsonl.gz
    """
    from api.cli.drawing import branch
    from api.cli.output import show
    from api.cli.progress import watched
    from kg.backup import back_up
    from kg.stores import open_store

    writes = 0
    with open_store(store) as kept, watched(lambda: f"{writes} writes") as tick:
        for writes in back_up(kept, file):  # noqa: B007 (the last one is the answer)
            tick()
    show(face(json), {"writes": writes}, lambda: [branch(f"{writes} writes kept in {file}")])


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `kg backup` wrote.")],
    json: Json = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Make a store of a backup, in an empty place.

    A cut or changed file is refused before anything is written. After a break the same command goes on.

    \b
    Example:
      kg restore claimgraph.jsonl.gz --store sqlite:restored.db
    """
    from api.cli.drawing import branch
    from api.cli.output import show
    from api.cli.progress import watched
    from kg import backup
    from kg.stores import open_store

    writes, opened = 0, backup.open_backup(file)
    with open_store(store, create=True) as kept, watched(lambda: f"{writes} of {opened.count} writes") as tick:
        for writes, _ in enumerate(backup.restore(opened, kept), start=1):  # noqa: B007 (the last one is the answer)
            tick()
    show(face(json), {"writes": writes}, lambda: [branch(f"{writes} writes restored")])


def verify(json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """Compare the store with its log, from which all else follows.

    Everything is derived again beside it; what differs is listed. Exit status: 0 all sound, 1 something differs.

    \b
    Example:
      kg verify
    """
    from api.cli.output import show
    from api.cli.progress import watched
    from kg.stores import open_store
    from kg.verify import verify as compare

    documents = 0

    def step() -> None:
        nonlocal documents
        documents += 1
        tick()

    with open_store(store) as kept, watched(lambda: f"{documents} documents derived again") as tick:
        wrong = compare(kept, step)
    show(face(json), {"documents": documents, "differences": wrong}, lambda: [_verified(documents, wrong)])
    raise typer.Exit(SOME_REJECTED if wrong else ALL_IN)


def _verified(documents: int, wrong: "tuple[Difference, ...]") -> "Branch":
    from api.cli.drawing import Line, branch

    if not wrong:
        return branch(f"{documents} documents verified: the store answers what its log says")
    tree = branch(f"{documents} documents verified, {len(wrong)} differences: `kg rebuild` derives everything again")
    for difference in wrong:
        tree.add(Line(str(difference)))
    return tree


def purge(
    id_: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of a document, or its URL.")],
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing.")] = False,
    json: Json = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Erase a document for good, from the history too.

    Unlike `kg withdraw`, nothing of it is kept but its empty place. Copies and backups made before still hold it.

    \b
    Example:
      kg purge https://example.org/news/1 --yes
    """
    from api.cli.drawing import branch
    from api.cli.output import show
    from kg.purge import find_logged
    from kg.stores import open_store

    with open_store(store) as kept:
        document = find_logged(kept, id_)
        if not yes:
            _confirm(document)
        receipt = kept.purge(document)
    show(face(json), receipt, lambda: [branch(f"{receipt.document} is erased")])


def _confirm(document: str) -> None:
    if not sys.stdin.isatty():
        raise NotConfirmed("purging erases a document for good: say --yes where nobody can be asked")
    if not typer.confirm(f"Erase {document} for good, from the history too?", err=True):
        raise NotConfirmed("nothing was erased")
