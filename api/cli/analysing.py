"""`kg analyse`: questions that take more than one edge."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from api.cli.analysing_hostilities import allies_arming_opponents, both_sides
from api.cli.analysis_frame import (
    Every,
    Firmness,
    Kinds,
    Most,
    documents_of,
    note_more,
    open_view,
    or_nobody,
    show_either,
)
from api.cli.failing import note
from api.cli.options import DEFAULT_STORE, Face, Format, Json, Since, Statuses, Store, Until, face
from api.graph_format import GraphFormat

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def analyse() -> None:
    """Paths, brokers, communities, suppliers, both sides.

    Counted is what somebody affirms as asserted; --status and --modality ask for more. What is contested is shown so.

    \b
    Example:
      kg analyse both-sides --between Armenia --and Azerbaijan
    """


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
    with open_view(store, kinds, status, since, until, modality) as view:
        found = or_nobody(lambda: get_paths(view, source, target, limit=limit, longest=longest, follow=follow))
        if found:
            documents = documents_of(view, edges_in(found))
            show_either(face(json, format_), found, steps(found), STEPS, partial(path_trees, found, documents))
            if found.more:
                note(f"kg: these are the first {limit} of more paths of {found.length} steps: --limit shows more")


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

    with open_view(store, kind or (() if every else ("ArmsSale",)), status, since, until, modality) as view:
        found = get_brokers(view, limit=limit)
        show_either(face(json, format_), found, found.brokers, BROKERS, partial(broker_trees, found))


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

    with open_view(store, kind or (() if every else BINDING), status, since, until, modality) as view:
        found = get_communities(view, resolution=resolution, limit=limit)
        show_either(face(json, format_), found, members(found), MEMBERS, partial(community_trees, found))
    note_more(len(found.communities), found.found)


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

    with open_view(store, ("ArmsSale",), status, since, until, modality) as view:
        found = or_nobody(lambda: get_suppliers(view, recipient, years=years, by=by))
        if found:
            show_either(face(json, format_), found, shares(found), SHARES, partial(supplier_trees, found))


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
        open_view(store, kind or (), status, since, until, modality) as view,
        open_whole(output) as out,
    ):
        WRITERS[format_.value](view, out)


for command in (paths, brokers, communities, suppliers, both_sides, allies_arming_opponents, export):
    app.command()(command)
