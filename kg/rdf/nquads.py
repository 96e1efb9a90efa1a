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
    """One term in full."""
    if not isinstance(term, Literal):
        return f"<{term}>"
    if term.datatype in (None, XSD.string):
        return to_quoted(term)
    return f"{to_quoted(term)}^^<{term.datatype}>"


def to_quoted(literal: Literal) -> str:
    """A literal's text between quotation marks, in a form that N-Quads, Turtle and TriG share."""
    return f'"{literal.translate(_ESCAPES)}"'
