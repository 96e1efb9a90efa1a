"""What a document brings into the graph, written in an order in which everything finds what it hangs on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from kg.rows import ClaimRow, DocumentRows
from kg.stores.neo4j import updates
from kg.stores.neo4j.batches import batched
from kg.stores.neo4j.encoding import (
    claim_row,
    document_properties,
    position_relationship,
    position_row,
    proposition_row,
    reading_row,
)
from kg.stores.neo4j.session import Transaction
from kg.stores.neo4j.statement import Statement
from kg.stores.neo4j.vocabulary import ROLE_RELATIONSHIPS

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Touched:
    """The entities and propositions whose derived properties a write may change."""

    entities: frozenset[str] = frozenset()
    propositions: frozenset[str] = frozenset()

    def __or__(self, other: "Touched") -> "Touched":
        return Touched(self.entities | other.entities, self.propositions | other.propositions)


def touched_by(rows: DocumentRows) -> Touched:
    """What the rows of a document speak of."""
    return Touched(frozenset(r.entity for r in rows.readings), frozenset(p.id for p in rows.propositions))


def remove_document(transaction: Transaction, document: str) -> Touched:
    """Take a document, if it stands, with its claims out of the graph. What it touched is to be derived again."""
    touched = Touched()
    for record in transaction.run(updates.remove_document(document)):
        touched = Touched(frozenset(record["entities"]), frozenset(record["propositions"]))
    return touched


def write_readings(transaction: Transaction, rows: DocumentRows, sequence: int) -> None:
    """The document and whom it speaks of; who they are is to be derived before its claims are written."""
    document = rows.document
    [absent] = transaction.run(updates.missing(touched_by(rows).entities, ()))
    transaction.run(updates.create_entities(absent["entities"]))
    properties = document_properties(rows, sequence)
    transaction.run(updates.create_document(properties, document.publisher, document.agency))
    _write(transaction, [*map(reading_row, rows.readings)], partial(updates.create_readings, document.id))


def write_claims(transaction: Transaction, rows: DocumentRows) -> None:
    """The claims of a document with all that hangs on them; where propositions stand is to be derived afterwards."""
    claims, document = rows.claims, rows.document.id
    _write(transaction, [*map(claim_row, claims)], partial(updates.create_claims, document))
    _write(transaction, [{"claim": c.id, "entity": c.claimant} for c in claims if c.claimant], updates.create_makers)
    _write(transaction, [*_relayers(claims)], updates.create_relayers)
    _write_propositions(transaction, rows)
    stances = {claim.id: claim.stance for claim in claims}
    positions = ((position_relationship(stances[p.claim], p.polarity), position_row(p)) for p in rows.positions)
    for relationship, same in _grouped(positions).items():
        _write(transaction, same, partial(updates.create_positions, relationship))


def _relayers(claims: Iterable[ClaimRow]) -> Iterable[Mapping[str, Any]]:
    for claim in claims:
        for place, entity in enumerate(claim.relayed_by):
            yield {"claim": claim.id, "entity": entity, "place": place}


def _write_propositions(transaction: Transaction, rows: DocumentRows) -> None:
    [absent] = transaction.run(updates.missing((), touched_by(rows).propositions))
    fresh = [p for p in rows.propositions if p.id in set(absent["propositions"])]
    for kind, same in _grouped((p.kind, proposition_row(p)) for p in fresh).items():
        _write(transaction, same, partial(updates.create_propositions, kind))
    filled = ((role, {"proposition": p.id, "entity": id_}) for p in fresh for role, id_ in p.roles.items())
    for role, same in _grouped(one for one in filled if one[0] in ROLE_RELATIONSHIPS).items():
        _write(transaction, same, partial(updates.create_roles, role))


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _write(transaction: Transaction, rows: Sequence[T], update: Callable[[Sequence[T]], Statement]) -> None:
    transaction.run_all(map(update, batched(rows)))
