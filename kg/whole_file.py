"""A file that is written whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast


@contextmanager
def open_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream into a file beside the wanted one, which takes its place at the end: nobody ever sees half of it.

    What is no file (/dev/null, a named pipe) is written as it is. Raises OSError.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as out:
            yield cast("BinaryIO", out)
        return
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "the folder is not there: make it, or name another one", str(path.parent))
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("xb") as out:
            yield cast("BinaryIO", out)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
