"""The errors of this package. What they mean over HTTP or as an exit status is told in `api`."""

from collections.abc import Sequence

from kg.answers import Named

_MOST_LISTED = 10


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


class BackupError(StoreError):
    """A file is no backup, or no longer what was written; the message says where."""


class StoreURLError(StoreError):
    """A store's address is not one that we know."""


class UnknownDocument(StoreError):
    """No document of this id is in the store."""


class UnknownProposition(StoreError):
    """No proposition of this id is in the store."""


class UnknownClaim(StoreError):
    """No claim of this id is in the store."""


class QuestionError(StoreError):
    """A question cannot be asked so; the message says how it can."""


class AmbiguousName(StoreError):
    """A name may mean several entities; the message lists them."""

    def __init__(self, name: str, candidates: Sequence[Named]) -> None:
        self.candidates = tuple(candidates)
        listed = [f"{candidate.name} ({candidate.id})" for candidate in candidates[:_MOST_LISTED]]
        more = [f"{len(candidates) - _MOST_LISTED} others"] if len(candidates) > _MOST_LISTED else []
        super().__init__(f'"{name}" may mean {", ".join([*listed, *more])}: ask by the full name or the id')


class UnknownName(StoreError):
    """Nobody is known by a name; the message offers names that look alike."""

    def __init__(self, name: str, alike: Sequence[str] = ()) -> None:
        self.alike = tuple(alike)
        offer = f"; did you mean {' or '.join(alike)}?" if alike else ""
        super().__init__(f'nobody is known by the name "{name}"{offer}')


class NeverMentioned(UnknownName):
    """The register knows the bearer of a name, and no document speaks of it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.args = (f'no document speaks of "{name}"',)
