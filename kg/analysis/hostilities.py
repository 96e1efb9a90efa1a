"""Which hostilities, and at which times of them, a question is asked of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.analysis.fights import Dated, Fight, iter_fights
from kg.analysis.resting import Rested, iter_rested
from kg.analysis.view import View
from kg.errors import QuestionError
from kg.questions.names import resolve

MOST_YEARS = 100


@dataclass(frozen=True, slots=True)
class HostilityQuery:
    """The hostilities of one or of two, and who supplies; names are as a person types them.

    `margin` are the years before and after in which arms still count; None: whenever they passed.
    """

    one: str | None = None
    other: str | None = None
    supplier: str | None = None
    margin: float | None = 1


Arms = Mapping[str, Mapping[str, Dated]]
"""What passes, by recipient and supplier."""


def get_asked(view: View, query: HostilityQuery) -> list[Fight]:
    """The fights that are asked for. Raises AmbiguousName, UnknownName, QuestionError."""
    if query.margin is not None and not 0 <= query.margin <= MOST_YEARS:
        raise QuestionError(f"a margin of {query.margin:g} years is none: take 0 to {MOST_YEARS}")
    wanted = {resolve(view.store, name).id for name in (query.one, query.other) if name is not None}
    asked = (it for it in iter_rested(view.of("Hostility")) if wanted <= _sides(it))
    return [fight for hostility in asked for fight in iter_fights(hostility, query.margin)]


def get_arms(view: View, query: HostilityQuery, fights: Iterable[Fight]) -> Arms:
    """All arms, or those of one supplier; where hostilities of somebody are asked for, those to their sides.

    Raises AmbiguousName, UnknownName.
    """
    roles: dict[str, frozenset[str]] = {}
    if query.supplier is not None:
        roles["supplier"] = frozenset({resolve(view.store, query.supplier).id})
    if query.one is not None or query.other is not None:
        roles["recipient"] = frozenset(side for fight in fights for side in fight.sides)
    found: dict[str, dict[str, Dated]] = {}
    for sale in iter_rested(view.of("ArmsSale"), roles):
        supplier, recipient = sale.ends
        found.setdefault(recipient.id, {})[supplier.id] = Dated(sale)
    return found


def latest_first(fight: Fight) -> tuple[float, float, str, str, str]:
    """What orders fights: the latest first, then by name."""
    (a, b), (begin, end) = fight.rested.ends, fight.window
    return -end, -begin, a.name, b.name, fight.rested.proposition.id


def _sides(hostility: Rested) -> set[str]:
    return {named.id for named in hostility.ends}
