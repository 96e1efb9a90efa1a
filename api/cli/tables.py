"""Tables on their way into a store: which paths are tables, and what becomes of their releases."""

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from api.releases import make_report, put_release
from kg.store import Store
from loaders.articles import Metadata, Rejected
from loaders.datasets.dataset import Dataset, read_dataset
from loaders.datasets.release import find_dataset, read_release
from loaders.errors import ChangedRelease, UnknownTable, UnreadableTable, WrongMetadata

if TYPE_CHECKING:
    from api.cli.tally import Tally

Tell = Callable[[str], None]
"""Told how far the work is."""

_ENDINGS = (".csv", ".tsv", ".csv.gz", ".tsv.gz")


def iter_kinds(paths: list[str], mapping: Path | None) -> Iterator[tuple[bool, list[str]]]:
    """Paths that stand together, and whether they are tables: by a mapping, by their endings, by what they hold."""
    return ((is_table, list(same)) for is_table, same in groupby(paths, lambda path: bool(mapping) or _is_table(path)))


def load_table(
    store: Store, path: Path, mapping: Path | None, metadata: Metadata, tally: "Tally", tell: Tell
) -> Rejected | None:
    """Put a release whole, telling how far it is. A file that is none is rejected, and given back as such.

    Raises WrongMapping, WrongMetadata, StoreError.
    """
    if metadata.title or metadata.url or metadata.publisher:
        raise WrongMetadata(f"{path}: publisher, title and URL of a table are told by its mapping, not by options")
    try:
        dataset = read_dataset(mapping) if mapping else find_dataset(path)
        _put(store, dataset, path, metadata.published, tally, tell)
    except (UnknownTable, UnreadableTable, ChangedRelease) as exc:
        return tally.take(store, Rejected(str(path), "", str(exc).removeprefix(f"{path}: ")))
    return None


def _put(store: Store, dataset: Dataset, path: Path, published: str | None, tally: "Tally", tell: Tell) -> None:
    with read_release(dataset, path, published, tell) as release:
        report = make_report(release)
        try:
            for _ in put_release(store, release, report):
                tell(f"{dataset.name}: {report.done} of {report.parts} parts are in")
        finally:
            tally.take_release(report)


def _is_table(path: str) -> bool:
    return path.lower().endswith(_ENDINGS) or (path not in ("", "-") and Path(path).is_dir() and _is_release(path))


def _is_release(folder: str) -> bool:
    try:
        find_dataset(Path(folder))
    except ChangedRelease:
        return True
    except (UnknownTable, UnreadableTable):
        return False
    return True
