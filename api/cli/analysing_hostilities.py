"""`kg analyse both-sides`, `kg analyse allies-arming-opponents`: who arms whom where there is fighting."""

from typing import Annotated

import typer

from api.cli.analysis_frame import Firmness, Most, documents_of, open_view, or_nobody, show_some
from api.cli.options import DEFAULT_STORE, Face, Format, Json, Since, Statuses, Store, Until, face

Between = Annotated[str | None, typer.Option("--between", metavar="X", help="Only hostilities of X.")]
And = Annotated[str | None, typer.Option("--and", metavar="Y", help="Only those with Y.")]
Supplier = Annotated[str | None, typer.Option("--supplier", metavar="Z", help="Only arms from Z.")]
Margin = Annotated[
    float, typer.Option("--margin", min=0, max=100, metavar="YEARS", help="Arms so long before and after count too.")
]
Whenever = Annotated[bool, typer.Option("--whenever", help="Arms count whenever they passed.")]


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
    from kg.analysis.both_sides import edges_in, get_both_sides
    from kg.analysis.hostilities import HostilityQuery

    asked = HostilityQuery(between, and_, supplier, None if whenever else margin)
    with open_view(store, (), status, since, until, modality) as view:
        found = or_nobody(lambda: get_both_sides(view, asked, limit))
        if found:
            documents = documents_of(view, edges_in(found.items))
            show_some(face(json, format_), found, BOTH_SIDES, lambda rows: both_sides_trees(rows, documents))


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
    from kg.analysis.allies import edges_in, get_allies_arming
    from kg.analysis.hostilities import HostilityQuery

    asked = HostilityQuery(between, and_, supplier, None if whenever else margin)
    with open_view(store, (), status, since, until, modality) as view:
        found = or_nobody(lambda: get_allies_arming(view, asked, limit))
        if found:
            documents = documents_of(view, edges_in(found.items))
            show_some(face(json, format_), found, ALLIES, lambda rows: ally_trees(rows, documents))
