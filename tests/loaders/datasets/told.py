"""What records tell, with the names of whom they speak of: what tests compare."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from loaders.datasets.dataset import ReadRecords
from loaders.datasets.parts import Part
from loaders.datasets.record import Record
from loaders.datasets.release import Release, find_dataset, read_release
from loaders.datasets.row import Left, Row
from loaders.datasets.who import Who
from ontology.bundle import Reject
from ontology.claim import Value
from ontology.register import get_register

Told = tuple[str, tuple[str, ...], Mapping[str, Value]]
"""Kind, the names of those in its roles in order, qualifiers."""


def read(iter_records: ReadRecords, dataset: str, *rows: Mapping[str, str]) -> list[Record | Reject | Left]:
    """What some rows become."""
    told = [Row(str(line), values) for line, values in enumerate(rows, start=2)]
    return [*iter_records(told, Who(f"id:{dataset}#1-0", dataset))]


def records(found: Sequence[Record | Reject | Left]) -> list[Record]:
    """The records among what was found, which is all of it."""
    kept = [one for one in found if isinstance(one, Record)]
    assert len(kept) == len(found)
    return kept


def told(record: Record) -> list[Told]:
    """The positions of a record, those known to the register by the name that it gives them."""
    entities = {entity.id: entity for entity in record.entities}

    def name(id_: str) -> str:
        known = get_register().get(entities[id_].known or "")
        return known.name if known else entities[id_].name

    return [
        (
            one.kind,
            tuple(name(one.roles[role]) for role in one.roles),
            {key: name(str(value)) if value in entities else value for key, value in one.qualifiers.items()},
        )
        for one in record.positions
    ]


def load(path: Path) -> tuple[Release, list[Part]]:
    """The release that a file is, and its parts; every row of it is accounted for."""
    with read_release(find_dataset(path), path) as release:
        parts = [*release.iter_parts()]
    assert sum(part.rows for part in parts) == release.rows
    stored = sum(part.stored for part in parts)
    assert stored + release.duplicate + release.rejected + sum(release.left_aside.values()) == release.rows
    return release, parts


def write_csv(path: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    """A table of these rows."""
    lines = [",".join(rows[0]), *(",".join(row.values()) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
