"""An article as it came in, and what is given back for one that cannot be taken."""

import json
from dataclasses import dataclass, field

from loaders.articles.limits import LONGEST_KEPT

LINES, JSON, PAGE, TEXT = "lines", "json", "page", "text"
"""What a file may be taken for."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the caller says of the articles that do not say it themselves (of a web page: whatever the page says)."""

    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None


NOTHING_SAID = Metadata()
"""Metadata of a caller who knows nothing."""


@dataclass(frozen=True, slots=True)
class Article:
    """Text as decoded, line ends untouched, with what is known of it and where it came from.

    `published` keeps its precision. `id` is an id that somebody gave; the path of a file is none. `place` is a line.
    """

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    id: str | None = None
    file: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """The bytes of what could not be taken in, and what they are taken for; `whole` unless they were too long."""

    kind: str
    data: bytes
    whole: bool = True


def keep(kind: str, data: bytes) -> Kept:
    """As much of the bytes as is kept."""
    return Kept(kind, data[:LONGEST_KEPT], len(data) <= LONGEST_KEPT)


def keep_article(article: Article) -> Kept:
    """An article that was read well, and failed later, as a line of JSONL."""
    said = ("text", "title", "url", "publisher", "published", "id")
    record = {name: value for name in said if (value := getattr(article, name)) is not None}
    return keep(LINES, json.dumps(record).encode())


@dataclass(frozen=True, slots=True)
class Rejected:
    """An article that could not be taken in: its file, where in it ("17" is a line), why, and what is kept of it."""

    file: str
    place: str
    reason: str
    kept: Kept | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        where = f"{self.file}:{self.place}" if self.place else self.file
        return f"{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file in a folder that is no article; it counts for nothing."""

    file: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"
