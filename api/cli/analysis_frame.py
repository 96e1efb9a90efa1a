"""What all analyses share on the command line: their options, what they look at, and how an answer is shown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from api.cli.failing import note
from api.cli.options import Face
from kg.answers import Status
from kg.errors import UnknownName
from ontology.claim import Modality

if TYPE_CHECKING:
    from api.cli.drawing import Branch
    from api.cli.output import Columns
    from api.cli.trees import Documents
    from kg.analysis import View
    from kg.analysis.edges import Edge
    from kg.analysis.some import Some

Answer = TypeVar("Answer")
Row = TypeVar("Row")

Kinds = Annotated[
    list[str] | None, typer.Option("--kind", metavar="KIND", help="Only ties of this kind; may be repeated.")
]
Every = Annotated[bool, typer.Option("--all", help="Ties of every kind.")]
Firmness = Annotated[
    Modality | None, typer.Option("--modality", metavar="HOW", help=f"What is affirmed so: {', '.join(Modality)}.")
]
Most = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="How many are shown at most.")]


@contextmanager
def open_view(
    url: str,
    kinds: Iterable[str],
    statuses: Sequence[Status] | None,
    since: str | None,
    until: str | None,
    modality: Modality | None,
) -> "Iterator[View]":
    """What is looked at, of the store at an address."""
    from kg.analysis import make_view
    from kg.stores import open_store

    with open_store(url) as reader:
        yield make_view(reader, kinds, frozenset(statuses) if statuses else None, since, until, modality)


def or_nobody(ask: Callable[[], Answer]) -> Answer | None:
    """An answer; where a name is nobody's, that is said, and the answer is an empty list."""
    from api.cli.output import show_json

    try:
        return ask()
    except UnknownName as nobody:
        note(f"kg: {nobody}")
        show_json([])
        return None


def show_either(
    shape: Face,
    answer: object,
    rows: Sequence[Row],
    columns: "Columns[Row]",
    drawn: "Callable[[], Iterable[Branch]]",
) -> None:
    """An answer as JSON, its rows as CSV, or drawn."""
    from api.cli.output import show, show_csv

    if shape is Face.CSV:
        show_csv(rows, columns)
    else:
        show(shape, answer, drawn)


def show_some(
    shape: Face, found: "Some[Row]", columns: "Columns[Row]", drawn: "Callable[[Sequence[Row]], Iterable[Branch]]"
) -> None:
    """The first of many findings as a list, and how many there are."""
    from api.cli.output import show_list

    show_list(shape, found.items, columns, drawn)
    note_more(len(found.items), found.found)


def documents_of(view: "View", edges: "Iterable[Edge]") -> "Documents":
    """The documents that edges rest on, by id."""
    from api.cli.trees import documents_in

    ids = documents_in(row for edge in edges for row in edge.evidence)
    return {document.id: document for document in view.store.iter_documents(ids=ids)}


def note_more(shown: int, found: int) -> None:
    """Say how to see more, where there is more."""
    if shown < found:
        note(f"kg: {shown} of {found} are shown: --limit shows more")
