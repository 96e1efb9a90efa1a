"""One record of a dataset: what will be one claim."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.datasets.cells import WrongCell
from loaders.datasets.row import Row
from loaders.datasets.who import Who
from ontology.bundle import Reject
from ontology.claim import Position
from ontology.entity import Entity

Taken = tuple[Position, tuple[Entity, ...]]
"""A position, and whom it speaks of."""


@dataclass(frozen=True, slots=True)
class Record:
    """What some rows say, read.

    `key` is the record's own key within the dataset, readable and stable over releases; `place` where its first row
    stands; `content` its row in its normal form, readable; `rows` how many rows of the file it stands for. `entities`
    are all that its positions (and `claimant`) speak of, as `Who` gave them. Without a claimant, the publisher claims.
    Records of the same content in one part are one claim with further evidence.
    """

    key: str
    place: str
    content: str
    positions: tuple[Position, ...]
    entities: tuple[Entity, ...]
    rows: int = 1
    claimant: Entity | None = None
    said_on: str | None = None

    def iter_unresolved(self) -> Iterator[Entity]:
        """The entities that neither the register nor the dataset itself identifies, each once."""
        seen = {entity.id: entity for entity in (*self.entities, *((self.claimant,) if self.claimant else ()))}
        return (entity for entity in seen.values() if entity.known is None)


def make_record(key: str, place: str, content: str, taken: Iterable[Taken], rows: int = 1) -> Record:
    """The record that takes some positions."""
    both = tuple(taken)
    positions = tuple(position for position, _ in both)
    return Record(key, place, content, positions, tuple(entity for _, some in both for entity in some), rows)


def iter_each(rows: Sequence[Row], who: Who, read: Callable[[Row, Who], Record]) -> Iterator[Record | Reject]:
    """What each row says by itself, in the order of the rows; one that cannot be read is rejected."""
    for row in rows:
        try:
            yield read(row, who)
        except WrongCell as exc:
            yield Reject(row.place, str(exc), row.text())
