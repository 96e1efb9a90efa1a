"""Terms from what a store holds. Ids, names and addresses come from documents, and none of them may become syntax."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from rdflib import XSD, Literal, URIRef

from kg.rdf.namespaces import CG, ID
from ontology.claim import Value
from ontology.dates import first_day

Term = URIRef | Literal
Triple = tuple[URIRef, URIRef, Term]
Quad = tuple[URIRef, URIRef, Term, URIRef]

_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
_IRI_CHARACTERS = (
    r"[A-Za-z0-9\-._~!$&'()*+,;=:@/?"
    "\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    "\U00010000-\U0001fffd\U00020000-\U0002fffd]"
)
_WEB_IRI = re.compile(
    rf"https?://(?:{_IRI_CHARACTERS}|%[0-9A-Fa-f]{{2}})+(?:#(?:{_IRI_CHARACTERS}|%[0-9A-Fa-f]{{2}})*)?"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def thing(id_: str, *below: str) -> URIRef:
    """The IRI of an entity, document, claim or proposition, or of a part below it; two ids never share one."""
    path = "/".join(quote(part, safe=":@", errors="surrogatepass") for part in (id_, *below))
    return ID[path]


def term(name: str) -> URIRef:
    """The IRI of a role, a qualifier or another word of the ontology."""
    return CG[quote(name, safe="")]


def text(words: str) -> Literal:
    """A plain literal. A lone surrogate, which no RDF literal can hold, becomes U+FFFD."""
    return Literal(_SURROGATE.sub("\ufffd", words))


def count(number: int) -> Literal:
    """An integer."""
    return Literal(str(number), datatype=XSD.integer, normalize=False)


def offset(number: int) -> Literal:
    """A place in a text, as Web Annotation types it."""
    return Literal(str(number), datatype=XSD.nonNegativeInteger, normalize=False)


def day(written: str) -> Literal:
    """A date at its own precision; what is no date stays text."""
    try:
        first_day(written)
    except ValueError:
        return text(written)
    return Literal(written, datatype=_DATE_TYPES[len(written)], normalize=False)


def address(url: str) -> Term:
    """A document's address: an IRI where it is a valid one of the web, else the text of it."""
    return URIRef(url) if _WEB_IRI.fullmatch(url) and _has_host(url) else text(url)


def iter_values(value: Value, type_: str) -> Iterator[Literal]:
    """What a qualifier of a type holds; several literals for a list, none for an unknown value."""
    if isinstance(value, tuple):
        for one in value:
            yield from iter_values(one, type_)
    elif isinstance(value, str):
        yield from map(day, _dates(value)) if type_ == "date" else (text(value),)
    elif isinstance(value, int):
        yield count(value)
    elif isinstance(value, float):
        yield Literal(repr(value), datatype=XSD.double, normalize=False)


def _dates(value: str) -> Iterator[str]:
    """The dates of "1957; 1958"."""
    return filter(None, (one.strip() for one in value.split(";")))


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and "@" not in parts.netloc and (parts.port is None or parts.port >= 0)
    except ValueError:  # "http://a:port/"
        return False
