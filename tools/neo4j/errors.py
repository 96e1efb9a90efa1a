"""The error of this package."""


class ServerError(Exception):
    """The server could not be installed, started or stopped; the message says what to do."""
