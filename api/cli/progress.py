"""How far a long command is, shown where somebody watches: on a terminal, beside the answer."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def watched(told: Callable[[], str]) -> Iterator[Callable[[], None]]:
    """A function to call after each step; `told` says how far the work is. Nothing is shown off a terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.status import Status

    with Status(told(), console=Console(stderr=True, markup=False, highlight=False)) as status:
        yield lambda: status.update(told())
