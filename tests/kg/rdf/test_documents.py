from rdflib import RDF, Literal, URIRef

from kg.answers import Document, Named
from kg.rdf.documents import iter_document
from kg.rdf.namespaces import CG, SCHEMA_ORG
from kg.rdf.terms import Triple, day, thing
from ontology.document import Form

HERALD = Named("organization:the-herald", "The Herald")


def document(url: str | None = None, text: str | None = None, form: Form = Form.ARTICLE) -> list[Triple]:
    return list(
        iter_document(Document("doc:1", "id:1", "v", form, HERALD, url, "Title", "2020-11", "en", HERALD, text))
    )


def test_a_document_tells_who_published_it_and_when() -> None:
    triples = document("https://example.org/1")
    assert (thing("doc:1"), CG["publisher"], thing(HERALD.id)) in triples
    assert (thing("doc:1"), CG["agency"], thing(HERALD.id)) in triples
    assert (thing("doc:1"), SCHEMA_ORG["datePublished"], day("2020-11")) in triples
    assert (thing("doc:1"), SCHEMA_ORG["url"], URIRef("https://example.org/1")) in triples


def test_an_address_that_is_no_iri_is_kept_as_text() -> None:
    assert (thing("doc:1"), SCHEMA_ORG["url"], Literal("https://a.b/ <x>")) in document("https://a.b/ <x>")


def test_its_text_stays_out() -> None:
    assert all("whole article" not in o for _, _, o in document(text="The whole article."))


def test_a_dataset_is_a_dataset() -> None:
    assert (thing("doc:1"), RDF.type, SCHEMA_ORG["Dataset"]) in document(form=Form.DATASET)
