"""What an error means on the command line: one line to standard error, and an exit status."""

import errno
import sys
from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperGroup

from api.cli.safe import harmless
from api.errors import ApiError
from kg.errors import StoreError
from loaders.errors import LoaderError
from ontology.errors import OntologyError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

ALL_IN, SOME_REJECTED, NOTHING_USABLE, INTERRUPTED = 0, 1, 2, 130

EXIT_STATUS: Mapping[type[Exception], int] = {
    ApiError: NOTHING_USABLE,
    StoreError: NOTHING_USABLE,
    LoaderError: NOTHING_USABLE,
    OntologyError: NOTHING_USABLE,
    OSError: NOTHING_USABLE,
}


class Commands(TyperGroup):
    """The commands, their errors told instead of thrown."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; an error of ours ends it with its exit status."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # `kg claims | head`: typer ends quietly
            raise
        except tuple(EXIT_STATUS) as error:
            note(f"kg: {_told(error)}")
            raise typer.Exit(exit_status(error)) from error


def exit_status_after(usable: int, rejected: int) -> int:
    """The status after taking articles in: 0 all in, 1 some rejected, 2 nothing usable."""
    if not usable:
        return NOTHING_USABLE
    return SOME_REJECTED if rejected else ALL_IN


def exit_status(error: Exception) -> int:
    """The status that an error ends a command with: that of its nearest class in the table."""
    return next(EXIT_STATUS[kind] for kind in type(error).__mro__ if kind in EXIT_STATUS)


def note(text: str) -> None:
    """Say something to the person who typed the command, beside the answer: one line on standard error."""
    print(harmless(text), file=sys.stderr)  # noqa: T201 (the command line speaks)


def _told(error: Exception) -> str:
    if not isinstance(error, OSError):
        return str(error)
    where = f"{error.filename}: " if error.filename is not None else ""
    room = ": free some space, nothing was kept of what did not fit" if error.errno in _NO_ROOM else ""
    return f"{where}{error.strerror or error}{room}"
