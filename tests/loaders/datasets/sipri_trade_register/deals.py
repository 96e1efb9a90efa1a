"""Rows of a trade register, invented for the tests."""

from collections.abc import Mapping

from loaders.datasets.record import Record
from loaders.datasets.row import Row
from loaders.datasets.sipri_trade_register.records import iter_records
from loaders.datasets.who import Who
from ontology.bundle import Reject
from ontology.claim import Value

PLAIN = {
    "Recipient": "Azerbaijan",
    "Supplier": "Israel",
    "Year of order": "2014",
    "Year of order ?": "",
    "Number ordered": "50",
    "Number ordered ?": "",
    "Weapon designation": "Harop",
    "Weapon description": "loitering munition",
    "Number delivered": "50",
    "Number delivered ?": "",
    "Year(s) of delivery": "2015; 2016",
    "status": "New",
    "Comments": "",
    "SIPRI TIV per unit": "0.5",
    "SIPRI TIV for total order": "25",
    "SIPRI TIV of delivered weapons": "25",
}


def deal(changed: Mapping[str, str] = {}, line: int = 1) -> Row:
    return Row(f"register.csv:{line}", {**PLAIN, **changed})


def read(*rows: Row) -> list[Record | Reject]:
    return [*iter_records(rows, Who("id:sipri-trade-register#1-0", "sipri-trade-register"))]


def record(changed: Mapping[str, str] = {}) -> Record:
    (one,) = read(deal(changed))
    assert isinstance(one, Record)
    return one


def told(changed: Mapping[str, str] = {}) -> Mapping[str, Value]:
    """The qualifiers of the one position of a deal."""
    (position,) = record(changed).positions
    return position.qualifiers


def known(one: Record) -> Mapping[str, tuple[str | None, str, str]]:
    """Who stands in which role or qualifier: known id, class, name."""
    (position,) = one.positions
    entities = {entity.id: entity for entity in one.entities}
    named = {**position.roles, **{name: position.qualifiers[name] for name in ("item", "category")}}
    return {
        name: (entities[str(id_)].known, entities[str(id_)].type, entities[str(id_)].name)
        for name, id_ in named.items()
    }
