"""Erasing a document for good: whatever it said, in every version, out of the log and all that is derived."""

from kg.errors import UnknownDocument
from kg.questions.document import ids_of
from kg.store import Receipt, Store
from ontology.identity import document_id


def find_logged(store: Store, name: str) -> str:
    """The id of a document that the log holds, by its id, its URL or the id that it came in with; withdrawn ones too.

    Raises UnknownDocument.
    """
    ids = (*ids_of(name), document_id(name))
    current = next((id_ for id_ in ids if store.get_document(id_)), None)
    if current:
        return current
    logged = {entry.document for entry in store.iter_log() if entry.document in ids}
    found = next((id_ for id_ in ids if id_ in logged), None)
    if found is None:
        raise UnknownDocument(f'no document is "{name}", nor ever was: ask by its URL, or by an id as answers show it')
    return found


def purge(store: Store, name: str) -> Receipt:
    """Erase the document of an id, a URL, or the id that it came in with. Raises UnknownDocument, StoreBusy."""
    return store.purge(find_logged(store, name))
