"""Which releases of datasets are in the store, and whether they are whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.store import Reader
from ontology.document import Form
from ontology.errors import ManifestError
from ontology.identity import document_id, document_key
from ontology.manifest import Manifest, Unresolved, from_text


@dataclass(frozen=True, slots=True)
class DatasetAnswer:
    """A release: rows = stored + duplicate + rejected + left aside. What is not whole is loaded again to go on."""

    name: str
    title: str
    release: str | None
    whole: bool
    source: str | None
    licence: str | None
    parts: int
    rows: int
    stored: int
    duplicate: int
    rejected: int
    claims: int
    left_aside: Mapping[str, int]
    unresolved: tuple[Unresolved, ...]
    document: str


def get_manifest(store: Reader, dataset: str) -> Manifest | None:
    """The manifest of a dataset."""
    return _read(store, document_id(document_key(given=dataset)))


def iter_datasets(store: Reader) -> Iterator[DatasetAnswer]:
    """The releases in the store, by name."""
    found = (document.id for document in store.iter_documents() if document.form is Form.MANIFEST)
    read = [(id_, manifest) for id_ in found if (manifest := _read(store, id_))]
    return (_answer(id_, manifest) for id_, manifest in sorted(read, key=lambda one: one[1].dataset))


def _read(store: Reader, id_: str) -> Manifest | None:
    document = store.get_document(id_)
    if document is None or document.form is not Form.MANIFEST:
        return None
    try:
        return from_text(document.text or "")
    except ManifestError:  # an article may come in under the name of a dataset
        return None


def _answer(id_: str, manifest: Manifest) -> DatasetAnswer:
    parts = manifest.parts
    return DatasetAnswer(
        name=manifest.dataset,
        title=manifest.title,
        release=manifest.release,
        whole=manifest.whole,
        source=manifest.source,
        licence=manifest.licence,
        parts=len(parts),
        rows=sum(part.rows for part in parts),
        stored=sum(part.stored for part in parts),
        duplicate=sum(part.duplicate for part in parts),
        rejected=sum(part.rejected for part in parts),
        claims=sum(part.claims for part in parts),
        left_aside=dict(manifest.left_aside or {}),
        unresolved=manifest.unresolved,
        document=id_,
    )
