"""The errors of this package."""


class ApiError(Exception):
    """Something cannot be served so; the message says what to do."""


class NotServed(ApiError):
    """An address cannot be served: it is taken, or open to others without a key."""


class CursorError(ApiError):
    """A cursor is none that an answer gave."""


class NotConfirmed(ApiError):
    """Something that cannot be undone was not confirmed."""


class NotListed(ApiError):
    """Something is not on a list that it should be taken off."""


class NotAnArticle(ApiError):
    """What was sent cannot be taken in as an article."""


class TooManyAtOnce(ApiError):
    """Others ask for as much; the message says when to ask again."""
