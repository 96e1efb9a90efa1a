"""Which of many positions are shown first, so that nobody's side is hidden by another's number."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from kg.answers import Named, Told
from ontology.claim import Modality, Polarity

Place = tuple[str, int]


def choose(told: Sequence[Told], most: int | None = None, without: Container[Place] = frozenset()) -> Sequence[Told]:
    """At most so many positions, as they stood: in turn from each claimant and side, the sides alternating.

    Of each, what is asserted comes before what is not, articles before records, and then the newest. `without` leaves
    some out, by claim and place.
    """
    open_ = [one for one in told if (one.claim, one.place) not in without]
    if most is None or len(open_) <= most:
        return open_
    first = sorted(_iter_turns(open_), key=lambda turn: turn[0])[:most]
    taken = {(one.claim, one.place) for _, one in first}
    return [one for one in open_ if (one.claim, one.place) in taken]


def _iter_turns(told: Iterable[Told]) -> Iterator[tuple[tuple[int, int, Polarity], Told]]:
    """Each position with its turn: those of its claimant before it, claimants of its side, the side."""
    sides: dict[Polarity, dict[Named | None, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(sorted(told, key=lambda one: one.at, reverse=True), key=_rank):
        sides[one.polarity][one.claimant].append(one)
    for side, claimants in sides.items():
        for place, own in enumerate(claimants.values()):
            yield from (((turn, place, side), one) for turn, one in enumerate(own))


def _rank(told: Told) -> tuple[bool, bool]:
    return told.modality is not Modality.ASSERTED, told.record
