"""Who arms whom, and who says so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from kg.answers import Claim, Named, Position, Proposition, Status
from kg.questions.claims import ClaimPosition, to_row
from kg.questions.dates import Period, make_period
from kg.questions.items import Weapon, make_weapon
from kg.questions.names import resolve
from kg.standing import explain
from kg.store import ClaimFilter, PropositionFilter, Reader
from ontology.claim import Modality, Polarity

AFFIRMED = frozenset({Status.CONTESTED, Status.UNCONTESTED})
_AT_ONCE = 100
"""How many pairs are asked for their claims in one go."""


@dataclass(frozen=True, slots=True)
class ArmsQuery:
    """Which pairs; names are as a person types them. Without statuses: the pairs that somebody affirms as asserted."""

    supplier: str | None = None
    recipient: str | None = None
    item: str | None = None
    since: str | None = None
    until: str | None = None
    statuses: frozenset[Status] | None = None


@dataclass(frozen=True, slots=True)
class ArmsLink:
    """A pair of supplier and recipient with the positions on it that fit the question.

    Status, claimants and origins are of the pair as a whole, whatever item or time was asked for.
    """

    supplier: Named
    recipient: Named
    status: Status
    items: tuple[str, ...]
    asserted_by: tuple[Named, ...]
    denied_by: tuple[Named, ...]
    origins: int
    claims: tuple[ClaimPosition, ...]

    @property
    def proposition(self) -> str:
        """The id of the pair's proposition; pairs come in its order."""
        return next(claim.proposition.id for claim in self.claims if claim.proposition)

    @property
    def explanation(self) -> str:
        """Why the pair has its status, in one sentence."""
        roles = {"supplier": self.supplier, "recipient": self.recipient}
        standing = (self.status, self.asserted_by, self.denied_by, self.origins)
        return explain(Proposition(self.proposition, "ArmsSale", roles, *standing))


def arms(store: Reader, query: ArmsQuery) -> list[ArmsLink]:
    """All pairs that fit, by the names of supplier and recipient. Raises AmbiguousName, UnknownName, DateError."""
    return sorted(iter_arms(store, query), key=lambda link: (link.supplier.name, link.recipient.name, link.proposition))


def iter_arms(store: Reader, query: ArmsQuery, after: str = "") -> Iterator[ArmsLink]:
    """The pairs that fit, by the id of their proposition, after one."""
    asked = _Asked(
        make_weapon(query.item) if query.item is not None else None,
        make_period(query.since, query.until),
    )
    pairs = store.iter_propositions(_pairs(store, query, after))
    while some := {pair.id: pair for pair in islice(pairs, _AT_ONCE)}:
        claims = _by_pair(store.iter_claims(ClaimFilter(propositions=frozenset(some))))
        yield from (link for pair in some.values() if (link := asked.link(pair, claims[pair.id])))


def _pairs(store: Reader, query: ArmsQuery, after: str) -> PropositionFilter:
    named = {"supplier": query.supplier, "recipient": query.recipient}
    return PropositionFilter(
        kind="ArmsSale",
        roles={role: frozenset({resolve(store, name).id}) for role, name in named.items() if name is not None},
        statuses=query.statuses or AFFIRMED,
        after=after,
    )


def _by_pair(claims: Iterable[Claim]) -> Mapping[str, Sequence[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        for id_ in dict.fromkeys(position.proposition.id for position in claim.positions):
            found.setdefault(id_, []).append(claim)
    return found


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of the positions on a pair."""

    weapon: Weapon | None
    period: Period

    def link(self, pair: Proposition, claims: Iterable[Claim]) -> ArmsLink | None:
        """The pair with the positions that fit; None where none of those that give it its status does."""
        found = [(claim, position) for claim in claims for position in self._positions(pair, claim)]
        if not any(_bears(pair.status, position) for _, position in found):
            return None
        return ArmsLink(
            supplier=pair.roles["supplier"],
            recipient=pair.roles["recipient"],
            status=pair.status,
            items=_items(position for _, position in found),
            asserted_by=pair.asserted_by,
            denied_by=pair.denied_by,
            origins=pair.origins,
            claims=tuple(to_row(claim, position) for claim, position in found),
        )

    def _positions(self, pair: Proposition, claim: Claim) -> Sequence[Position]:
        return [
            position
            for position in claim.positions
            if position.proposition.id == pair.id
            and self.period.holds(claim.at, position)
            and (self.weapon is None or self.weapon.matches(position))
        ]


def _bears(status: Status, position: Position) -> bool:
    if status not in AFFIRMED:
        return True
    return position.polarity is Polarity.AFFIRMS and position.modality is Modality.ASSERTED


def _items(positions: Iterable[Position]) -> tuple[str, ...]:
    affirmed = (p.qualifiers.get("item") for p in positions if p.polarity is Polarity.AFFIRMS)
    return tuple(dict.fromkeys(item for item in affirmed if isinstance(item, str)))
