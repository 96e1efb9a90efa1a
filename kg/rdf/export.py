"""A store as RDF text. All three formats are the same bytes on every backend, for the same documents."""

from io import StringIO
from typing import TextIO

from kg.rdf.nquads import to_line
from kg.rdf.quads import iter_quads, iter_stated
from kg.rdf.sorting import iter_sorted
from kg.rdf.turtle import iter_trig, iter_turtle
from kg.store import Reader


def to_nquads(store: Reader, out: TextIO) -> None:
    """N-Quads, sorted by code point, each quad once."""
    out.writelines(iter_sorted(map(to_line, iter_quads(store))))


def to_trig(store: Reader, out: TextIO) -> None:
    """TriG, one block a graph."""
    out.writelines(iter_trig(iter_quads(store)))


def to_turtle(store: Reader, out: TextIO) -> None:
    """Turtle: everything in one graph, and therefore without the shortcuts, which nobody may mistake for claims."""
    out.writelines(iter_turtle(iter_stated(store)))


def canonical_dump(store: Reader) -> str:
    """The sorted N-Quads. Stores that hold the same give the same dump, whoever filled them, when, in what order."""
    out = StringIO(newline="\n")
    to_nquads(store, out)
    return out.getvalue()
