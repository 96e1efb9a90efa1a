"""A release of a dataset: a file, read whole before anything of it is given away, and given in parts."""

import pickle
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from loaders.datasets.dataset import Dataset, known_datasets
from loaders.datasets.form import Form, TableKind
from loaders.datasets.parts import Part, make_part, merged, part_key
from loaders.datasets.spill import Spill
from loaders.datasets.table import iter_rows, read_head
from loaders.errors import ChangedRelease, UnknownTable, UnreadableTable
from ontology.bundle import Reject
from ontology.manifest import Unresolved

Tick = Callable[[str], None]
"""Told how far the work is."""

_NO_COLUMNS = "there is no line of columns in it"


@dataclass(frozen=True, slots=True)
class Release:
    """A release that is read and as expected: its date, counts in rows, and names that nobody knows.

    `left_aside` counts rows skipped on purpose, by reason; `keys` are those of the parts' documents; `first_reject`
    is one of the rows that could not be read. `iter_parts` reads the parts from a temporary file.
    """

    dataset: Dataset
    file: str
    date: str | None
    rows: int
    claims: int
    duplicate: int
    rejected: int
    left_aside: dict[str, int]
    unresolved: tuple[Unresolved, ...]
    keys: tuple[str, ...]
    first_reject: Reject | None
    iter_parts: Callable[[], Iterator[Part]]


def find_dataset(path: Path) -> Dataset:
    """The dataset that a file is a release of, by its columns.

    Raises UnknownTable, UnreadableTable; ChangedRelease where the columns are nearly those of one, with the difference.
    """
    kinds = {TableKind.FOLDER} if path.is_dir() else {TableKind.CSV, TableKind.JSONL}
    found = [(one, _columns(path, one)) for one in known_datasets() if one.form.kind in kinds]
    for dataset, columns in found:
        if dataset.form.fits(columns):
            return dataset
    if not any(columns for _, columns in found):
        _check_head(path)
    if any("\0" in column for _, columns in found for column in columns):
        raise UnreadableTable(f"{path}: it is no text in UTF-8 (UTF-16, or no table at all): save it as UTF-8")
    for dataset, columns in found:
        if difference := dataset.form.difference(columns):
            raise ChangedRelease(
                f"{path}: it looks like a release of {dataset.name}, and its columns have changed ({difference});"
                " nothing was written: tell what they mean with a mapping file (`kg load --mapping FILE`)"
            )
    known = ", ".join(dataset.name for dataset in known_datasets())
    raise UnknownTable(
        f"{path}: its columns are those of no release that is known ({known}): tell what they mean with a mapping file"
        " (`kg load --mapping FILE`; docs/mappings.md)"
    )


def _columns(path: Path, dataset: Dataset) -> tuple[str, ...]:
    try:
        return read_head(path, dataset.form)[1]
    except UnreadableTable:
        return ()


def _check_head(path: Path) -> None:
    if path.is_dir():
        return
    if not read_head(path, Form())[1]:
        raise UnreadableTable(f"{path}: {_NO_COLUMNS}")


@contextmanager
def read_release(
    dataset: Dataset, path: Path, published: str | None = None, tick: Tick = lambda _: None
) -> Iterator[Release]:
    """The release that a file holds; `published` is its date where the file does not tell it.

    Raises UnreadableTable, WrongMapping; ChangedRelease if it is not as expected.
    """
    above, found = read_head(path, dataset.form)
    if not found:
        raise UnreadableTable(f"{path}: {_NO_COLUMNS}")
    if dataset.form.kind is TableKind.CSV:
        dataset.check_columns(dataset.form.columns or found)
    date = dataset.form.release_of(above) or published
    with (
        Spill(dataset.group_by, dataset.any_order, dataset.rows_a_part) as spill,
        tempfile.TemporaryFile("w+b") as kept,
    ):
        for count in spill.take(iter_rows(path, dataset.form)):
            if count % 1_000 == 0:
                tick(f"{dataset.name}: {count:,} rows read")
        if not len(spill):
            raise UnreadableTable(f"{path}: there are no rows below its columns")
        release = _summed(dataset, str(path), date, kept, _make_parts(dataset, date, spill, tick))
        _check_any(release)
        dataset.check_counts(_counts(release), release.first_reject)
        yield release


def _check_any(release: Release) -> None:
    """A file of which no row can be read is a mistake, and must not replace the release before it."""
    if release.first_reject and release.rejected + sum(release.left_aside.values()) == release.rows:
        first = release.first_reject
        raise ChangedRelease(
            f"{release.file}: none of its {release.rows:,} rows can be read (at {first.place}: {first.reason}); nothing"
            " was written: look at the file, and at what the mapping says of it"
        )


def _make_parts(dataset: Dataset, date: str | None, spill: Spill, tick: Tick) -> Iterator[Part]:
    for number, rows in enumerate(spill.iter_parts()):
        if rows:
            yield make_part(dataset, part_key(dataset.name, spill.parts, number), date, rows)
        tick(f"{dataset.name}: part {number + 1} of {spill.parts} made")


def _summed(dataset: Dataset, file: str, date: str | None, kept: IO[bytes], parts: Iterator[Part]) -> Release:
    counted, left, ends = Counter[str](), Counter[str](), [0]
    unresolved: list[Unresolved] = []
    keys: list[str] = []
    rejects: list[Reject] = []
    for part in parts:
        counted.update(rows=part.rows, claims=len(part.bundle.claims), duplicate=part.duplicate, rejected=part.rejected)
        left.update(dict(part.left_aside))
        unresolved += part.unresolved
        pickle.dump(part, kept, pickle.HIGHEST_PROTOCOL)
        ends.append(kept.tell())
        keys.append(part.bundle.document.key)
        rejects = rejects or [*part.bundle.rejects[:1]]

    def iter_parts() -> Iterator[Part]:
        for begin in ends[:-1]:
            kept.seek(begin)
            part: Part = pickle.load(kept)  # noqa: S301 (our own temporary file)
            yield part

    totals = {name: counted[name] for name in ("rows", "claims", "duplicate", "rejected")}
    return Release(
        dataset,
        file,
        date,
        **totals,
        left_aside=dict(left),
        unresolved=merged(unresolved),
        keys=tuple(keys),
        first_reject=next(iter(rejects), None),
        iter_parts=iter_parts,
    )


def _counts(release: Release) -> dict[str, int]:
    return {
        "rows": release.rows,
        "claims": release.claims,
        "duplicate": release.duplicate,
        "rejected": release.rejected,
        "left_aside": sum(release.left_aside.values()),
        "unresolved_names": len(release.unresolved),
    }
