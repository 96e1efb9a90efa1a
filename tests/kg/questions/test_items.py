import pytest

from kg.answers import Position, Proposition, Status
from kg.questions.items import make_weapon
from ontology.claim import Modality, Polarity
from ontology.register import get_register


def position(item: str | None, item_id: str | None = None, polarity: Polarity = Polarity.AFFIRMS) -> Position:
    proposition = Proposition("prop:1", "ArmsSale", {}, Status.OPEN)
    return Position(proposition, polarity, Modality.ASSERTED, {"item": item, "item_id": item_id})


@pytest.mark.parametrize(
    ("asked", "item"),
    [
        ("drones", "attack drone"),
        ("drone", "drones"),
        ("torpedo", "heavy torpedoes"),
        ("F-16", "36 F-16s"),
        ("F‑16", "F-16"),
    ],
)
def test_words_match_in_either_number(asked: str, item: str) -> None:
    assert make_weapon(asked).matches(position(item))


@pytest.mark.parametrize(
    ("asked", "item"), [("dron", "drones"), ("arm", "armoured cars"), ("(", "drones"), ("s", "drones, ships")]
)
def test_parts_of_words_do_not_match(asked: str, item: str) -> None:
    assert not make_weapon(asked).matches(position(item))


def test_a_category_takes_in_all_below_it_and_nothing_above() -> None:
    narrow = next(known for known in get_register().iter_known("Weapon") if known.parent)
    broad = get_register().get(narrow.parent or "")
    assert broad is not None

    assert make_weapon(broad.name).matches(position("no such words", narrow.id))
    assert not make_weapon(narrow.name).matches(position("no such words", broad.id))
    assert make_weapon(narrow.name).matches(position("no such words", broad.id, Polarity.NEGATES))


def test_a_denial_without_an_item_speaks_of_every_one() -> None:
    assert make_weapon("drones").matches(position(None, polarity=Polarity.NEGATES))
    assert not make_weapon("drones").matches(position(None))
