import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from ontology.bundle import Run, make_bundle
from ontology.canonical import to_json
from ontology.claim import Position
from ontology.jsonschema import make_json_schema
from ontology.schema import SCHEMA
from tests.ontology.said import DOCUMENT, ENTITIES, FIRST, FRANCE, HERALD, SALE, SINAI, claim

HELD = Position("Control", {"controller": FRANCE.id, "place": SINAI.id}, qualifiers={"from": "2020-11", "to": None})
KILLED = Position("Casualties", {"harm": "killed"}, qualifiers={"low": 1000})
BUNDLE = make_bundle(DOCUMENT, ENTITIES, [claim(FIRST, HERALD.id, SALE, HELD, KILLED)], run=Run("reader", "1"))
VALIDATOR = Draft202012Validator(make_json_schema())


def data() -> Any:
    return json.loads(to_json(BUNDLE))


def position(bundle: Any, kind: str) -> Any:
    return next(p for p in bundle["claims"][0]["positions"] if p["kind"] == kind)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(make_json_schema())


def test_it_has_every_kind() -> None:
    assert {*SCHEMA.kinds} <= {*make_json_schema()["$defs"]}


def test_what_is_written_is_valid() -> None:
    VALIDATOR.validate(data())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda bundle: bundle.pop("document"),
        lambda bundle: bundle.update(colour="red"),
        lambda bundle: bundle["entities"][0].update(type="Wizard"),
        lambda bundle: bundle["claims"][0].update(stance="hums"),
        lambda bundle: position(bundle, "ArmsSale").update(kind="Romance"),
        lambda bundle: position(bundle, "ArmsSale").update(polarity="perhaps"),
        lambda bundle: position(bundle, "ArmsSale")["roles"].pop("supplier"),
        lambda bundle: position(bundle, "ArmsSale")["roles"].update(buyer="x"),
        lambda bundle: position(bundle, "ArmsSale")["qualifiers"].update(stage="dreamt"),
        lambda bundle: position(bundle, "ArmsSale")["qualifiers"].update(number="36"),
        lambda bundle: position(bundle, "Control")["qualifiers"].update({"from": "lately"}),
        lambda bundle: position(bundle, "Casualties")["roles"].update(harm="annoyed"),
    ],
)
def test_what_is_wrong_is_refused(spoil: Callable[[Any], object]) -> None:
    wrong = data()
    spoil(wrong)
    with pytest.raises(ValidationError):
        VALIDATOR.validate(wrong)
