"""What a graph is written in, for the command line and over HTTP alike."""

from enum import StrEnum


class GraphFormat(StrEnum):
    """The formats that `kg.analysis.export` writes."""

    GRAPHML = "graphml"
    GEXF = "gexf"
