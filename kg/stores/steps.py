"""The steps of a write, as a store announces them: for a progress bar, or for a test that kills the process at one."""

from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    """What has just been done within the transaction of a write; none of it lasts before the commit."""

    BEGUN = "begun"
    LOGGED = "logged"
    CLEARED = "cleared"
    WRITTEN = "written"
    DERIVED = "derived"


Announce = Callable[[Step], None]


def say_nothing(_: Step) -> None:
    """Announce a step to nobody."""
