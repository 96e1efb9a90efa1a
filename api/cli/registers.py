"""`kg datasets`, `kg mapping check`: which registers are in, and trying a mapping before anything is written."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.failing import Commands
from api.cli.options import DEFAULT_STORE, Json, Store, face

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.cli.drawing import Branch
    from api.preview import Preview
    from kg.questions.datasets import DatasetAnswer

mapping = typer.Typer(
    cls=Commands, no_args_is_help=True, help="Mapping files, which tell what the columns of a table mean."
)


def datasets(json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """List the releases of datasets, and whether they are whole.

    \b
    Example:
      kg datasets
    """
    from api.cli.output import show
    from kg.questions.datasets import iter_datasets
    from kg.stores import open_store

    with open_store(store) as kept:
        found = tuple(iter_datasets(kept))
    show(face(json), found, lambda: _trees(found))


@mapping.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The mapping file.")],
    data: Annotated[Path, typer.Argument(metavar="DATA", help="CSV, JSON lines, or a folder of JSON files.")],
    json: Json = False,
) -> None:
    """Try a mapping: ten rows as claims, what does not fit, and names that nobody knows. Nothing is written.

    \b
    Example:
      kg mapping check deals.yaml deals.csv
    """
    from api.cli.output import show
    from api.cli.progress import watched
    from api.preview import make_preview
    from loaders.datasets.dataset import read_dataset

    told = [f"reading {data}"]
    with watched(lambda: told[0]) as tick:

        def tell(words: str) -> None:
            told[0] = words
            tick()

        preview = make_preview(read_dataset(file), data, tell)
    show(face(json), preview, lambda: _preview(preview))
    raise typer.Exit(preview.rejected and 1)


def _trees(found: "Sequence[DatasetAnswer]") -> "Iterator[Branch]":
    from api.cli.drawing import Line, branch

    if not found:
        yield branch("no dataset is in this store: `kg load FILE` takes a release in")
    for one in found:
        state = "whole" if one.whole else "not whole: load it again to go on"
        tree = branch(f"{one.name}: {one.title}, {one.release or 'no date'} ({state})")
        counts = f"{one.rows:,} rows: {one.stored:,} stored, {one.duplicate:,} duplicate, {one.rejected:,} rejected"
        tree.add(Line(f"{counts}; {one.claims:,} claims in {one.parts} part{'s' if one.parts != 1 else ''}"))
        for reason, rows in one.left_aside.items():
            tree.add(Line(f"{rows:,} left aside: {reason}"))
        if one.unresolved:
            tree.add(Line(f"{len(one.unresolved)} names are not in the register (--json lists them)"))
        tree.add(Line(f"{one.source or 'no source told'}; {one.licence or 'no licence told'}", "dim"))
        yield tree


def _preview(preview: "Preview") -> "Iterator[Branch]":
    from api.cli.drawing import Line, branch

    counts = (
        f"{preview.rows:,} rows: {preview.stored:,} fit, {preview.duplicate:,} repeat, {preview.rejected:,} do not fit"
    )
    tree = branch(f"{preview.dataset}: {counts}")
    for reason, rows in preview.left_aside.items():
        tree.add(Line(f"{rows:,} left aside: {reason}"))
    for one in preview.claims:
        said = tree.add(Line(f"{one.record}: {one.content}"))
        for sentence in one.positions:
            said.add(Line(sentence))
    for problem in preview.problems:
        tree.add(Line(f"{problem.rows:,} do not fit, first at {problem.place}: {problem.reason}"))
    for name in preview.unresolved:
        tree.add(Line(f"not in the register: {name.name} ({name.type}, {name.records:,} records)"))
    yield tree
