"""`kg analyse`: questions that take more than one edge."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from api.cli.failing import note
from api.cli.options import DEFAULT_STORE, Face, Format, Json, Since, Statuses, Store, Until, face
from kg.answers import Status
from kg.errors import UnknownName
from ontology.claim import Modality

if TYPE_CHECKING:
    from api.cli.drawing import Branch
    from api.cli.output import Columns
    from api.cli.trees import Documents
    from kg.analysis import View
    from kg.analysis.edges import Edge

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
Between = Annotated[str | None, typer.Option("--between", metavar="X", help="Only hostilities of X.")]
And = Annotated[str | None, typer.Option("--and", metavar="Y", help="Only those with Y.")]
Supplier = Annotated[str | None, typer.Option("--supplier", metavar="Z", help="Only arms from Z.")]
Margin = Annotated[
    float, typer.Option("--margin", min=0, max=100, metavar="YEARS", help="Arms so long before and after count too.")
]
Whenever = Annotated[bool, typer.Option("--whenever", help="Arms count whenever they passed.")]

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


class GraphFormat(StrEnum):
    """What a graph is written in."""

    GRAPHML = "graphml"
    GEXF = "gexf"


@app.callback()
def analyse() -> None:
    """Paths, brokers, communities, suppliers, both sides.

    Counted is what somebody affirms as asserted; --status and --modality ask for more. What is contested is shown so.

    \b
    Example:
      kg analyse both-sides --between Armenia --and Azerbaijan
    """


@app.command()
def paths(
    source: Annotated[str, typer.Argument(metavar="A", help="An id, a known name, or the last part of one.")],
    target: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    kind: Kinds = None,
    every: Every = False,
    follow: Annotated[bool, typer.Option("--follow", help="Only along the direction of every tie.")] = False,
    longest: Annotated[int, typer.Option("--longest", min=1, max=20, metavar="N", help="Steps at most.")] = 6,
    status: Statuses = None,
    modality: Firmness = None,
    since: Since = None,
    until: Until = None,
    limit: Most = 10,
    json: Json = False,
    format_: Format = Face.TEXT,
    store: Store = DEFAULT_STORE,
) -> None:
    """The shortest paths between two, with the words behind each step.

    Without --kind over all ties between actors: arms, alliances, support, fighting, sanctions, agreements, trade.

    \b
    Example:
      kg analyse paths Turkey Armenia
    """
    from api.cli.analysis_sheets import STEPS, steps
    from api.cli.analysis_trees import path_trees
    from kg.analysis.paths import BETWEEN_ACTORS, edges_in, get_paths

    kinds = kind or (() if every else BETWEEN_ACTORS)
    with _view(store, kinds, status, since, until, modality) as view:
        found = _or_nobody(lambda: get_paths(view, source, target, limit=limit, longest=longest, follow=follow))
        if found:
            documents = _documents(view, edges_in(found))
            _show(face(json, format_), found, steps(found), STEPS, partial(path_trees, found, documents))
            if found.more:
                note(f"kg: these are the first {limit} of more paths of {found.length} steps: --limit shows more")


@app.command()
def brokers(
    kind: Kinds = None,
    every: Every = False,
    status: Statuses = None,
    modality: Firmness = None,
    since: Since = None,
    until: Until = None,
    limit: Most = 20,
    json: Json = False,
    format_: Format = Face.TEXT,
    store: Store = DEFAULT_STORE,
) -> None:
    """Who stands between the others in the flows of arms.

    Ranked by betweenness: the share of all shortest paths that lead through somebody. Without --kind over arms sales.

    \b
    Example:
      kg analyse brokers --since 1990
    """
    from api.cli.analysis_sheets import BROKERS
    from api.cli.analysis_trees import broker_trees
    from kg.analysis.brokers import get_brokers

    with _view(store, kind or (() if every else ("ArmsSale",)), status, since, until, modality) as view:
        found = get_brokers(view, limit=limit)
        _show(face(json, format_), found, found.brokers, BROKERS, partial(broker_trees, found))


@app.command()
def communities(
    kind: Kinds = None,
    every: Every = False,
    resolution: Annotated[
        float, typer.Option("--resolution", min=0.01, max=100, metavar="R", help="Higher finds more and smaller ones.")
    ] = 1.0,
    status: Statuses = None,
    modality: Firmness = None,
    since: Since = None,
    until: Until = None,
    limit: Most = 20,
    json: Json = False,
    format_: Format = Face.TEXT,
    store: Store = DEFAULT_STORE,
) -> None:
    """Who belongs together, by arms, alliances and support.

    Found by the Louvain method with a fixed seed: the same graph gives the same communities.

    \b
    Example:
      kg analyse communities --kind AllianceTie --since 1950 --until 1990
    """
    from api.cli.analysis_sheets import MEMBERS, members
    from api.cli.analysis_trees import community_trees
    from kg.analysis.communities import BINDING, get_communities

    with _view(store, kind or (() if every else BINDING), status, since, until, modality) as view:
        found = get_communities(view, resolution=resolution, limit=limit)
        _show(face(json, format_), found, members(found), MEMBERS, partial(community_trees, found))
    _note_more(len(found.communities), found.found)


@app.command()
def suppliers(
    recipient: Annotated[
        str, typer.Argument(metavar="RECIPIENT", help="An id, a known name, or the last part of one.")
    ],
    by: Annotated[str | None, typer.Option("--by", metavar="X", help="Only the word of this claimant.")] = None,
    years: Annotated[int, typer.Option("--years", min=1, max=100, metavar="N", help="How many years a span has.")] = 10,
    status: Statuses = None,
    modality: Firmness = None,
    since: Since = None,
    until: Until = None,
    json: Json = False,
    format_: Format = Face.TEXT,
    store: Store = DEFAULT_STORE,
) -> None:
    """How much a recipient depends on each supplier, by decade.

    Deals are counted as they are claimed, a record or a sentence each, never values. A deal counts in each span in
    which it was delivered, else in that in which it was ordered, else told. Concentration is the Herfindahl index, the
    sum of the squared shares: 1 where all comes from one.

    \b
    Example:
      kg analyse suppliers Azerbaijan
    """
    from api.cli.analysis_sheets import SHARES, shares
    from api.cli.analysis_trees import supplier_trees
    from kg.analysis.suppliers import get_suppliers

    with _view(store, ("ArmsSale",), status, since, until, modality) as view:
        found = _or_nobody(lambda: get_suppliers(view, recipient, years=years, by=by))
        if found:
            _show(face(json, format_), found, shares(found), SHARES, partial(supplier_trees, found))


@app.command()
def both_sides(
    between: Between = None,
    and_: And = None,
    supplier: Supplier = None,
    margin: Margin = 1,
    whenever: Whenever = False,
    status: Statuses = None,
    modality: Firmness = None,
    since: Since = None,
    until: Until = None,
    limit: Most = 50,
    json: Json = False,
    format_: Format = Face.TEXT,
    store: Store = DEFAULT_STORE,
) -> None:
    """Who arms both sides of a hostility, at the time of it.

    A hostility of two may have several times: each is asked for the arms ordered, delivered or told of in it.

    \b
    Example:
      kg analyse both-sides --between Armenia --and Azerbaijan --margin 2
    """
    from api.cli.analysis_sheets import BOTH_SIDES
    from api.cli.analysis_trees import both_sides_trees
    from api.cli.output import show_list
    from kg.analysis.both_sides import edges_in, get_both_sides
    from kg.analysis.hostilities import HostilityQuery

    asked = HostilityQuery(between, and_, supplier, None if whenever else margin)
    with _view(store, (), status, since, until, modality) as view:
        found = _or_nobody(lambda: get_both_sides(view, asked, limit))
        if found:
            documents = _documents(view, edges_in(found.items))
            show_list(face(json, format_), found.items, BOTH_SIDES, lambda rows: both_sides_trees(rows, documents))
            _note_more(len(found.items), found.found)


@app.command()
def allies_arming_opponents(
    between: Between = None,
    and_: And = None,
    supplier: Supplier = None,
    margin: Margin = 1,
    whenever: Whenever = False,
    status: Statuses = None,
    modality: Firmness = None,
    since: Since = None,
    until: Until = None,
    limit: Most = 50,
    json: Json = False,
    format_: Format = Face.TEXT,
    store: Store = DEFAULT_STORE,
) -> None:
    """Who arms those who fight its allies.

    Allies are bound to each other, or both to one alliance, at the time of the hostility.

    \b
    Example:
      kg analyse allies-arming-opponents --supplier Russia --whenever
    """
    from api.cli.analysis_sheets import ALLIES
    from api.cli.analysis_trees import ally_trees
    from api.cli.output import show_list
    from kg.analysis.allies import edges_in, get_allies_arming
    from kg.analysis.hostilities import HostilityQuery

    asked = HostilityQuery(between, and_, supplier, None if whenever else margin)
    with _view(store, (), status, since, until, modality) as view:
        found = _or_nobody(lambda: get_allies_arming(view, asked, limit))
        if found:
            documents = _documents(view, edges_in(found.items))
            show_list(face(json, format_), found.items, ALLIES, lambda rows: ally_trees(rows, documents))
            _note_more(len(found.items), found.found)


@app.command()
def export(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Written whole or not at all.")],
    format_: Annotated[GraphFormat, typer.Option("--format", help="GEXF is what Gephi likes best.")] = (
        GraphFormat.GRAPHML
    ),
    kind: Kinds = None,
    status: Statuses = None,
    modality: Firmness = None,
    since: Since = None,
    until: Until = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the graph for Gephi, Cytoscape or networkx.

    \b
    Example:
      kg analyse export --format gexf -o graph.gexf
    """
    from api.cli.progress import watched
    from kg.analysis.export import WRITERS
    from kg.whole_file import open_whole

    with (
        watched(lambda: f"writing {output}"),
        _view(store, kind or (), status, since, until, modality) as view,
        open_whole(output) as out,
    ):
        WRITERS[format_.value](view, out)


@contextmanager
def _view(
    url: str,
    kinds: Iterable[str],
    statuses: Sequence[Status] | None,
    since: str | None,
    until: str | None,
    modality: Modality | None,
) -> "Iterator[View]":
    from kg.analysis import make_view
    from kg.stores import open_store

    with open_store(url) as reader:
        yield make_view(reader, kinds, frozenset(statuses) if statuses else None, since, until, modality)


def _or_nobody(ask: Callable[[], Answer]) -> Answer | None:
    """An answer; where a name is nobody's, that is said, and the answer is an empty list."""
    from api.cli.output import show_json

    try:
        return ask()
    except UnknownName as nobody:
        note(f"kg: {nobody}")
        show_json([])
        return None


def _show(
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


def _documents(view: "View", edges: "Iterable[Edge]") -> "Documents":
    from api.cli.trees import documents_in

    ids = documents_in(row for edge in edges for row in edge.evidence)
    return {document.id: document for document in view.store.iter_documents(ids=ids)}


def _note_more(shown: int, found: int) -> None:
    if shown < found:
        note(f"kg: {shown} of {found} are shown: --limit shows more")
