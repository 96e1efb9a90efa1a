"""The records of a dataset in short: how many a source has of one pair, of which years and weapons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.answers import Named, Told
from kg.spells import NEVER
from kg.store import ClaimFilter, Reader
from ontology.claim import Modality, Polarity

Place = tuple[str, int]
Side = tuple[Named | None, Polarity, Modality]


@dataclass(frozen=True, slots=True)
class Records:
    """What one source records of a pair: several positions (`told`: claim and place), of `since` to `until`.

    `document` is where the newest stands. Without dates, `since` and `until` are empty.
    """

    claimant: Named | None
    polarity: Polarity
    modality: Modality
    since: str
    until: str
    items: tuple[str, ...]
    told: tuple[Place, ...]
    document: str

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.told)


def gather(store: Reader, pairs: Sequence[Iterable[Told]]) -> list[tuple[Records, ...]]:
    """What each source records of each pair, where it has more than one record of it."""
    sides = [[own for own in _by_side(told).values() if len(own) > 1] for told in pairs]
    newest = frozenset(own[-1].claim for each in sides for own in each)
    claims = store.iter_claims(ClaimFilter(ids=newest)) if newest else ()
    documents = {claim.id: claim.document for claim in claims}
    return [tuple(_records(own, documents.get(own[-1].claim, "")) for own in each) for each in sides]


def _by_side(told: Iterable[Told]) -> dict[Side, list[Told]]:
    found: dict[Side, list[Told]] = defaultdict(list)
    for one in told:
        if one.record:
            found[one.claimant, one.polarity, one.modality].append(one)
    return found


def _records(own: Sequence[Told], document: str) -> Records:
    first = own[0]
    dated = [(one.since, one.until) for one in own if (one.since, one.until) != NEVER]
    return Records(
        claimant=first.claimant,
        polarity=first.polarity,
        modality=first.modality,
        since=min((since for since, _ in dated), default="")[:4],
        until=max((until for _, until in dated), default="")[:4],
        items=tuple(dict.fromkeys(_iter_items(own))),
        told=tuple((one.claim, one.place) for one in own),
        document=document,
    )


def _iter_items(own: Iterable[Told]) -> Iterator[str]:
    """Items, the newest first."""
    for one in sorted(own, key=lambda one: one.until, reverse=True):
        item = one.qualifiers.get("item")
        if isinstance(item, str):
            yield item
