"""What of a store is analysed: which kinds, of which standing, of which time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.answers import Status
from kg.errors import QuestionError
from kg.questions.arms import AFFIRMED
from kg.questions.dates import Period, make_period
from kg.questions.kinds import kind_named
from kg.store import PropositionFilter, Reader
from ontology.claim import Modality
from ontology.schema import SCHEMA

TIES = tuple(sorted(name for name, kind in SCHEMA.kinds.items() if kind.shortcut))
"""The kinds that tie one entity to another."""


ALWAYS = Period()


@dataclass(frozen=True, slots=True)
class View:
    """What of a store is looked at. Made by `make_view`.

    Without `statuses` and `modality` it is what somebody affirms as asserted, contested or not.
    """

    store: Reader
    kinds: tuple[str, ...] = TIES
    statuses: frozenset[Status] | None = None
    period: Period = ALWAYS
    modality: Modality | None = None

    @property
    def standing(self) -> frozenset[Status] | None:
        """The statuses that a proposition may have; None for any."""
        if self.statuses is None and self.modality in (None, Modality.ASSERTED):
            return AFFIRMED
        return self.statuses

    @property
    def is_plain(self) -> bool:
        """Whether it shows just the derived edges of the store, or some kinds and statuses of them."""
        whole = self.period == ALWAYS and self.modality in (None, Modality.ASSERTED)
        return whole and self.standing is not None and self.standing <= AFFIRMED

    def of(self, *kinds: str) -> "View":
        """The same view of other kinds."""
        return replace(self, kinds=kinds)


def make_view(
    store: Reader,
    kinds: Iterable[str] = (),
    statuses: frozenset[Status] | None = None,
    since: str | None = None,
    until: str | None = None,
    modality: Modality | None = None,
) -> View:
    """A view of a store; kinds as a person types them, all that tie two entities if none is given.

    `statuses` and `modality` ask for more than what somebody affirms as asserted: `modality` alone asks for whatever
    somebody affirms so, whatever else is said of it. Raises QuestionError, DateError.
    """
    chosen = tuple(sorted({_tie_named(kind) for kind in kinds})) or TIES
    return View(store, chosen, statuses, make_period(since, until), modality)


def check_size(view: View, most: int) -> None:
    """Nothing, if a view holds at most so many ties, whatever their time. Raises QuestionError."""
    counts = (
        view.store.count_propositions(PropositionFilter(kind=kind, statuses=view.standing)) for kind in view.kinds
    )
    found = sum(counts)
    if found > most:
        raise QuestionError(f"{found:,} ties are more than are analysed at once ({most:,}): ask for fewer kinds")


def _tie_named(text: str) -> str:
    kind = kind_named(text)
    if kind not in TIES:
        raise QuestionError(f"{kind} ties nobody to anybody: take one of {', '.join(TIES)}")
    return kind
