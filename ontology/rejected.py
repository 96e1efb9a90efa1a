"""What could not be taken in of one file, kept as a bundle, so that it is copied, backed up and purged like any other.

It says nothing: no entity, no claim. It stands outside of answers, exports and counts.
"""

import json
from dataclasses import asdict, dataclass

from ontology.bundle import Bundle, Reject, make_bundle
from ontology.document import Document, Form

_KEY = "rejected:"


@dataclass(frozen=True, slots=True)
class RejectedFile:
    """The rejects of a file. `source` tells it from others of its name; `kind` is what its loader takes it for.

    `publisher`, `published`, `title` and `url` are what the caller said of it. `cut`: the places whose text was too
    long to be kept whole.
    """

    source: str
    file: str
    kind: str = ""
    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    cut: tuple[str, ...] = ()
    rejects: tuple[Reject, ...] = ()

    @property
    def key(self) -> str:
        """The key of the document that it is kept in."""
        return f"{_KEY}{self.source}"


def to_bundle(rejected: RejectedFile) -> Bundle:
    """The bundle that the store keeps."""
    said = {name: value for name, value in asdict(rejected).items() if name != "rejects"}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return make_bundle(Document(rejected.key, "", Form.REJECTED, text=text), (), (), rejected.rejects)


def from_bundle(bundle: Bundle) -> RejectedFile:
    """What `to_bundle` made a bundle of."""
    said = json.loads(bundle.document.text or "")
    return RejectedFile(**{**said, "cut": tuple(said["cut"])}, rejects=bundle.rejects)
