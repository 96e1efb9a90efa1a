"""The records of SIPRI's trade register: each row is a deal, and one claim of SIPRI's."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from loaders.datasets.record import Record
from loaders.datasets.row import Row
from loaders.datasets.sipri_trade_register.comments import get_transfer, get_value
from loaders.datasets.sipri_trade_register.parties import find_party, is_unknown
from loaders.datasets.sipri_trade_register.weapons import find_weapon
from loaders.datasets.who import Who
from ontology.bundle import Reject
from ontology.claim import Position, Value

_FLAGS = {"ordered": "Year of order ?", "number": "Number ordered ?", "number_delivered": "Number delivered ?"}
"""The columns that hold SIPRI's question marks, by the qualifier that each makes uncertain."""

_MARKS = frozenset(_FLAGS.values())

_YEAR, _YEARS, _NUMBER = (re.compile(shape) for shape in (r"\d{4}", r"(\d{4}(; ?\d{4})*)?", r"\d{0,9}"))
_SHAPES = {
    "Supplier": (re.compile(r".+", re.DOTALL), "a name"),
    "Recipient": (re.compile(r".+", re.DOTALL), "a name"),
    "Weapon designation": (re.compile(r".+", re.DOTALL), "a name"),
    "Weapon description": (re.compile(r".+", re.DOTALL), "a name"),
    "Year of order": (_YEAR, "a year"),
    "Number ordered": (_NUMBER, "a number"),
    "Number delivered": (_NUMBER, "a number"),
    "Year(s) of delivery": (_YEARS, 'years as in "1957; 1958"'),
    **dict.fromkeys(_FLAGS.values(), (re.compile(r"\??"), 'a "?" or nothing')),
}


def iter_records(rows: Sequence[Row], who: Who) -> Iterator[Record | Reject]:
    """What each row says, in the order of the rows, which hold all deals of any two parties among them."""
    contents = [_content(row.values) for row in rows]
    keys = _keys(zip(rows, contents, strict=True))
    for row, content in zip(rows, contents, strict=True):
        wrong = _wrong(row.values)
        yield Reject(row.place, wrong, content) if wrong else _record(row, keys[content], content, who)


def _record(row: Row, key: str, content: str, who: Who) -> Record:
    deal = row.values
    if is_unknown(deal["Supplier"]) or is_unknown(deal["Recipient"]):
        return Record(key, row.place, content, (), ())
    year = int(deal["Year of order"])
    supplier, recipient = (find_party(deal[role], year, who) for role in ("Supplier", "Recipient"))
    item, category = find_weapon(deal["Weapon designation"], deal["Weapon description"], who)
    told = {"item": item.id, "category": category.id, **_qualifiers(deal)}
    roles = {"supplier": supplier.id, "recipient": recipient.id}
    position = Position(
        "ArmsSale", roles, qualifiers={name: value for name, value in told.items() if value is not None}
    )
    return Record(key, row.place, content, (position,), (supplier, recipient, item, category))


def _qualifiers(deal: Mapping[str, str]) -> Mapping[str, Value]:
    return {
        "transfer": get_transfer(deal["Comments"]),
        "stage": _stage(deal),
        "number": _number(deal["Number ordered"]),
        "number_delivered": _number(deal["Number delivered"]),
        "delivered": "; ".join(re.findall(_YEAR, deal["Year(s) of delivery"])) or None,
        "value": get_value(deal["Comments"]),
        "condition": deal["status"].lower() or None,
        "ordered": deal["Year of order"],
        "uncertain": tuple(name for name, column in _FLAGS.items() if deal[column]) or None,
    }


def _number(text: str) -> int | None:
    return int(text) if text else None


def _stage(deal: Mapping[str, str]) -> str | None:
    """Completed where as many came as were ordered, agreed where none came, both for certain; else nobody says."""
    ordered, delivered = deal["Number ordered"], deal["Number delivered"]
    if deal[_FLAGS["number_delivered"]]:
        return None
    if delivered == "0":
        return "agreed"
    return "completed" if ordered == delivered and ordered and not deal[_FLAGS["number"]] else None


def _wrong(deal: Mapping[str, str]) -> str | None:
    for column, (shape, wanted) in _SHAPES.items():
        if not shape.fullmatch(deal[column]):
            return f'"{column}" is "{deal[column][:40]}", not {wanted}'
    return None


def _keys(rows: Iterable[tuple[Row, str]]) -> Mapping[str, str]:
    """Keys by content: rows of one key are numbered, in an order that the file has no part in."""
    alike: dict[str, dict[str, tuple[str, ...]]] = {}
    for row, content in rows:
        alike.setdefault(_key(row.values), {})[content] = _order(row.values)
    return {
        content: key if place == 1 else f"{key} #{place}"
        for key, orders in alike.items()
        for place, content in enumerate(sorted(orders, key=lambda content: (orders[content], content)), start=1)
    }


def _key(deal: Mapping[str, str]) -> str:
    parties = f"{deal['Supplier']} → {deal['Recipient']}"
    return f"{parties}, {deal['Year of order']}, {deal['Weapon designation']} ({deal['Weapon description']})"


def _order(deal: Mapping[str, str]) -> tuple[str, ...]:
    return deal["status"], deal["Number ordered"].zfill(9), deal["Year(s) of delivery"]


def _content(deal: Mapping[str, str]) -> str:
    """The row as a reader wants it: what stands under each column, question marks behind what they doubt."""
    flags = {column.removesuffix(" ?"): deal[column] for column in _FLAGS.values()}
    told = ((name, f"{value} {flags.get(name, '')}".strip()) for name, value in deal.items() if name not in _MARKS)
    return " | ".join(f"{name}: {' '.join(value.split())}" for name, value in told if value)
