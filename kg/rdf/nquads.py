"""Quads as lines of N-Quads, in the canonical form of RDF 1.1: UTF-8, one escape a character, nothing optional."""

from rdflib import XSD, Literal

from kg.rdf.terms import Quad, Term

_CONTROLS = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
_SHORT = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}
_ESCAPES = _CONTROLS | {ord(character): escape for character, escape in _SHORT.items()}


def to_line(quad: Quad) -> str:
    """One quad with its line end."""
    return " ".join(map(to_token, quad)) + " .\n"


def to_token(term: Term) -> str:
    """One term, in a form that N-Quads, Turtle and TriG share."""
    if not isinstance(term, Literal):
        return f"<{term}>"
    quoted = f'"{term.translate(_ESCAPES)}"'
    return quoted if term.datatype in (None, XSD.string) else f"{quoted}^^<{term.datatype}>"
