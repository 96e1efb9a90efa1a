"""What loading rejects is kept in the store, a file at a time, and tried again when something has changed."""

import base64
import binascii
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.store import Store
from loaders.articles import Article, Metadata, Rejected, Skipped
from loaders.articles.article import LINES, Kept
from loaders.articles.source import STANDARD_INPUT_NAME, read_again
from loaders.load import Loaded, load
from ontology.bundle import Reject
from ontology.identity import digest, document_id
from ontology.rejected import RejectedFile, to_bundle

MOST_KEPT = 5_000_000
"""Bytes that are kept of all that is rejected of one file."""

_GLANCE = 200
_BASE64 = "data:;base64,"


class Rejects:
    """Keeps what is rejected of each file that is loaded; a file that is loaded well again loses its old rejects."""

    def __init__(self, store: Store, said: Metadata) -> None:
        self._store = store
        self._said = said
        self._standing = {rejected.source for rejected in store.iter_rejected()}
        self._file: str | None = None
        self._rejected: list[Rejected] = []

    def take(self, file: str, rejected: Rejected | None = None) -> None:
        """Note that something of a file went in, or was rejected; files come one after the other."""
        if file != self._file:
            self.close()
            self._file = file
        if rejected:
            self._rejected.append(rejected)

    def close(self) -> None:
        """Keep what was rejected of the last file. Not to be called when a load breaks off within it."""
        if self._file is None:
            return
        source = _source(self._file, self._rejected)
        if self._rejected:
            self._store.put(to_bundle(_of_file(source, self._file, self._said, self._rejected)))
        elif source in self._standing:
            self._store.withdraw(document_id(RejectedFile(source, self._file).key))
        self._file, self._rejected = None, []


def file_of(found: Loaded | Rejected | Skipped) -> str:
    """The file that something was found in."""
    return found.article.file if isinstance(found, Loaded) else found.file


def retry(store: Store) -> Iterator[Loaded | Rejected]:
    """Try again all that was rejected and kept whole; whoever asks puts what is `Loaded` before asking on.

    What passes leaves the list when its file is done, so that a break loses nothing.
    """
    for rejected in list(store.iter_rejected()):
        left: list[Reject] = []
        for reject in rejected.rejects:
            for found in _again(rejected, reject):
                if isinstance(found, Rejected):
                    left.append(replace(reject, reason=found.reason))
                yield found
        _settle(store, rejected, left)


def forget(store: Store, file: str) -> int:
    """Take a file's rejects off the list; how many files of this name were on it."""
    found = [one for one in store.iter_rejected() if file in (one.file, one.source)]
    for one in found:
        store.withdraw(document_id(one.key))
    return len(found)


def _again(rejected: RejectedFile, reject: Reject) -> Iterable[Loaded | Rejected]:
    if not reject.text or reject.place in rejected.cut:
        return [Rejected(rejected.file, reject.place, reject.reason)]
    said = Metadata(rejected.publisher, rejected.published)
    if rejected.kind != LINES:  # a line tells its own title and URL
        said = replace(said, title=rejected.title, url=rejected.url)
    kept = Kept(rejected.kind, _data(reject.text))
    read = read_again(kept, rejected.file, reject.place, said)
    return [load(one) if isinstance(one, Article) else one for one in read]


def _settle(store: Store, rejected: RejectedFile, left: list[Reject]) -> None:
    if not left:
        store.withdraw(document_id(rejected.key))
    elif tuple(left) != rejected.rejects:
        store.put(to_bundle(replace(rejected, rejects=tuple(left))))


def _source(file: str, rejected: Iterable[Rejected]) -> str:
    if file == STANDARD_INPUT_NAME:  # what comes that way has no name: each is kept for itself
        return f"{file}#{digest(*(f'{one.place} {_text(one)}' for one in rejected))}"
    return os.path.abspath(file)  # noqa: PTH100 (a link stays a link)


def _of_file(source: str, file: str, said: Metadata, rejected: list[Rejected]) -> RejectedFile:
    room, cut, rejects = MOST_KEPT, [], []
    for one in rejected:
        text = _text(one)
        if (one.kept and not one.kept.whole) or len(text) > room:
            cut.append(one.place)
            text = text if len(text) <= room else text[:_GLANCE]
        room = max(0, room - len(text))
        rejects.append(Reject(one.place, one.reason, text))
    kind = next((one.kept.kind for one in rejected if one.kept), "")
    named = {"publisher": said.publisher, "published": said.published, "title": said.title, "url": said.url}
    return RejectedFile(source, file, kind, **named, cut=tuple(cut), rejects=tuple(rejects))


def _text(rejected: Rejected) -> str:
    data = rejected.kept.data if rejected.kept else b""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _BASE64 + base64.b64encode(data).decode()


def _data(text: str) -> bytes:
    if text.startswith(_BASE64):
        try:
            return base64.b64decode(text.removeprefix(_BASE64), validate=True)
        except binascii.Error:  # a text that only looks like it
            return text.encode()
    return text.encode()
