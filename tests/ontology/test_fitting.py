from collections.abc import Mapping

import pytest

from ontology.claim import Position, Value
from ontology.errors import BundleError
from ontology.fitting import check_position

TYPES = {
    "a": "State",
    "b": "Organization",
    "c": "Place",
    "d": "Weapon",
    "e": "Person",
    "f": "Alliance",
    "g": "Actor",
    "h": "Event",
}


@pytest.mark.parametrize(
    "position",
    [
        Position("ArmsSale", {"supplier": "a", "recipient": "b"}),
        Position(
            "ArmsSale", {"supplier": "a", "recipient": "a"}, qualifiers={"item": "d", "number": 36, "value": None}
        ),
        Position("ArmsSale", {"supplier": "a", "recipient": "b"}, qualifiers={"delivered": "1957; 1958"}),
        Position("ArmsSale", {"supplier": "a", "recipient": "b"}, qualifiers={"uncertain": ("number", "ordered")}),
        Position("Control", {"controller": "b", "place": "c"}, qualifiers={"from": "2020-11"}),
        Position("Control", {"controller": "b", "place": "a"}),
        Position("Office", {"holder": "g", "of": "a"}, qualifiers={"title": "president"}),
        Position("AllianceTie", {"a": "a", "b": "f"}, qualifiers={"alliance": "f", "kind": "defense"}),
        Position("Casualties", {"harm": "killed"}, qualifiers={"low": 1000, "high": None}),
        Position("Casualties", {"harm": "killed", "event": "h"}),
    ],
)
def test_what_can_be_said_is_let_through(position: Position) -> None:
    check_position(position, TYPES)


@pytest.mark.parametrize(
    ("kind", "roles", "qualifiers", "reason"),
    [
        ("Romance", {}, {}, '"Romance" is no kind'),
        ("Control", {"controller": "a"}, {}, "Control: place is missing"),
        ("Control", {"controller": "a", "place": ""}, {}, "Control: place is missing"),
        ("Control", {"controller": "a", "place": "c", "owner": "b"}, {}, "owner is unknown; its roles are"),
        ("Control", {"controller": "a", "place": "z"}, {}, "place: 'z' is not among the entities"),
        ("Control", {"controller": "a", "place": "b"}, {}, "b is of the class Organization, where Place is wanted"),
        ("Control", {"controller": "c", "place": "c"}, {}, "c is of the class Place, where Actor is wanted"),
        ("Office", {"holder": "a", "of": "a"}, {}, "where Person is wanted"),
        ("Casualties", {"harm": "annoyed"}, {}, "'annoyed' is none of killed, wounded"),
        ("Support", {"supporter": "a", "supported": "b"}, {"mood": "good"}, "mood is unknown; its qualifiers are"),
        ("Support", {"supporter": "a", "supported": "b"}, {"kind": "moral"}, "'moral' is none of political"),
        ("Support", {"supporter": "a", "supported": "b"}, {"from": "lately"}, "'lately' is not a date"),
        ("Support", {"supporter": "a", "supported": "b"}, {"from": "2020; 2021"}, "'2020; 2021' is not a date"),
        ("Support", {"supporter": "a", "supported": "b"}, {"from": 2020}, "2020 is not a date"),
        ("Casualties", {"harm": "killed"}, {"low": "many"}, "'many' is not a whole number"),
        ("Casualties", {"harm": "killed"}, {"low": 2**63}, "is not a whole number of up to 64 bits"),
        ("Casualties", {"harm": "killed"}, {"low": 10**400}, "is not a whole number of up to 64 bits"),
        ("Casualties", {"harm": "killed"}, {"low": 1.5}, "1.5 is not a whole number"),
        ("Casualties", {"harm": "killed"}, {"low": True}, "True is not a whole number"),
        ("Casualties", {"harm": "killed"}, {"of_whom": 7}, "7 is not a text"),
        ("ArmsSale", {"supplier": "a", "recipient": "b"}, {"item": "jets"}, "'jets' is not among the entities"),
        ("ArmsSale", {"supplier": "a", "recipient": "b"}, {"item": "c"}, "where Weapon is wanted"),
        ("ArmsSale", {"supplier": "a", "recipient": "b"}, {"uncertain": "number"}, "'number' is not a tuple of words"),
    ],
)
def test_what_cannot_be_said_is_refused(
    kind: str, roles: Mapping[str, str], qualifiers: Mapping[str, Value], reason: str
) -> None:
    with pytest.raises(BundleError, match=reason):
        check_position(Position(kind, roles, qualifiers=qualifiers), TYPES)
