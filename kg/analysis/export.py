"""A view as GraphML or GEXF, for Gephi, Cytoscape, yEd and networkx itself.

Names and sentences come from anywhere: what XML cannot hold or what steers a terminal becomes U+FFFD.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, BinaryIO

from kg.analysis.graph import graph
from kg.analysis.view import View

if TYPE_CHECKING:
    import networkx as nx

_UNSAFE = re.compile(
    "[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
"""What XML cannot hold, and what steers a terminal or turns a line around."""


def to_graphml(view: View, out: BinaryIO) -> None:
    """Write a view as GraphML; edges bear their proposition's id. Raises StoreError, OSError."""
    import networkx as nx

    nx.write_graphml_xml(_plain(view), out, prettyprint=True)


def to_gexf(view: View, out: BinaryIO) -> None:
    """Write a view as GEXF, without the day on which it was written. Raises StoreError, OSError."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(_plain(view), version="1.2draft")
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    writer.write(out)


WRITERS: Mapping[str, Callable[[View, BinaryIO], None]] = {"graphml": to_graphml, "gexf": to_gexf}


def to_text(value: str) -> str:
    """Text as XML can hold it.

    >>> to_text("\x1b[31mred")
    '�[31mred'
    """
    return _UNSAFE.sub("\ufffd", value)


def _plain(view: View) -> "nx.MultiDiGraph[str]":
    """The graph with plain text and numbers only: what is unknown is left out, lists are joined by a semicolon."""
    import networkx as nx

    whole = graph(view)
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id_, data in whole.nodes(data=True):
        made.add_node(to_text(id_), **_safe({"label": data["name"], **data}))
    for source, target, key, data in whole.edges(keys=True, data=True):
        drawn = {"id": key, "label": data["relationship"], "weight": data["claims"]}
        made.add_edge(to_text(source), to_text(target), key=to_text(key), **_safe({**drawn, **data}))
    return made


def _safe(data: Mapping[str, object]) -> dict[str, object]:
    return {name: _value(value) for name, value in data.items() if value not in (None, ())}


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return to_text("; ".join(map(str, value)))
    return to_text(value) if isinstance(value, str) else value
