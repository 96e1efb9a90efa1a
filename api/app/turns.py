"""Expensive questions, one at a time: an analysis takes a whole core for seconds, and others ask beside it."""

from collections.abc import Iterator
from threading import BoundedSemaphore, Lock

from api.errors import TooManyAtOnce

PATIENCE = 20.0
"""Seconds to wait for one's turn."""

WAITING = 4
"""How many may wait: each takes a thread that answers nothing else."""

_REFUSAL = "other analyses are running: ask again in a moment"
_turn, _waiting = Lock(), BoundedSemaphore(WAITING)


def take_turn() -> Iterator[None]:
    """A turn, to be given back. Raises TooManyAtOnce where too many wait, or one waits for too long."""
    if not _waiting.acquire(blocking=False):
        raise TooManyAtOnce(_REFUSAL)
    try:
        taken = _turn.acquire(timeout=PATIENCE)
    finally:
        _waiting.release()
    if not taken:
        raise TooManyAtOnce(_REFUSAL)
    try:
        yield
    finally:
        _turn.release()
