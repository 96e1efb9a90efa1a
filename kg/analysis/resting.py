"""What an edge rests on: the positions that give its proposition the standing that is asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from kg.analysis.view import View
from kg.answers import Named, Position, Proposition, Status, Told
from kg.questions.arms import AFFIRMED
from kg.standing import COUNT_FOR_NOTHING, Vote, get_standing
from kg.store import PropositionFilter, ToldFilter
from ontology.claim import Modality, Polarity
from ontology.schema import SCHEMA

_AT_ONCE = 500
"""How many propositions are asked for their positions in one go."""

_GIVEN_BY: Mapping[Status, Modality] = {
    Status.CONTESTED: Modality.ASSERTED,
    Status.UNCONTESTED: Modality.ASSERTED,
    Status.DENIED: Modality.ASSERTED,
    Status.RUMOURED: Modality.RUMOURED,
    Status.PLANNED: Modality.PLANNED,
    Status.CONDITIONAL: Modality.CONDITIONAL,
}
"""The modality of the positions that give a status; an open one is given by any."""


@dataclass(frozen=True, slots=True)
class Rested:
    """A proposition with the positions that it rests on in a view, in the order of saying, and the denials of it."""

    proposition: Proposition
    bearing: tuple[Told, ...]
    against: tuple[Told, ...] = ()

    @property
    def ends(self) -> tuple[Named, Named]:
        """From whom to whom its edge leads."""
        kind = SCHEMA.kinds[self.proposition.kind]
        return self.proposition.roles[kind.shortcut_from or ""], self.proposition.roles[kind.shortcut_to or ""]


def iter_rested(view: View, roles: Mapping[str, frozenset[str]] | None = None) -> Iterator[Rested]:
    """The propositions of a view that rest on something in it, by kind and id; with `roles`, those so filled."""
    for kind in view.kinds:
        where = PropositionFilter(kind=kind, statuses=view.standing, roles=roles or {})
        yield from rest(view, view.store.iter_propositions(where))


def rest(view: View, propositions: Iterable[Proposition]) -> Iterator[Rested]:
    """Propositions, each with what it rests on; those that rest on nothing in the view are left out."""
    wanted = iter(propositions)
    while some := {it.id: it for it in islice(wanted, _AT_ONCE)}:
        told = _by_proposition(view.store.iter_told(ToldFilter(propositions=frozenset(some))))
        for id_, it in some.items():
            if bearing := _bearing(view, it, told.get(id_, ())):
                yield Rested(it, bearing, tuple(_against(it, told[id_])))


def votes(told: Iterable[Told], quotes: Mapping[str, str] | None = None) -> tuple[Vote, ...]:
    """Positions as votes, each its own origin; `quotes` are the words of their claims, where they are needed."""
    words = quotes or {}
    return tuple(
        Vote(
            claim=one.claim,
            claimant=one.claimant.id if one.claimant else None,
            at=one.at,
            stance=one.stance,
            polarity=one.polarity,
            modality=one.modality,
            qualifiers=one.qualifiers,
            origins=(one.claim,),
            quote=words.get(one.claim),
        )
        for one in told
    )


def _by_proposition(told: Iterable[Told]) -> Mapping[str, Sequence[Told]]:
    return {id_: tuple(same) for id_, same in groupby(told, key=lambda one: one.proposition)}


def _bearing(view: View, it: Proposition, told: Sequence[Told]) -> tuple[Told, ...]:
    modality = view.modality or _GIVEN_BY.get(it.status)
    if modality is Modality.ASSERTED and it.status in AFFIRMED:
        found = _left_standing(told)
    else:
        found = [one for one in told if modality in (None, one.modality) and _tells(it.status, one)]
    return tuple(sorted((one for one in found if _holds(view, it, one)), key=_saying))


def _left_standing(told: Sequence[Told]) -> Sequence[Told]:
    """Those that affirm as asserted and that their claimant did not take back."""
    cast = votes(told)
    affirming = {id(vote) for vote in get_standing(cast).affirming}
    return [one for one, vote in zip(told, cast, strict=True) if id(vote) in affirming]


def _tells(status: Status, one: Told) -> bool:
    if status is Status.OPEN:
        return True
    polarity = Polarity.NEGATES if status is Status.DENIED else Polarity.AFFIRMS
    return one.polarity is polarity and one.stance not in COUNT_FOR_NOTHING


def _against(it: Proposition, told: Iterable[Told]) -> Iterator[Told]:
    """The denials that stand against it: by whom it is denied, as the store derived it."""
    if it.status is not Status.CONTESTED:
        return
    denying = {who.id for who in it.denied_by}
    for one in sorted(told, key=_saying):
        negates = one.polarity is Polarity.NEGATES and one.modality is Modality.ASSERTED
        if negates and one.stance not in COUNT_FOR_NOTHING and (one.claimant is None or one.claimant.id in denying):
            yield one


def _holds(view: View, it: Proposition, one: Told) -> bool:
    return view.period.holds(one.at, Position(it, one.polarity, one.modality, one.qualifiers))


def _saying(one: Told) -> tuple[bool, str, str, int]:
    return not one.at, one.at, one.claim, one.place
