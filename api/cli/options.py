"""The options that several commands share."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from kg.answers import Status


class Face(StrEnum):
    """How an answer looks."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def face(json: bool, format_: Face = Face.TEXT) -> Face:
    """The face that is asked for; `--json` is short for `--format json`."""
    return Face.JSON if json else format_


def _kinds(begun: str) -> Iterator[str]:
    from ontology.schema import SCHEMA

    return (name for name in SCHEMA.kinds if name.casefold().startswith(begun.casefold()))


def _nearest(context: typer.Context, url: str) -> str:
    """The store that is named behind the command, else before it, else in the environment."""
    before = context.find_root().params.get("store") if context.parent else None
    source = context.get_parameter_source("store")
    behind = source is not None and source.name == "COMMANDLINE"
    return url if behind or before is None else str(before)


Store = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="KG_STORE",
        metavar="URL",
        callback=_nearest,
        help="Where the graph is kept: sqlite:PATH, neo4j://HOST:PORT/DATABASE or bolt://HOST:PORT.",
    ),
]
AnyStore = Annotated[
    str | None, typer.Option("--store", metavar="URL", help="Where the graph is kept, for whatever command follows.")
]
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON; the shape is kept stable.")]
Format = Annotated[Face, typer.Option("--format", help="How the list looks.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this day, month or year on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to this day, month or year.")]
Statuses = Annotated[
    list[Status] | None,
    typer.Option("--status", metavar="STATUS", help=f"Only {', '.join(Status)}; may be repeated."),
]
Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", autocompletion=_kinds, help="Only this kind: ArmsSale, Control, ..."),
]

DEFAULT_STORE = "sqlite:claimgraph.db"
