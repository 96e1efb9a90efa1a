import pytest

from kg.answers import Position, Proposition, Status
from kg.questions.items import make_weapon
from ontology.claim import Modality, Polarity, Value
from ontology.register import get_register


def position(
    item: str | None,
    item_id: str | None = None,
    polarity: Polarity = Polarity.AFFIRMS,
    category: tuple[str, str] | None = None,
) -> Position:
    proposition = Proposition("prop:1", "ArmsSale", {}, Status.OPEN)
    qualifiers: dict[str, Value] = {"item": item, "item_id": item_id}
    if category:
        qualifiers |= {"category": category[0], "category_id": category[1]}
    return Position(proposition, polarity, Modality.ASSERTED, qualifiers)


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


def test_an_item_is_asked_for_by_the_category_that_its_source_puts_it_in() -> None:
    rotem = position("ROTEM", "weapon:rotem", category=("loitering munition", "weapon:loitering-munition"))
    assert make_weapon("drones").matches(rotem)
    assert make_weapon("UAV").matches(rotem)
    assert make_weapon("rotem").matches(rotem)
    assert not make_weapon("Harop").matches(rotem)
    assert not make_weapon("tanks").matches(rotem)


def test_a_denial_of_one_item_is_not_one_of_its_category() -> None:
    category = ("loitering munition", "weapon:loitering-munition")
    denied = position("Harop", "weapon:harop", Polarity.NEGATES, category)
    assert make_weapon("drones").matches(denied)
    assert not make_weapon("SkyStriker").matches(denied)
    assert make_weapon("SkyStriker").matches(position(None, None, Polarity.NEGATES, category))


def test_words_say_nothing_where_the_register_knows_both() -> None:
    assert not make_weapon("tank").matches(position("anti-tank missiles", "weapon:anti-tank-missile"))
    assert make_weapon("tank").matches(position("tank of a new make", "weapon:tank-of-a-new-make"))


def test_a_denial_without_an_item_speaks_of_every_one() -> None:
    assert make_weapon("drones").matches(position(None, polarity=Polarity.NEGATES))
    assert not make_weapon("drones").matches(position(None))
