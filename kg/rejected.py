"""What could not be taken in: articles by their files, rows by their datasets."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.store import Reader
from ontology.document import Form
from ontology.identity import document_id


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """Something that was rejected: of which file or dataset, where in it, why, and its text as far as it was kept.

    Bytes that are no UTF-8 stand in base64 behind "data:;base64,".
    """

    file: str
    place: str
    reason: str
    text: str
    document: str


def iter_rejected(store: Reader) -> Iterator[RejectedRow]:
    """All that stands rejected, articles first."""
    for rejected in store.iter_rejected():
        for reject in rejected.rejects:
            yield RejectedRow(rejected.file, reject.place, reject.reason, reject.text, document_id(rejected.key))
    for document in store.iter_documents():
        if document.form is Form.DATASET:
            dataset = document.key.removeprefix("id:").partition("#")[0]
            for reject in store.iter_rejects(document.id):
                yield RejectedRow(dataset, reject.place, reject.reason, reject.text, document.id)
