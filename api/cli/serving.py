"""`kg serve`: the REST API."""

from typing import Annotated

import typer

from api.cli.options import DEFAULT_STORE, Store


def serve(
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Only loopback goes without a key.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 8000,
    key: Annotated[
        str | None,
        typer.Option(
            "--key", envvar="KG_API_KEY", metavar="KEY", help="Every request must bring it; better set KG_API_KEY."
        ),
    ] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Answer over HTTP: the REST API.

    The same questions as the command line, described by OpenAPI.

    \b
    Example:
      kg serve --port 8000
    """
    from api.app.server import run

    run(store, host, port, key)
