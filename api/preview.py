"""A mapping tried on a table: what its rows would claim, and what does not fit. Nothing is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from loaders.datasets.dataset import Dataset
from loaders.datasets.parts import Part
from loaders.datasets.release import read_release
from ontology.bundle import Bundle
from ontology.claim import Position
from ontology.manifest import Unresolved
from ontology.schema import SCHEMA

_CLAIMS, _PROBLEMS = 10, 20


@dataclass(frozen=True, slots=True)
class PreviewedClaim:
    """What a row would claim: the key of its record, its content, and its positions in words."""

    record: str
    content: str
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not fit: why, in how many rows, and where the first of them stands."""

    reason: str
    rows: int
    place: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What would come of a table: rows = stored + duplicate + rejected + left aside."""

    dataset: str
    release: str | None
    rows: int
    stored: int
    duplicate: int
    rejected: int
    left_aside: Mapping[str, int]
    claims: tuple[PreviewedClaim, ...]
    problems: tuple[Problem, ...]
    unresolved: tuple[Unresolved, ...]


def make_preview(dataset: Dataset, path: Path, tell: Callable[[str], None]) -> Preview:
    """What would come of a table. Raises WrongMapping, UnreadableTable, ChangedRelease."""
    with read_release(dataset, path, tick=tell) as release:
        parts = [*islice(release.iter_parts(), _CLAIMS)]
        return Preview(
            dataset=dataset.name,
            release=release.date,
            rows=release.rows,
            stored=release.rows - release.duplicate - release.rejected - sum(release.left_aside.values()),
            duplicate=release.duplicate,
            rejected=release.rejected,
            left_aside=release.left_aside,
            claims=tuple(islice(_claims(part.bundle for part in parts), _CLAIMS)),
            problems=tuple(_problems(release.iter_parts())),
            unresolved=release.unresolved,
        )


def _claims(bundles: Iterable[Bundle]) -> Iterator[PreviewedClaim]:
    for bundle in bundles:
        names = {entity.id: entity.name for entity in bundle.entities}
        for claim in bundle.claims:
            told = tuple(_in_words(position, names) for position in claim.positions)
            yield PreviewedClaim(claim.evidence[0].record or "", claim.content, told or ("takes no position",))


def _in_words(position: Position, names: Mapping[str, str]) -> str:
    roles = {role: names.get(value, value) for role, value in position.roles.items()}
    told = [f"{name} {names.get(str(value), value)}" for name, value in position.qualifiers.items()]
    how = "" if position.modality == "asserted" else f", {position.modality}"
    return f"{position.polarity}{how}: {SCHEMA.kinds[position.kind].in_words(roles)} [{', '.join(told)}]"


def _problems(parts: Iterable[Part]) -> Iterator[Problem]:
    found: dict[str, list[str]] = {}
    for part in parts:
        for reject in part.bundle.rejects:
            found.setdefault(reject.reason, []).append(reject.place)
    ranked = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    return (Problem(reason, len(places), min(places, key=_by_line)) for reason, places in ranked[:_PROBLEMS])


def _by_line(place: str) -> tuple[int, str]:
    return len(place) if place.isdigit() else 0, place
