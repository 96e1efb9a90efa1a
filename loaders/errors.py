"""The errors of this package."""


class LoaderError(ValueError):
    """Something cannot be taken in."""


class UnreadableArticle(LoaderError):
    """One article cannot be read; the message says why, `place` where in its file."""

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(reason)
        self.place = place


class WrongMetadata(LoaderError):
    """What was said about the articles (title, URL, date) does not fit them."""


class WrongMapping(LoaderError):
    """A mapping file cannot be read; the message names file and line, and says what to do."""


class UnreadableTable(LoaderError):
    """A table cannot be read at all: no such file, another encoding, no columns."""


class UnknownTable(LoaderError):
    """A table is none of the releases that are known by their columns."""


class ChangedRelease(LoaderError):
    """A release is not what its dataset expects; the message tells the difference. Nothing was written."""
