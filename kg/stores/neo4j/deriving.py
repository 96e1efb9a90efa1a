"""What follows from readings and positions: who entities are, where propositions stand, and the edges between entities.

Only what a write has touched is derived again, in few round trips, by the pure functions that every store uses.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from neo4j import Record

from kg.answers import Entity, Named, Shortcut, Status
from kg.naming import Heard, make_entity
from kg.shortcut import make_shortcut
from kg.standing import Standing, get_standing
from kg.stores.neo4j import derived
from kg.stores.neo4j.batches import batched
from kg.stores.neo4j.decoding import to_roles, to_vote
from kg.stores.neo4j.encoding import entity_row
from kg.stores.neo4j.session import Transaction
from ontology.schema import SCHEMA


@dataclass(frozen=True, slots=True)
class Became:
    """What became of entities: nobody speaks of some any more, others are called differently now."""

    gone: frozenset[str]
    renamed: frozenset[str]


def derive_entities(transaction: Transaction, ids: Collection[str]) -> Became:
    """Who each of these entities is, by all readings. Those that are gone still stand until nothing leads to them."""
    gone: set[str] = set()
    renamed: set[str] = set()
    for batch in batched(sorted(ids)):
        found = transaction.run(derived.get_readings(batch))
        gone |= {record["id"] for record in found if not record["heard"]}
        entities = [(_entity(record), record["before"]) for record in found if record["heard"]]
        _describe_entities(transaction, [entity for entity, before in entities if _differs(entity, before)])
        renamed |= {entity.id for entity, before in entities if before.get("name", entity.name) != entity.name}
    return Became(frozenset(gone), frozenset(renamed))


def _entity(record: Record) -> Entity:
    return make_entity(
        record["id"], (Heard(id_, type_, name, tuple(names)) for id_, type_, name, names in record["heard"])
    )


def _differs(entity: Entity, before: dict[str, Any]) -> bool:
    return any(before.get(name) != value for name, value in entity_row(entity)["properties"].items())


def _describe_entities(transaction: Transaction, entities: Iterable[Entity]) -> None:
    for type_, same in groupby(sorted(entities, key=lambda e: (e.type, e.id)), key=lambda e: e.type):
        transaction.run(derived.describe_entities(type_, [*map(entity_row, same)]))


def rename(transaction: Transaction, entities: Collection[str]) -> frozenset[str]:
    """Call the claims of renamed entities anew; the propositions that show their names and are to be derived again."""
    if not entities:
        return frozenset()
    transaction.run(derived.rename_claims(entities))
    return frozenset(record["proposition"] for record in transaction.run(derived.touched_by_names(entities)))


@dataclass(frozen=True, slots=True)
class _Derivation:
    id: str
    kind: str
    roles: dict[str, Named]
    standing: Standing
    names: dict[str, str]
    shortcut: Shortcut | None
    heard: bool

    @classmethod
    def of(cls, record: Record) -> "_Derivation":
        """What follows from all votes on one proposition."""
        proposition, votes = record["proposition"], record["votes"]
        id_, kind, roles = proposition["id"], proposition["kind"], to_roles(proposition)
        standing = get_standing(map(to_vote, votes))
        return cls(
            id=id_,
            kind=kind,
            roles=roles,
            standing=standing,
            names={id_: name for vote in votes for id_, name in vote["made_by"]},
            shortcut=make_shortcut(id_, kind, {role: named.id for role, named in roles.items()}, standing),
            heard=bool(votes),
        )

    def row(self) -> dict[str, Any]:
        """The properties of the proposition."""
        standing = self.standing
        return {
            "id": self.id,
            "name": SCHEMA.kinds[self.kind].in_words({role: named.name for role, named in self.roles.items()}),
            "status": standing.status.value,
            "asserted_by": [self.names[id_] for id_ in standing.asserted_by],
            "asserted_by_ids": list(standing.asserted_by),
            "denied_by": [self.names[id_] for id_ in standing.denied_by],
            "denied_by_ids": list(standing.denied_by),
            "origins": standing.origins,
            "claims": standing.claims,
        }

    def pair(self) -> dict[str, str]:
        """Between whom the derived edge of the proposition is, if it has one."""
        kind = SCHEMA.kinds[self.kind]
        source, target = kind.shortcut_from, kind.shortcut_to
        return {"proposition": self.id, "source": self.roles[source or ""].id, "target": self.roles[target or ""].id}


def derive_propositions(transaction: Transaction, ids: Collection[str]) -> None:
    """Where each of these propositions stands, by all positions; those that no claim speaks of are taken away."""
    for batch in batched(sorted(ids)):
        found = [*map(_Derivation.of, transaction.run(derived.get_votes(batch)))]
        transaction.run(derived.remove_shortcuts([d.pair() for d in found if SCHEMA.kinds[d.kind].shortcut]))
        _create_shortcuts(transaction, [d.shortcut for d in found if d.shortcut])
        transaction.run(derived.describe_propositions([d.row() for d in found if d.heard]))
        transaction.run(derived.mark_contested([d.id for d in found if d.standing.status is Status.CONTESTED]))
        transaction.run(derived.remove_propositions([d.id for d in found if not d.heard]))


def _create_shortcuts(transaction: Transaction, shortcuts: Sequence[Shortcut]) -> None:
    for kind, same in groupby(sorted(shortcuts, key=lambda s: (s.kind, s.proposition)), key=lambda s: s.kind):
        transaction.run(derived.create_shortcuts(kind, [*same]))
