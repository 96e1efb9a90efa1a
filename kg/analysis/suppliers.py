"""How much a recipient depends on each of its suppliers, and how that changed.

Counted are claims of deals (a record of a register is one, so is a sentence of an article), never values: neither a
register's records nor articles tell them so that they could be added up.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.analysis.resting import Rested, iter_rested
from kg.analysis.view import View
from kg.answers import Named, Status, Told
from kg.errors import QuestionError
from kg.questions.names import resolve

COUNTED = "deals are counted as they are claimed, a record or a sentence each; their values are not known"


@dataclass(frozen=True, slots=True)
class Share:
    """What comes from one supplier in a span of years, `change` against its share in the span before (None: no span).

    Status and who says so are of the pair as a whole.
    """

    supplier: Named
    deals: int
    share: float
    change: float | None
    proposition: str
    status: Status
    asserted_by: tuple[Named, ...]
    denied_by: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """The suppliers of some years, the largest first.

    `concentration` is the Herfindahl index, the sum of the squared shares: 1 where all comes from one supplier, 1/n
    where n supply alike.
    """

    since: int
    until: int
    deals: int
    concentration: float
    suppliers: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Dependence:
    """A recipient's suppliers over the years; `undated` deals are in no span. `counted` says what the numbers are."""

    recipient: Named
    counted: str
    spans: tuple[Span, ...]
    undated: int


def get_suppliers(view: View, recipient: str, *, years: int = 10, by: str | None = None) -> Dependence:
    """The suppliers of a name by spans of so many years (1990 to 1999), those without any deal left out.

    A deal counts once in each span in which it was delivered, else in that in which it was ordered, else told. With
    `by`, only the word of one claimant counts. Raises AmbiguousName, UnknownName, QuestionError.
    """
    if not 1 <= years <= _MOST_YEARS:
        raise QuestionError(f"{years} years are no span: take 1 to {_MOST_YEARS}")
    who = resolve(view.store, recipient)
    claimant = resolve(view.store, by).id if by is not None else None
    pairs = {one.proposition.id: one for one in iter_rested(view.of("ArmsSale"), {"recipient": frozenset({who.id})})}
    counts, undated = _counts(pairs.values(), years, claimant)
    return Dependence(who, COUNTED, tuple(_spans(counts, pairs, years)), undated)


_MOST_YEARS = 100

_Counts = Mapping[int, Counter[str]]
"""Deals by proposition, by the first year of a span."""


def _counts(pairs: Iterable[Rested], years: int, claimant: str | None) -> tuple[_Counts, int]:
    counts: dict[int, Counter[str]] = {}
    undated = 0
    for pair in pairs:
        spans: dict[str, set[int]] = {}
        for told in pair.bearing:
            if claimant is None or (told.claimant is not None and told.claimant.id == claimant):
                spans.setdefault(told.claim, set()).update(year // years * years for year in _years(told))
        undated += sum(not begun for begun in spans.values())
        for begin in (begin for begun in spans.values() for begin in begun):
            counts.setdefault(begin, Counter())[pair.proposition.id] += 1
    return counts, undated


def _years(told: Told) -> Iterator[int]:
    dates = told.qualifiers.get("delivered") or told.qualifiers.get("ordered") or told.at
    return (int(date[:4]) for date in str(dates).split("; ") if date)


def _spans(counts: _Counts, pairs: Mapping[str, Rested], years: int) -> Iterator[Span]:
    before: Mapping[str, float] | None = None
    for begin, deals in sorted(counts.items()):
        all_ = deals.total()
        shares = {id_: count / all_ for id_, count in deals.items()}
        found = (_share(pairs[id_], deals[id_], shares[id_], before) for id_ in deals)
        yield Span(
            since=begin,
            until=begin + years - 1,
            deals=all_,
            concentration=round(sum(count * count for count in deals.values()) / (all_ * all_), 4),
            suppliers=tuple(sorted(found, key=lambda one: (-one.deals, one.supplier.name, one.supplier.id))),
        )
        before = shares


def _share(pair: Rested, deals: int, share: float, before: Mapping[str, float] | None) -> Share:
    it = pair.proposition
    return Share(
        supplier=it.roles["supplier"],
        deals=deals,
        share=round(share, 4),
        change=None if before is None else round(share - before.get(it.id, 0.0), 4),
        proposition=it.id,
        status=it.status,
        asserted_by=it.asserted_by,
        denied_by=it.denied_by,
    )
