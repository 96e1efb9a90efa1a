"""A shortcut in RDF: the plain triple that a naive query looks for, and what it was derived from."""

from collections.abc import Iterator

from kg.answers import Shortcut
from kg.rdf.namespaces import CG
from kg.rdf.terms import Triple, count, day, term, text, thing


def iter_shortcut(shortcut: Shortcut) -> Iterator[Triple]:
    """The edge itself, then its summary on its proposition."""
    yield thing(shortcut.source), term(shortcut.relationship), thing(shortcut.target)
    subject = thing(shortcut.proposition)
    yield from ((subject, CG["items"], text(item)) for item in shortcut.items)
    if shortcut.first:
        yield subject, CG["first"], day(shortcut.first)
    if shortcut.last:
        yield subject, CG["last"], day(shortcut.last)
    yield subject, CG["claims"], count(shortcut.claims)
    if shortcut.quote:
        yield subject, CG["quote"], text(shortcut.quote)
