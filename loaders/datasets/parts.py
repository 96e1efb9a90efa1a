"""The parts of a release: each a bundle of its own, with the counts of its rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.datasets.dataset import Dataset
from loaders.datasets.record import Record
from loaders.datasets.row import Left, Row
from loaders.datasets.who import Who
from ontology.bundle import Bundle, Reject, make_bundle
from ontology.claim import Claim, Evidence
from ontology.document import Document, Form
from ontology.entity import Entity
from ontology.errors import BundleError
from ontology.fitting import check_date, check_position
from ontology.identity import document_key, fold
from ontology.manifest import Unresolved


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a release: rows = stored + duplicate + rejected + left aside, all counted in rows of the file."""

    bundle: Bundle
    rows: int
    duplicate: int
    left_aside: tuple[tuple[str, int], ...]
    unresolved: tuple[Unresolved, ...]

    @property
    def rejected(self) -> int:
        """How many rows were rejected; they stand in the bundle with place and reason."""
        return len(self.bundle.rejects)

    @property
    def stored(self) -> int:
        """How many rows brought something in."""
        return self.rows - self.duplicate - self.rejected - sum(rows for _, rows in self.left_aside)


def part_key(dataset: str, parts: int, number: int) -> str:
    """The key of a part's document: `sipri-trade-register#32-07`."""
    return document_key(given=f"{dataset}#{parts}-{number:0{len(str(parts - 1))}d}")


def make_part(dataset: Dataset, key: str, release: str | None, rows: Sequence[Row | Reject]) -> Part:
    """The part that some rows make."""
    who = Who(key, dataset.name)
    publisher = dataset.publisher(who)
    read = dataset.iter_records([row for row in rows if isinstance(row, Row)], who)
    found = [*read, *(row for row in rows if isinstance(row, Reject))]
    records = [one for one in found if isinstance(one, Record)]
    rejects = [one for one in found if isinstance(one, Reject)]
    left = Counter[str]()
    for one in found:
        if isinstance(one, Left):
            left[one.reason] += one.rows
    document = Document(
        key, publisher.id, Form.DATASET, title=f"{dataset.title}, part {key.rpartition('#')[2]}", published=release
    )
    bundle, duplicate = _bundle(document, publisher, records, rejects)
    return Part(bundle, len(rows), duplicate, tuple(sorted(left.items())), tuple(_unresolved(records)))


def _bundle(
    document: Document, publisher: Entity, records: Sequence[Record], rejects: Sequence[Reject]
) -> tuple[Bundle, int]:
    claims = [*_claims(publisher, records)]
    entities = [publisher, *_entities(records)]
    try:
        bundle = make_bundle(document, entities, claims, rejects)
    except BundleError:
        sound, odd = _sorted_out(records)
        if not odd:
            raise
        return _bundle(document, publisher, sound, [*rejects, *odd])
    return bundle, sum(record.rows for record in records) - _told_once(publisher, records)


def _told_once(publisher: Entity, records: Iterable[Record]) -> int:
    """The rows of records that are not exact repeats of one before."""
    first: dict[tuple[str, str], int] = {}
    for record in records:
        first.setdefault(_identity(publisher, record), record.rows)
    return sum(first.values())


def _claims(publisher: Entity, records: Iterable[Record]) -> Iterator[Claim]:
    told = Counter[str]()
    for record in records:
        told[record.key] += 1
        key = record.key if told[record.key] == 1 else f"{record.key} ({told[record.key]})"
        yield Claim(
            claimant=(record.claimant or publisher).id,
            content=record.content,
            said_on=record.said_on,
            evidence=(Evidence(record=key),),
            positions=record.positions,
            relayed_by=(publisher.id,) if record.claimant and record.claimant.id != publisher.id else (),
        )


def _identity(publisher: Entity, record: Record) -> tuple[str, str]:
    return (record.claimant or publisher).id, fold(record.content)


def _entities(records: Iterable[Record]) -> Iterator[Entity]:
    seen = {entity.id: entity for record in records for entity in record.entities}
    yield from seen.values()
    yield from {record.claimant.id: record.claimant for record in records if record.claimant}.values()


def _sorted_out(records: Iterable[Record]) -> tuple[list[Record], list[Reject]]:
    """Records that can be said, and rejects of those that cannot."""
    sound, odd = [], []
    for record in records:
        try:
            types = {entity.id: entity.type for entity in record.entities}
            check_date(record.said_on, "said on")
            for position in record.positions:
                check_position(position, types)
            sound.append(record)
        except BundleError as exc:
            odd += [Reject(record.place, str(exc), record.content)] * record.rows
    return sound, odd


def _unresolved(records: Iterable[Record]) -> Iterator[Unresolved]:
    counted = Counter((entity.type, entity.name) for record in records for entity in record.iter_unresolved())
    return (Unresolved(type_, name, count) for (type_, name), count in sorted(counted.items()))


def merged(unresolved: Iterable[Unresolved]) -> tuple[Unresolved, ...]:
    """Names of several parts counted together, the most frequent first."""
    counted = Counter[tuple[str, str]]()
    for one in unresolved:
        counted[one.type, one.name] += one.records
    told = (Unresolved(type_, name, count) for (type_, name), count in counted.items())
    return tuple(sorted(told, key=lambda one: (-one.records, one.name, one.type)))
