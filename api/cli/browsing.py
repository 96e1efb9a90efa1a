"""`kg browser`: the graph by hand, in Neo4j Browser."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlencode

import typer

from api.cli.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from api.browser.serving import FileServer

_PAGE = "http://localhost:7474/browser/"


def browser(
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FOLDER", help="Write the style, the queries and the guide there.")
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="Offer the style and the guide to Browser until interrupted.")
    ] = False,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="To serve at; 0 takes a free one.")] = 7480,
    page: Annotated[str, typer.Option("--page", metavar="URL", help="Where Neo4j Browser is.")] = _PAGE,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open the page where there is a display.")] = True,
    store: Store = DEFAULT_STORE,
) -> None:
    """Explore by hand in Neo4j Browser.

    Says how to give it a style, ten saved queries and a guide, and opens its page.

    \b
    Example:
      kg browser --to for-browser
      kg browser --serve
    """
    if to:
        from api.browser.files import write_files

        write_files(to)
    if serve:
        _serve(port, page, open_, store, to)
    else:
        _tell(_steps(page, store, to, None))
        _show(page, open_)


def _serve(port: int, page: str, open_: bool, store: str, to: Path | None) -> None:
    from api.browser.serving import FileServer

    with FileServer(port) as server:
        _tell(_steps(page, store, to, server))
        _show(_with_guide(page, server), open_)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            typer.echo("stopped", err=True)


def _with_guide(page: str, server: "FileServer") -> str:
    from api.browser.files import GUIDE

    return f"{page}?{urlencode({'cmd': 'play', 'arg': server.url + GUIDE})}"


def _steps(page: str, store: str, to: Path | None, server: "FileServer | None") -> Iterator[tuple[str, str]]:
    from api.browser.files import GUIDE, QUERIES, STYLE

    if store.startswith("sqlite:"):
        yield "graph", f"{store} is no server: kg copy {store} neo4j://localhost:7687"
    yield "page", page
    if server:
        yield "style", f":style {server.url}{STYLE}"
        yield "guide", f":play {server.url}{GUIDE}"
        yield "queries", f"get {server.url}{QUERIES}, drop it on the page, open the star at its left"
    elif to:
        yield "style", f"drop {to / STYLE} on the page"
        yield "queries", f"drop {to / QUERIES} on the page, open the star at its left"
        yield "guide", "kg browser --serve"
    else:
        yield "files", "kg browser --to FOLDER writes the style and the queries, to be dropped on the page"
        yield "guide", "kg browser --serve offers it, and the style"


def _tell(steps: Iterator[tuple[str, str]]) -> None:
    from api.cli.safe import harmless

    for what, how in steps:
        typer.echo(f"{what:<8} {harmless(how)}")


def _show(page: str, wanted: bool) -> None:
    """Open a page, if there is anywhere to open it and somebody before it."""
    seen = sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if wanted and seen and sys.stdout.isatty():
        import webbrowser

        webbrowser.open(page)
