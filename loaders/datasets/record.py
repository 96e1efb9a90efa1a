"""One record of a dataset: what will be one claim."""

from collections.abc import Iterator
from dataclasses import dataclass

from ontology.claim import Position
from ontology.entity import Entity


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
