"""A release of a dataset goes into a store: part by part, each whole, and marked as whole when the last is in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.questions.datasets import get_manifest
from kg.store import Reader, Store
from loaders.articles import Rejected
from loaders.datasets.parts import Part
from loaders.datasets.release import Release
from loaders.datasets.who import Who
from ontology.bundle import Bundle, make_bundle
from ontology.canonical import bundle_version
from ontology.document import Document, Form
from ontology.identity import document_id, document_key
from ontology.manifest import Manifest, PartCount, Unresolved, to_text


@dataclass(slots=True)
class ReleaseReport:
    """What became of a release so far. Rows = stored + duplicate + rejected + left aside, when it is whole."""

    dataset: str
    file: str
    release: str | None
    rows: int
    left_aside: Mapping[str, int]
    unresolved: tuple[Unresolved, ...]
    parts: int
    done: int = 0
    stored: int = 0
    duplicate: int = 0
    rejects: list[Rejected] = field(default_factory=list)
    whole: bool = False

    @property
    def state(self) -> str:
        """How far it is, in words."""
        return "whole" if self.whole else f"not whole ({self.done} of {self.parts} parts)"

    def count(self, part: Part, *, stood: bool) -> None:
        """Count a part that went in, or that stood already."""
        self.done += 1
        self.stored += 0 if stood else part.stored
        self.duplicate += part.duplicate + (part.stored if stood else 0)
        self.rejects += [Rejected(self.file, reject.place, reject.reason) for reject in part.bundle.rejects]

    def answer(self) -> dict[str, object]:
        """The report as `kg load --json` shows it."""
        counts = {"rows": self.rows, "stored": self.stored, "duplicate": self.duplicate, "rejected": len(self.rejects)}
        return {
            "dataset": self.dataset,
            "file": self.file,
            "release": self.release,
            "whole": self.whole,
            **counts,
            "left_aside": dict(self.left_aside),
            "unresolved": self.unresolved,
        }


def make_report(release: Release) -> ReleaseReport:
    """The report of a release of which nothing is in yet."""
    name, date = release.dataset.name, release.date
    return ReleaseReport(
        name, release.file, date, release.rows, release.left_aside, release.unresolved, len(release.keys)
    )


def put_release(store: Store, release: Release, report: ReleaseReport) -> Iterator[Part]:
    """Put a release, counting in `report`; each part is given when it is in.

    What stands already is left as it is, so that a load that broke off goes on. Parts of another release that this one
    does not have are withdrawn. Until all of it is in, the manifest says that the release is not whole.
    Raises StoreError.
    """
    before = get_manifest(store, release.dataset.name)
    leaving = _leaving(before, release.keys)
    counts: list[PartCount] = []
    changing = False
    for part in release.iter_parts():
        version = bundle_version(part.bundle)
        stood = version == _version(store, part.bundle.document.key)
        if not stood and not changing:
            store.put(_bundle(release, _manifest(release, (), leaving)))
            changing = True
        if not stood:
            store.put(part.bundle)
        counts.append(_count(part, version))
        report.count(part, stood=stood)
        yield part
    for key in sorted(set(leaving) - set(release.keys)):
        if _version(store, key):
            store.withdraw(document_id(key))
    store.put(_bundle(release, _manifest(release, counts, ())))
    report.whole = True


def _leaving(before: Manifest | None, coming: Sequence[str]) -> tuple[str, ...]:
    """All parts that may stand when a load breaks off: those of the release before, and those that are coming."""
    standing = (*(part.key for part in before.parts), *before.leaving) if before else ()
    return tuple(sorted({*standing, *coming}))


def _version(store: Reader, key: str) -> str | None:
    return next((document.version for document in store.iter_documents(ids=[document_id(key)])), None)


def _count(part: Part, version: str) -> PartCount:
    return PartCount(
        key=part.bundle.document.key,
        version=version,
        rows=part.rows,
        claims=len(part.bundle.claims),
        duplicate=part.duplicate,
        rejected=part.rejected,
        left_aside=sum(rows for _, rows in part.left_aside),
    )


def _manifest(release: Release, counts: Iterable[PartCount], leaving: tuple[str, ...]) -> Manifest:
    dataset = release.dataset
    return Manifest(
        dataset=dataset.name,
        title=dataset.title,
        release=release.date,
        source=dataset.source,
        licence=dataset.licence,
        parts=tuple(counts),
        unresolved=release.unresolved,
        left_aside=dict(sorted(release.left_aside.items())),
        leaving=leaving,
        whole=not leaving,
    )


def _bundle(release: Release, manifest: Manifest) -> Bundle:
    key = document_key(given=manifest.dataset)
    publisher = release.dataset.publisher(Who(key, manifest.dataset))
    title = manifest.title if manifest.whole else f"{manifest.title} (not whole)"
    document = Document(
        key, publisher.id, Form.MANIFEST, title=title, published=manifest.release, text=to_text(manifest)
    )
    return make_bundle(document, [publisher], ())
