"""A document in RDF: what is known of it, without its text, which belongs to its publisher; `version` hashes all."""

from collections.abc import Iterator

from rdflib import RDF

from kg.answers import Document
from kg.rdf.namespaces import CG, SCHEMA_ORG
from kg.rdf.terms import Triple, address, day, text, thing
from ontology.document import Form

_FORMS = {Form.ARTICLE: "NewsArticle", Form.DATASET: "Dataset", Form.MANIFEST: "DataCatalog"}


def iter_document(document: Document) -> Iterator[Triple]:
    """The triples of one document; its claims have their own."""
    subject = thing(document.id)
    yield subject, RDF.type, CG["Document"]
    yield subject, RDF.type, SCHEMA_ORG[_FORMS[document.form]]
    yield subject, CG["key"], text(document.key)
    yield subject, CG["version"], text(document.version)
    yield subject, CG["publisher"], thing(document.publisher.id)
    if document.agency:
        yield subject, CG["agency"], thing(document.agency.id)
    yield from _shown(document)


def _shown(document: Document) -> Iterator[Triple]:
    subject = thing(document.id)
    if document.url:
        yield subject, SCHEMA_ORG["url"], address(document.url)
    if document.title:
        yield subject, SCHEMA_ORG["headline"], text(document.title)
    if document.published:
        yield subject, SCHEMA_ORG["datePublished"], day(document.published)
    if document.language:
        yield subject, SCHEMA_ORG["inLanguage"], text(document.language)
