"""Answering: each answer is read in one transaction, as of one moment."""

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

from kg.answers import Claim, Document, Entity, Proposition, Shortcut, Told
from kg.store import (
    ANY_CLAIM,
    ANY_ENTITY,
    ANY_PROPOSITION,
    ClaimFilter,
    EntityFilter,
    LogEntry,
    PropositionFilter,
    ToldFilter,
)
from kg.stores.entries import to_entry
from kg.stores.neo4j import constraints, decoding, log, queries
from kg.stores.neo4j.batches import batched
from kg.stores.neo4j.decoding import Found
from kg.stores.neo4j.session import Sessions, Transaction
from kg.stores.neo4j.statement import Statement
from ontology.bundle import Reject
from ontology.canonical import from_json
from ontology.rejected import RejectedFile, from_bundle

T = TypeVar("T")

_LOG_PAGE = 20
"""Writes that are read at once: a part of a dataset may weigh a megabyte."""


class Neo4jReader:
    """The reading half of the store."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def get_document(self, id_: str) -> Document | None:
        """A current document by its id."""
        found = self._sessions.read(lambda transaction: transaction.run(queries.get_document(id_)))
        texts = (decoding.to_document(one["document"], decoding.to_text(one["bundle"])) for one in found)
        return next(texts, None)

    def get_entity(self, id_: str) -> Entity | None:
        """An entity by its canonical id."""
        return next(self._iter(queries.get_entity(id_), "entity", decoding.to_entity), None)

    def get_proposition(self, id_: str) -> Proposition | None:
        """A proposition by its id."""
        return next(self._iter(queries.get_propositions([id_]), "proposition", decoding.to_proposition), None)

    def get_claim(self, id_: str) -> Claim | None:
        """A claim by its id."""
        return next(self._iter_claims(queries.get_claim(id_)), None)

    def iter_documents(
        self, after: str = "", limit: int | None = None, ids: Collection[str] | None = None
    ) -> Iterator[Document]:
        """The current documents, or those of some ids, without their text."""
        return self._iter(queries.iter_documents(after, limit, ids), "document", decoding.to_document)

    def iter_entities(self, where: EntityFilter = ANY_ENTITY) -> Iterator[Entity]:
        """The entities that current documents speak of."""
        return self._iter(queries.iter_entities(where), "entity", decoding.to_entity)

    def iter_propositions(self, where: PropositionFilter = ANY_PROPOSITION) -> Iterator[Proposition]:
        """The propositions of current claims, with their standing."""
        return self._iter(queries.iter_propositions(where), "proposition", decoding.to_proposition)

    def iter_claims(self, where: ClaimFilter = ANY_CLAIM) -> Iterator[Claim]:
        """The current claims with all their positions."""
        return self._iter_claims(queries.iter_claims(where))

    def count_propositions(self, where: PropositionFilter = ANY_PROPOSITION) -> int:
        """How many propositions fit, `after` and `limit` aside."""
        return self._count(queries.count_propositions(where))

    def count_claims(self, where: ClaimFilter = ANY_CLAIM) -> int:
        """How many claims fit, `after` and `limit` aside."""
        return self._count(queries.count_claims(where))

    def iter_told(self, where: ToldFilter) -> Iterator[Told]:
        """The positions on some propositions in short, by proposition, claim and place."""
        return self._iter(queries.iter_told(where), "told", decoding.to_told)

    def iter_shortcuts(self) -> Iterator[Shortcut]:
        """The derived edges."""
        return self._iter(queries.iter_shortcuts(), "shortcut", decoding.to_shortcut)

    def iter_rejects(self, document: str) -> Iterator[Reject]:
        """What the current version of a document could not bring in."""
        found = self._sessions.read(lambda transaction: transaction.run(log.get_bundle(document)))
        return (reject for one in found for reject in decoding.to_rejects(one["bundle"]))

    def iter_rejected(self) -> Iterator[RejectedFile]:
        """The files of which something could not be taken in, by the ids of their documents."""
        found = self._sessions.read(lambda transaction: transaction.run(log.iter_rejected()))
        return (from_bundle(from_json(one["bundle"])) for one in found)

    def get_length(self) -> int:
        """How many writes the log holds."""
        [counted] = self._sessions.read(lambda transaction: transaction.run(log.count_entries()))
        return int(counted["entries"])

    def iter_faults(self) -> Iterator[str]:
        """The indexes that the server lacks or has not filled: without them, what is kept unique may be there twice."""
        found = self._sessions.read(lambda transaction: transaction.run(constraints.get_indexes()))
        states = {record["name"]: record["state"] for record in found}
        for name in constraints.get_names():
            if states.get(name) != "ONLINE":
                yield f"the index {name} is {states.get(name, 'missing')}"

    def iter_log(self, after: int = 0) -> Iterator[LogEntry]:
        """Every write after a place of the log, read a page at a time: what stands in the log stays as it is."""
        while page := self._log_page(after):
            for entry in page:
                yield entry
                after = entry.sequence

    def _log_page(self, after: int) -> list[LogEntry]:
        found = self._sessions.read(lambda transaction: transaction.run(log.iter_entries(after, _LOG_PAGE)))
        return [
            to_entry(one["sequence"], one["document"], one["recorded"], one["bundle"], purged=bool(one["purged"]))
            for one in found
        ]

    def _iter(self, statement: Statement, name: str, convert: Callable[[Found], T]) -> Iterator[T]:
        found = self._sessions.read(lambda transaction: transaction.run(statement))
        return (convert(record[name]) for record in found)

    def _count(self, statement: Statement) -> int:
        found = self._sessions.read(lambda transaction: transaction.run(statement))
        return sum(int(record["count"]) for record in found)

    def _iter_claims(self, statement: Statement) -> Iterator[Claim]:
        claims, found = self._sessions.read(lambda transaction: _claims(transaction, statement))
        propositions = {one["id"]: decoding.to_proposition(one) for one in found}
        return (decoding.to_claim(claim, propositions) for claim in claims)


def _claims(transaction: Transaction, statement: Statement) -> tuple[list[Found], list[Found]]:
    """Claims and all propositions that they speak of, as found: what is half there must not be decoded."""
    claims = [record["claim"] for record in transaction.run(statement)]
    spoken_of = sorted({position["proposition"] for claim in claims for position in claim["positions"]})
    found = (record for batch in batched(spoken_of) for record in transaction.run(queries.get_propositions(batch)))
    return claims, [record["proposition"] for record in found]
