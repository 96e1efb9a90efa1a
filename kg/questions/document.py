"""What a document is, and what it says."""

from dataclasses import dataclass, fields

from kg.answers import Document
from kg.errors import UnknownDocument
from kg.questions.claims import ClaimPosition, positions_of
from kg.store import ClaimFilter, Reader
from ontology.bundle import Reject
from ontology.identity import document_id, document_key


@dataclass(frozen=True, slots=True)
class DocumentAnswer(Document):
    """A document with its text, its claims, one a position, and what could not be brought in from it."""

    claims: tuple[ClaimPosition, ...] = ()
    rejects: tuple[Reject, ...] = ()


def get_document(store: Reader, name: str) -> DocumentAnswer:
    """The document of an id, a URL, or the id that it came in with. Raises UnknownDocument."""
    document = find_document(store, name)
    claims = store.iter_claims(ClaimFilter(document=document.id))
    rows = tuple(row for claim in claims for row in positions_of(claim))
    shown = {field.name: getattr(document, field.name) for field in fields(document)}
    return DocumentAnswer(**shown, claims=rows, rejects=tuple(store.iter_rejects(document.id)))


def ids_of(name: str) -> tuple[str, ...]:
    """The ids that a document may have whose id, URL, or id that it came in with, is given."""
    return name, document_id(document_key(url=name)), document_id(document_key(given=name))


def find_document(store: Reader, name: str) -> Document:
    """The document itself. Raises UnknownDocument."""
    document = next((found for id_ in ids_of(name) if (found := store.get_document(id_))), None)
    if document is None:
        raise UnknownDocument(f'no document is "{name}": ask by its URL, or by an id as `kg claims` shows it')
    return document
