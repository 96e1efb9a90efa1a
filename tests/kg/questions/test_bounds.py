import pytest

from kg.answers import Position, Proposition, Status
from kg.questions.bounds import in_words, told
from ontology.claim import Modality, Polarity, Value


def position(kind: str, **qualifiers: Value) -> Position:
    return Position(Proposition("prop:1", kind, {}, Status.OPEN), Polarity.AFFIRMS, Modality.ASSERTED, qualifiers)


def test_both_bounds_of_a_toll_are_told_and_an_open_one_is_null() -> None:
    assert told(position("Casualties", low=1000)) == {"low": 1000, "high": None}
    assert told(position("Casualties", high=5, of_whom="civilians")) == {"low": None, "high": 5, "of_whom": "civilians"}
    assert list(told(position("Casualties", high=5, low=5))) == ["low", "high"]


def test_of_other_kinds_only_what_is_known_is_told() -> None:
    assert told(position("ArmsSale", item="drones", number=None)) == {"item": "drones"}


@pytest.mark.parametrize(
    ("qualifiers", "words"),
    [
        ({"low": 1000, "high": None}, ["at least 1000"]),
        ({"low": None, "high": 500}, ["at most 500"]),
        ({"low": 5000, "high": 5000}, ["5000"]),
        ({"low": 200, "high": 300, "of_whom": "civilians"}, ["200 to 300", "of_whom civilians"]),
        ({"low": 0, "high": 0}, ["0"]),
        ({"low": None, "high": None}, []),
    ],
)
def test_a_toll_is_said_in_words(qualifiers: dict[str, Value], words: list[str]) -> None:
    assert list(in_words("Casualties", qualifiers)) == words


def test_ids_beside_names_are_not_said() -> None:
    assert list(in_words("ArmsSale", {"item": "drones", "item_id": "weapon:drone"})) == ["item drones"]


def test_what_the_source_doubts_bears_a_question_mark() -> None:
    told: dict[str, Value] = {"number": 50, "item": "Harop", "ordered": "2014", "uncertain": ("ordered", "number")}
    assert list(in_words("ArmsSale", told)) == ["item Harop", "number 50?", "ordered 2014?"]
