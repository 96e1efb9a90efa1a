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
