"""Where a proposition stands: a pure function of its positions, the only place where status is decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from kg.answers import Named, Proposition, Status
from kg.meeting import Affirmed, Qualifiers, meets
from ontology.claim import Modality, Polarity, Stance, Value
from ontology.dates import first_day, last_day

COUNT_FOR_NOTHING = frozenset({Stance.DEMANDS, Stance.WARNS, Stance.DOUBTS})
"""Stances whose positions are listed, and count neither for nor against."""

_OPPOSITE = {Polarity.AFFIRMS: Polarity.NEGATES, Polarity.NEGATES: Polarity.AFFIRMS}
_WEAKER = (
    (Modality.RUMOURED, Status.RUMOURED),
    (Modality.PLANNED, Status.PLANNED),
    (Modality.CONDITIONAL, Status.CONDITIONAL),
)


@dataclass(frozen=True, slots=True)
class Vote:
    """A position with what its claim says beside it: who, when (empty if unknown), how, and from what origins."""

    claim: str
    claimant: str | None
    at: str
    stance: Stance
    polarity: Polarity
    modality: Modality
    qualifiers: Qualifiers
    origins: tuple[str, ...]
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, whose word it rests on (canonical ids, sorted), and how many independent origins affirm.

    `affirming` are the votes that still affirm, `claims` counts all that vote. Unattributed ones count, and stand in no
    list. `told` has for each key of an origin one that stands for the whole of it.
    """

    status: Status
    asserted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    origins: int = 0
    affirming: tuple[Vote, ...] = ()
    claims: int = 0
    told: Mapping[str, str] = field(default_factory=dict)


def get_standing(votes: Iterable[Vote]) -> Standing:
    """The standing of one proposition by all its votes, in any order.

    `denied_by` names those whose negation meets an affirmation, or, where nobody affirms, all who negate.
    """
    heard = tuple(votes)
    counted = [vote for vote in heard if vote.stance not in COUNT_FOR_NOTHING]
    asserted = _left_standing([vote for vote in counted if vote.modality is Modality.ASSERTED])
    affirming = [vote for vote in asserted if vote.polarity is Polarity.AFFIRMS]
    negating = [vote for vote in asserted if vote.polarity is Polarity.NEGATES]
    claims = len({vote.claim for vote in heard})
    if not affirming:
        status = Status.DENIED if negating else _weaker(counted)
        return Standing(status, denied_by=_claimants(negating), claims=claims)
    against = _against(negating, affirming) if negating else ()
    told = join_origins(vote.origins for vote in affirming)
    return Standing(
        status=Status.CONTESTED if against else Status.UNCONTESTED,
        asserted_by=_claimants(affirming),
        denied_by=_claimants(against),
        origins=len(set(told.values())),
        affirming=tuple(sorted(affirming, key=lambda vote: (vote.at, vote.claim))),
        claims=claims,
        told=told,
    )


def join_origins(keys: Iterable[Sequence[str]]) -> dict[str, str]:
    """For each key the one that stands for its origin.

    Whoever shares a key is one origin, and so are those that a third one joins.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    for first, *others in keys:
        for other in others:
            parent[root(other)] = root(first)
        root(first)
    return {key: root(key) for key in parent}


def explain(proposition: Proposition) -> str:
    """One plain sentence that says why a proposition has its status, names given."""
    affirmed, denied = _listed(proposition.asserted_by), _listed(proposition.denied_by)
    origins = f"{proposition.origins} independent origin{'s' if proposition.origins != 1 else ''}"
    return {
        Status.CONTESTED: f"Contested: {affirmed} affirmed it and {denied} denied it ({origins} affirming).",
        Status.UNCONTESTED: f"Uncontested: {affirmed} affirmed it and no denial stands against it ({origins}).",
        Status.DENIED: f"Denied: {denied} denied it and no affirmation stands against it.",
        Status.RUMOURED: "Rumoured: it was passed on as a rumour, and nobody affirmed it as a fact.",
        Status.PLANNED: "Planned: it was spoken of as planned, and nobody affirmed it as a fact.",
        Status.CONDITIONAL: "Conditional: it was said on a condition, and nobody affirmed it as a fact.",
        Status.OPEN: "Open: it was demanded, warned of or doubted, and nobody affirmed or denied it.",
    }[proposition.status]


def _left_standing(asserted: Sequence[Vote]) -> Sequence[Vote]:
    if len({vote.polarity for vote in asserted}) < len(Polarity):
        return asserted
    told = _told(asserted)
    return [
        vote for vote in asserted if not _is_set_aside(vote, told.get((vote.claimant, _OPPOSITE[vote.polarity]), ()))
    ]


def _against(negating: Sequence[Vote], affirming: Sequence[Vote]) -> Sequence[Vote]:
    affirmed = Affirmed(_distinct(affirming))
    met = {_key(negated) for negated in _distinct(negating) if affirmed.is_met_by(negated)}
    return [vote for vote in negating if _key(vote.qualifiers) in met]


def _told(votes: Iterable[Vote]) -> Mapping[tuple[str | None, Polarity], Sequence[tuple[date, Qualifiers]]]:
    """What each claimant affirms and negates: each thing once, with the first day of its latest date, latest first."""
    told: dict[tuple[str | None, Polarity], dict[object, tuple[date, Qualifiers]]] = {}
    for vote in votes:
        if vote.claimant and vote.at:
            same = told.setdefault((vote.claimant, vote.polarity), {})
            key, day = _key(vote.qualifiers), first_day(vote.at)
            if key not in same or same[key][0] < day:
                same[key] = day, vote.qualifiers
    return {who: sorted(same.values(), key=lambda one: one[0], reverse=True) for who, same in told.items()}


def _is_set_aside(vote: Vote, opposed: Iterable[tuple[date, Qualifiers]]) -> bool:
    """Whether its claimant surely contradicts it later: 2020 is not later than 2020-11, nor earlier."""
    if not vote.at:
        return False
    said = last_day(vote.at)
    later = (qualifiers for _, qualifiers in takewhile(lambda one: one[0] > said, opposed))
    if vote.polarity is Polarity.AFFIRMS:
        return any(meets(negated, vote.qualifiers) for negated in later)
    return any(meets(vote.qualifiers, affirmed) for affirmed in later)


def _distinct(votes: Iterable[Vote]) -> Sequence[Qualifiers]:
    return [*{_key(vote.qualifiers): vote.qualifiers for vote in votes}.values()]


def _key(qualifiers: Qualifiers) -> tuple[tuple[str, Value], ...]:
    return tuple(sorted(qualifiers.items()))


def _weaker(counted: Sequence[Vote]) -> Status:
    heard = {vote.modality for vote in counted}
    return next((status for modality, status in _WEAKER if modality in heard), Status.OPEN)


def _claimants(votes: Iterable[Vote]) -> tuple[str, ...]:
    return tuple(sorted({vote.claimant for vote in votes if vote.claimant}))


def _listed(names: Sequence[Named], at_most: int = 5) -> str:
    if not names:
        return "somebody who is not named"
    shown = [named.name for named in names[:at_most]]
    if len(names) > at_most:
        shown.append(f"{len(names) - at_most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
