"""A server for as long as its user lives: a small process of its own holds it, and stops it when its pipe closes.

So none is left behind, whether the user leaves in order, is interrupted or is killed.
"""

import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tools.neo4j.errors import ServerError
from tools.neo4j.server import start, stop

_ROOT = Path(__file__).parents[2]


@contextmanager
def held_server(password: str | None = None) -> Iterator[str]:
    """The URL of a fresh, empty server on free ports, with a password if one is given; gone afterwards with its data.

    Raises ServerError.
    """
    command = [sys.executable, "-m", "tools.neo4j", "hold", *(["--password", password] if password else [])]
    with subprocess.Popen(
        command,
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as holder:
        assert holder.stdout
        url = holder.stdout.readline().strip()
        if not url:
            raise ServerError(holder.communicate()[1].strip())
        try:
            yield url
        finally:
            holder.communicate()


def hold(password: str | None = None) -> None:
    """Start a server in a temporary folder, print its URL, and stop it when standard input ends. Raises ServerError."""
    signal.signal(signal.SIGTERM, _leave)
    with tempfile.TemporaryDirectory(prefix="claimgraph-neo4j-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        try:
            print(start(folder, password=password).url, flush=True)
            sys.stdin.read()
        finally:
            stop(folder)


def _leave(number: int, _: FrameType | None) -> None:
    sys.exit(128 + number)
