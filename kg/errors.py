"""The errors of this package. What they mean over HTTP or as an exit status is told in `api`."""


class StoreError(Exception):
    """A store could not do what it was asked; the message says what to do."""


class StoreUnreachable(StoreError):
    """Nobody answers at the store's address."""


class StoreDenied(StoreError):
    """The store refused the user name or the password."""


class StoreBusy(StoreError):
    """Another process is writing."""


class StoreMismatch(StoreError):
    """The store is of another version, or no store of ours."""


class StoreURLError(StoreError):
    """A store's address is not one that we know."""


class UnknownDocument(StoreError):
    """No document of this id is in the store."""


class AmbiguousName(StoreError):
    """A name may mean several entities; the message lists them."""
