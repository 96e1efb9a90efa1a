"""`kg load`, `kg extract`, `kg withdraw`: what goes in, and what comes out again."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.failing import INTERRUPTED, exit_status_after, note
from api.cli.options import DEFAULT_STORE, Json, Store, face
from kg.errors import StoreError

if TYPE_CHECKING:
    from api.cli.tally import Tally
    from loaders.articles import Metadata
    from loaders.extract import Report

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...|-", help='Text, HTML or JSONL files, folders of them, or "-" for standard input.'),
]
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...|-",
        help='Articles (text, HTML, JSONL, folders of them, "-" for standard input), or releases of known datasets.',
    ),
]
MappingFile = Annotated[
    Path | None,
    typer.Option("--mapping", metavar="FILE", help="What the columns of a table mean (docs/mappings.md)."),
]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who publishes the articles.")]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE", help="When: 2020, 2020-11, 2020-11-08.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The title of a single article.")]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="The address of a single article.")]


def load(
    paths: Sources,
    mapping: MappingFile = None,
    publisher: Publisher = None,
    published: Published = None,
    title: Title = None,
    url: Url = None,
    json: Json = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Read articles and registers, and keep who says what.

    A release of a dataset is known by its columns; any other table comes in by a mapping file. What was loaded before
    changes nothing; a new version of an article or a release replaces what the old one said. Exit status: 0 all in,
    1 some rejected (listed with file, place and reason), 2 nothing usable.

    \b
    Example:
      kg load article.txt --publisher "Le Monde" --published 2020-11-08
      kg load trade-register.csv
    """
    from api.cli.output import show
    from api.cli.tally import Tally

    tally = Tally()
    try:
        _load(paths, mapping, _metadata(publisher, published, title, url), store, tally)
    except (KeyboardInterrupt, StoreError) as broken:
        if tally.all:
            show(face(json), tally.answer(), lambda: [tally.tree()])
            note("kg: stopped; what is in is in whole: run the same command again to go on")
        if isinstance(broken, KeyboardInterrupt):
            raise typer.Exit(INTERRUPTED) from broken
        raise
    show(face(json), tally.answer(), lambda: [tally.tree()])
    raise typer.Exit(tally.exit_status)


def _load(paths: list[str], mapping: Path | None, metadata: "Metadata", url: str, tally: "Tally") -> None:
    from api.cli.progress import watched
    from api.cli.tables import iter_kinds, load_table
    from api.rejects import Rejects, file_of
    from kg.stores import open_store
    from loaders.load import iter_bundles

    told = [""]
    for is_table, same in iter_kinds(paths, mapping):
        found = () if is_table else iter_bundles(same, metadata)
        with open_store(url, create=True) as store, watched(lambda: told[0]) as tick:

            def tell(words: str) -> None:
                told[0] = words
                tick()

            rejects = Rejects(store, metadata)
            for one in found:
                rejects.take(file_of(one), tally.take(store, one))
                tell(f"{tally.all} in")
            for path in same if is_table else ():
                rejects.take(path, load_table(store, Path(path), mapping, metadata, tally, tell))
            rejects.close()


def withdraw(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a document, or its URL.")],
    json: Json = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Take a document out of the graph.

    The graph is then as if the document had never come; the log keeps it.

    \b
    Example:
      kg withdraw https://example.org/news/1
    """
    from api.cli.drawing import branch
    from api.cli.output import show
    from kg.questions.document import find_document
    from kg.stores import open_store

    with open_store(store) as kept:
        receipt = kept.withdraw(find_document(kept, id_).id)
    show(face(json), receipt, lambda: [branch(f"{receipt.document} is withdrawn")])


def extract(
    paths: Paths,
    publisher: Publisher = None,
    published: Published = None,
    title: Title = None,
    url: Url = None,
    json: Json = False,
) -> None:
    """Show what would be read, and store nothing.

    As JSON, an article a line. Reads what `kg load` reads; the id of a JSONL line is kept. The exit status is that of
    `kg load`.

    \b
    Example:
      kg extract article.txt --json
    """
    from api.cli.reading import iter_reports
    from loaders.articles import Rejected

    read, rejected = 0, 0
    for found in iter_reports(paths, _metadata(publisher, published, title, url)):
        if isinstance(found, Rejected):
            rejected += 1
            note(f"kg: {found}")
        else:
            read += 1
            _show_report(found, json)
    raise typer.Exit(exit_status_after(read, rejected))


def _show_report(report: "Report", json: bool) -> None:
    from api.cli.drawing import draw
    from api.cli.output import to_line

    if json:
        typer.echo(to_line(report))
        return
    from api.cli.report_tree import report_tree

    draw([report_tree(report)])


def _metadata(publisher: str | None, published: str | None, title: str | None, url: str | None) -> "Metadata":
    from loaders.articles import Metadata

    return Metadata(publisher, published, title, url)
