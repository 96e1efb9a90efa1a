"""What can be true or not: propositions with their status, its reason, and the claims on both sides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.answers import Claim, Named, Position, Proposition, Status
from kg.errors import UnknownProposition
from kg.questions.claims import ClaimPosition, to_row
from kg.questions.kinds import kind_named
from kg.questions.names import resolve
from kg.standing import COUNT_FOR_NOTHING, explain
from kg.store import ClaimFilter, PropositionFilter, Reader
from ontology.claim import Modality, Polarity
from ontology.schema import SCHEMA


@dataclass(frozen=True, slots=True)
class PropositionsQuery:
    """Which propositions; names are as a person types them. All that is given must hold."""

    about: str | None = None
    kind: str | None = None
    statuses: frozenset[Status] | None = None


@dataclass(frozen=True, slots=True)
class PropositionSummary:
    """A proposition with its standing; `explanation` says in one sentence why it has its status."""

    id: str
    kind: str
    roles: Mapping[str, Named]
    status: Status
    asserted_by: tuple[Named, ...]
    denied_by: tuple[Named, ...]
    origins: int
    explanation: str


@dataclass(frozen=True, slots=True)
class PropositionAnswer(PropositionSummary):
    """A proposition with its claims by position; `open` are those that assert neither: rumours, plans, demands."""

    affirmed: tuple[ClaimPosition, ...]
    negated: tuple[ClaimPosition, ...]
    open: tuple[ClaimPosition, ...]


def iter_propositions(store: Reader, query: PropositionsQuery, after: str = "") -> Iterator[PropositionSummary]:
    """The propositions that fit, by id, after one. Raises AmbiguousName, UnknownName, QuestionError."""
    where = PropositionFilter(
        kind=kind_named(query.kind) if query.kind is not None else None,
        about=frozenset({resolve(store, query.about).id}) if query.about is not None else None,
        statuses=query.statuses,
        after=after,
    )
    return map(summary, store.iter_propositions(where))


def get_proposition(store: Reader, id_: str) -> PropositionAnswer:
    """One proposition with its claims by position. Raises UnknownProposition."""
    found = store.get_proposition(id_)
    if found is None:
        raise UnknownProposition(f'no proposition is "{id_}": ids are shown by `kg claims --json`')
    sides: dict[str, list[ClaimPosition]] = {"affirmed": [], "negated": [], "open": []}
    for claim in store.iter_claims(ClaimFilter(propositions=frozenset({id_}))):
        for position in (p for p in claim.positions if p.proposition.id == id_):
            sides[_side(claim, position)].append(to_row(claim, position))
    return PropositionAnswer(*_standing(found), *(tuple(side) for side in sides.values()))


def summary(proposition: Proposition) -> PropositionSummary:
    """A proposition with its standing, as answers show it."""
    return PropositionSummary(*_standing(proposition))


def _standing(
    it: Proposition,
) -> tuple[str, str, Mapping[str, Named], Status, tuple[Named, ...], tuple[Named, ...], int, str]:
    return it.id, it.kind, dict(it.roles), it.status, it.asserted_by, it.denied_by, it.origins, explain(it)


def sentence(kind: str, roles: Mapping[str, Named]) -> str:
    """A proposition in words: "Azerbaijan controls Shusha"."""
    return SCHEMA.kinds[kind].in_words({role: named.name for role, named in roles.items()})


def _side(claim: Claim, position: Position) -> str:
    if position.modality is not Modality.ASSERTED or claim.stance in COUNT_FOR_NOTHING:
        return "open"
    return "affirmed" if position.polarity is Polarity.AFFIRMS else "negated"
