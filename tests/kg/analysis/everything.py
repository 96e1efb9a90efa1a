"""Every analysis of a store as text, for tests of what must not depend on order or on hashes."""

import sys
from dataclasses import asdict
from io import BytesIO
from json import dumps

from kg.analysis import View, make_view
from kg.analysis.allies import get_allies_arming
from kg.analysis.both_sides import get_both_sides
from kg.analysis.brokers import get_brokers
from kg.analysis.communities import get_communities
from kg.analysis.export import WRITERS
from kg.analysis.hostilities import HostilityQuery
from kg.analysis.paths import get_paths
from kg.analysis.suppliers import get_suppliers
from kg.store import Reader
from kg.stores import open_store


def everything(store: Reader) -> str:
    """All answers about `tests.kg.analysis.stories.ALL`."""
    view = make_view(store)
    answers = (
        get_paths(view, "Turkey", "Armenia"),
        get_paths(view, "State A", "State F", follow=True),
        get_brokers(view),
        get_communities(view),
        get_suppliers(view, "Azerbaijan"),
        get_both_sides(view, HostilityQuery()),
        get_allies_arming(view, HostilityQuery(margin=None)),
    )
    return "\n".join([*(dumps(asdict(answer)) for answer in answers), *(_written(view, name) for name in WRITERS)])


def _written(view: View, name: str) -> str:
    out = BytesIO()
    WRITERS[name](view, out)
    return out.getvalue().decode()


if __name__ == "__main__":
    with open_store(sys.argv[1]) as opened:
        sys.stdout.write(everything(opened))
