"""The interface of a store. Reading, writing and following are three nouns; every backend does all of it and no more.

Order is the same on every backend: entities, propositions, documents and shortcuts by id, claims by (`at`, id).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

from kg.answers import Claim, Document, Entity, Proposition, Shortcut, Status, Told
from ontology.bundle import Bundle, Reject
from ontology.rejected import RejectedFile


@dataclass(frozen=True, slots=True)
class EntityFilter:
    """Which entities: of a class (subclasses among them), bearing a name (folded), after an id.

    `ending` asks for names whose last words these are, accents aside ("Erdogan"), `beginning` for their first letters.
    """

    type: str | None = None
    name: str | None = None
    ending: str | None = None
    beginning: str | None = None
    after: str = ""
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class PropositionFilter:
    """Which propositions: of a kind, with one of some fillers in a role or in any role (`about`), of some statuses.

    Codes fill roles as entities do. `by` and `document` ask for a claim of theirs with a position on it. With
    `heaviest`, those that most origins affirm come first, then those with most claims, then by id (not with `after`).
    """

    kind: str | None = None
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    about: frozenset[str] | None = None
    statuses: frozenset[Status] | None = None
    by: frozenset[str] | None = None
    document: str | None = None
    heaviest: bool = False
    after: str = ""
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims: of some ids, by a claimant, of a document, with a position on a proposition that fits.

    All that is given must hold. A claim that fits is given with all its positions. With `bare`, only claims that take
    no position.
    """

    ids: frozenset[str] | None = None
    bare: bool = False
    by: frozenset[str] | None = None
    about: frozenset[str] | None = None
    kind: str | None = None
    statuses: frozenset[Status] | None = None
    propositions: frozenset[str] | None = None
    document: str | None = None
    after: tuple[str, str] = ("", "")
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ToldFilter:
    """Which positions: on some propositions, by a claimant, of a document, of a span of time.

    The span is from a position's first day to its last: it holds what may have been between two deliveries, too.
    """

    propositions: frozenset[str]
    by: frozenset[str] | None = None
    document: str | None = None
    since: str | None = None
    until: str | None = None


ANY_ENTITY, ANY_PROPOSITION, ANY_CLAIM = EntityFilter(), PropositionFilter(), ClaimFilter()


class Outcome(StrEnum):
    """What a write did."""

    STORED = "stored"
    REPLACED = "replaced"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"
    PURGED = "purged"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a write did, to which document, at which place of the log."""

    outcome: Outcome
    document: str
    sequence: int


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One write of the append-only log: a bundle that was put, or (without one) a withdrawal. `recorded` is UTC.

    What was `purged` is an empty place: whoever follows or copies the log erases what it has of that document so far.
    """

    sequence: int
    document: str
    recorded: str
    bundle: Bundle | None
    purged: bool = False


class Reader(Protocol):
    """Asking: every answer is of one moment, canonical, in a fixed order."""

    def get_document(self, id_: str) -> Document | None:
        """A current document by its id."""

    def get_entity(self, id_: str) -> Entity | None:
        """An entity by its canonical id."""

    def get_proposition(self, id_: str) -> Proposition | None:
        """A proposition by its id."""

    def get_claim(self, id_: str) -> Claim | None:
        """A claim by its id."""

    def iter_documents(
        self, after: str = "", limit: int | None = None, ids: Collection[str] | None = None
    ) -> Iterator[Document]:
        """The current documents, or those of some ids, without their text."""

    def iter_entities(self, where: EntityFilter = ANY_ENTITY) -> Iterator[Entity]:
        """The entities that current documents speak of."""

    def iter_propositions(self, where: PropositionFilter = ANY_PROPOSITION) -> Iterator[Proposition]:
        """The propositions of current claims, with their standing."""

    def count_propositions(self, where: PropositionFilter = ANY_PROPOSITION) -> int:
        """How many propositions fit, `after` and `limit` aside."""

    def iter_claims(self, where: ClaimFilter = ANY_CLAIM) -> Iterator[Claim]:
        """The current claims with all their positions."""

    def count_claims(self, where: ClaimFilter = ANY_CLAIM) -> int:
        """How many claims fit, `after` and `limit` aside."""

    def iter_told(self, where: ToldFilter) -> Iterator[Told]:
        """The positions on some propositions in short, by proposition, claim and place."""

    def iter_shortcuts(self) -> Iterator[Shortcut]:
        """The derived edges."""

    def iter_rejects(self, document: str) -> Iterator[Reject]:
        """What the current version of a document could not bring in."""

    def iter_rejected(self) -> Iterator[RejectedFile]:
        """The files of which something could not be taken in at all, by the ids of their documents.

        They are put and withdrawn as bundles (`ontology.rejected`), and are in no other answer.
        """


class Writer(Protocol):
    """Saying: each call is one transaction, all of it or nothing."""

    def put(self, bundle: Bundle, recorded: str | None = None) -> Receipt:
        """Store one document's bundle: the current one again changes nothing, another one replaces it."""

    def withdraw(self, document: str, recorded: str | None = None) -> Receipt:
        """Take a document out of the current state; the log keeps it. Raises UnknownDocument."""

    def purge(self, document: str, recorded: str | None = None) -> Receipt:
        """Erase a document from the log and from all that is derived, for good; its places in the log stay, empty.

        One more empty place tells those who follow. Of a document that was never there, that place is all there is.
        """

    def rebuild(self) -> int:
        """Derive everything again from the log; the number of current documents."""


class Feed(Protocol):
    """Following: what was written, in order."""

    def get_length(self) -> int:
        """How many writes the log holds."""

    def iter_log(self, after: int = 0) -> Iterator[LogEntry]:
        """Every write after a place of the log."""


class Store(Reader, Writer, Feed, Protocol):
    """A store: to be opened by `kg.stores.open_store` and closed, best as a context."""

    def iter_faults(self) -> Iterator[str]:
        """What the backend finds wrong with its own files and indexes, in words; nothing for a sound store."""

    def close(self) -> None:
        """Let go of files and connections."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
