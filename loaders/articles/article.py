"""An article as it came in, and what is given back for one that cannot be taken."""

from dataclasses import dataclass


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
class Rejected:
    """An article that could not be taken in: its file, where in it ("17" is a line), and why."""

    file: str
    place: str
    reason: str

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
