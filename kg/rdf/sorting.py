"""Sorting more lines than memory holds."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from tempfile import TemporaryFile
from typing import IO


def iter_sorted(lines: Iterable[str], at_once: int = 200_000) -> Iterator[str]:
    """The lines by code point, each once; no more than `at_once` of them in memory, the others in temporary files."""
    rest = iter(lines)
    with ExitStack() as stack:
        runs = [_spill(batch, stack) for batch in iter(lambda: sorted(islice(rest, at_once)), [])]
        yield from (line for line, _ in groupby(heapq.merge(*runs)))


def _spill(batch: list[str], stack: ExitStack) -> IO[str]:
    file = stack.enter_context(TemporaryFile("w+", encoding="utf-8", newline="\n"))  # noqa: SIM115 (the stack closes it)
    file.writelines(batch)
    file.seek(0)
    return file
