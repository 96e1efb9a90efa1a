"""Who arms whom, and who says so."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from kg.answers import Named, Position, Proposition, Status, Told
from kg.questions.choosing import choose
from kg.questions.claims import ClaimPosition, to_row
from kg.questions.dates import Period, make_period
from kg.questions.items import Weapon, make_weapon
from kg.questions.names import resolve
from kg.questions.records import Records, gather
from kg.standing import explain
from kg.store import ClaimFilter, PropositionFilter, Reader, ToldFilter
from ontology.claim import Modality, Polarity

AFFIRMED = frozenset({Status.CONTESTED, Status.UNCONTESTED})
_AT_ONCE = 100
"""How many pairs are asked for their claims in one go."""

Choice = Callable[[Sequence[Told]], Sequence[Told]]
"""Which of a pair's positions are shown, in the order of saying."""


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
    """A pair of supplier and recipient with positions on it that fit the question; `total` counts all that do.

    Status, claimants and origins are of the pair as a whole, whatever item or time was asked for; pairs come in the
    order of their `proposition` (its id).
    """

    proposition: str
    supplier: Named
    recipient: Named
    status: Status
    items: tuple[str, ...]
    asserted_by: tuple[Named, ...]
    denied_by: tuple[Named, ...]
    origins: int
    total: int
    claims: tuple[ClaimPosition, ...]

    @property
    def explanation(self) -> str:
        """Why the pair has its status, in one sentence."""
        roles = {"supplier": self.supplier, "recipient": self.recipient}
        standing = (self.status, self.asserted_by, self.denied_by, self.origins)
        return explain(Proposition(self.proposition, "ArmsSale", roles, *standing))


@dataclass(frozen=True, slots=True)
class ArmsPair:
    """A pair for reading: some claims of it, and what datasets record of it, one a source."""

    link: ArmsLink
    records: tuple[Records, ...] = ()

    @property
    def more(self) -> int:
        """How many of its positions are neither shown nor among the records."""
        return self.link.total - len(self.link.claims) - sum(one.count for one in self.records)


@dataclass(frozen=True, slots=True)
class ArmsOverview:
    """The pairs to begin with. `more` says how many others fit: None where that was not counted, and some do."""

    pairs: tuple[ArmsPair, ...]
    more: int | None


def arms(store: Reader, query: ArmsQuery) -> list[ArmsLink]:
    """All pairs that fit, by the names of supplier and recipient. Raises AmbiguousName, UnknownName, DateError."""
    return sorted(iter_arms(store, query), key=_by_names)


def iter_arms(
    store: Reader, query: ArmsQuery, after: str = "", most: int | None = None, at_once: int = _AT_ONCE
) -> Iterator[ArmsLink]:
    """The pairs that fit, by the id of their proposition, after one; each with so many positions, chosen fairly.

    The store is asked for the claims of `at_once` pairs in one go.
    """
    found = _iter_found(store, query, _pairs(store, query, after), at_once)
    yield from _iter_links(store, found, partial(choose, most=most), at_once)


def get_overview(
    store: Reader, query: ArmsQuery, limit: int | None = None, most: int | None = None, *, gathered: bool = False
) -> ArmsOverview:
    """So many pairs, those first that most origins affirm; by name where all are shown.

    `most` positions are shown of a pair, chosen fairly. With `gathered`, several records of one source are told in
    short, and are not counted by `most`. Raises AmbiguousName, UnknownName, DateError, QuestionError.
    """
    found = _iter_found(store, query, _pairs(store, query, heaviest=True), at_once=min(limit or _AT_ONCE, _AT_ONCE))
    some = [*islice(found, limit)]
    short = gather(store, [one.told for one in some]) if gathered else [() for _ in some]
    told_in_short = {told for records in short for one in records for told in one.told}
    choice = partial(choose, most=most, without=told_in_short)
    pairs = [ArmsPair(*both) for both in zip(_iter_links(store, iter(some), choice), short, strict=True)]
    more = _count_more(store, query, next(found, None), len(pairs))
    return ArmsOverview(tuple(pairs if more != 0 else sorted(pairs, key=lambda pair: _by_names(pair.link))), more)


def _count_more(store: Reader, query: ArmsQuery, another: "_Found | None", shown: int) -> int | None:
    """Only what is asked of positions needs them to be read; pairs alone are counted by the store."""
    if another is None:
        return 0
    if query.item is not None or query.since is not None or query.until is not None:
        return None
    return store.count_propositions(_pairs(store, query)) - shown


def _pairs(store: Reader, query: ArmsQuery, after: str = "", *, heaviest: bool = False) -> PropositionFilter:
    named = {"supplier": query.supplier, "recipient": query.recipient}
    return PropositionFilter(
        kind="ArmsSale",
        roles={role: frozenset({resolve(store, name).id}) for role, name in named.items() if name is not None},
        statuses=query.statuses or AFFIRMED,
        heaviest=heaviest,
        after=after,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A pair with all positions that fit, in the order of saying."""

    pair: Proposition
    told: Sequence[Told]


def _iter_found(store: Reader, query: ArmsQuery, where: PropositionFilter, at_once: int = _AT_ONCE) -> Iterator[_Found]:
    asked = _Asked(
        make_weapon(query.item) if query.item is not None else None,
        make_period(query.since, query.until),
    )
    pairs = store.iter_propositions(where)
    while some := {pair.id: pair for pair in islice(pairs, at_once)}:
        since, until = asked.period.days
        told: dict[str, list[Told]] = defaultdict(list)
        for one in store.iter_told(ToldFilter(frozenset(some), since=since, until=until)):
            told[one.proposition].append(one)
        yield from (found for pair in some.values() if (found := asked.find(pair, told[pair.id])))


def _iter_links(store: Reader, found: Iterator[_Found], choice: Choice, at_once: int = _AT_ONCE) -> Iterator[ArmsLink]:
    while some := [*islice(found, at_once)]:
        chosen = [choice(one.told) for one in some]
        ids = frozenset(told.claim for them in chosen for told in them)
        claims = {claim.id: claim for claim in store.iter_claims(ClaimFilter(ids=ids))} if ids else {}
        for one, them in zip(some, chosen, strict=True):
            there = ((claims[told.claim], told.place) for told in them if told.claim in claims)  # withdrawn since
            yield _link(one, tuple(to_row(claim, claim.positions[place]) for claim, place in there))


def _link(found: _Found, shown: tuple[ClaimPosition, ...]) -> ArmsLink:
    pair = found.pair
    return ArmsLink(
        proposition=pair.id,
        supplier=pair.roles["supplier"],
        recipient=pair.roles["recipient"],
        status=pair.status,
        items=_items(found.told),
        asserted_by=pair.asserted_by,
        denied_by=pair.denied_by,
        origins=pair.origins,
        total=len(found.told),
        claims=shown,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of the positions on a pair."""

    weapon: Weapon | None
    period: Period

    def find(self, pair: Proposition, told: Iterable[Told]) -> _Found | None:
        """The pair with the positions that fit; None where none of those that give it its status does."""
        fitting = [one for one in told if self._fits(pair, one)] if self != _ANYTHING else [*told]
        if not any(_bears(pair.status, one) for one in fitting):
            return None
        return _Found(pair, sorted(fitting, key=lambda one: (one.at, one.claim, one.place)))

    def _fits(self, pair: Proposition, told: Told) -> bool:
        position = Position(pair, told.polarity, told.modality, told.qualifiers)
        return self.period.holds(told.at, position) and (self.weapon is None or self.weapon.matches(position))


_ANYTHING = _Asked(None, Period())


def _by_names(link: ArmsLink) -> tuple[str, str, str]:
    return link.supplier.name, link.recipient.name, link.proposition


def _bears(status: Status, told: Told) -> bool:
    if status not in AFFIRMED:
        return True
    return told.polarity is Polarity.AFFIRMS and told.modality is Modality.ASSERTED


def _items(told: Iterable[Told]) -> tuple[str, ...]:
    affirmed = (one.qualifiers.get("item") for one in told if one.polarity is Polarity.AFFIRMS)
    return tuple(dict.fromkeys(item for item in affirmed if isinstance(item, str)))
