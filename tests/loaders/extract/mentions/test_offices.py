import pytest

from loaders.extract.mentions import find_mentions
from loaders.extract.model import read
from loaders.extract.passage import make_passage
from tests.loaders.extract.texts import document


def offices(text: str) -> set[tuple[str, str, str | None]]:
    """(person, title, state) as the text tells them."""
    passage = make_passage(document(text))
    mentions = find_mentions(passage, read(passage))
    names = {id_: entity.name for id_, entity in mentions.entities.items()}
    return {
        (names[person], title, names.get(mentions.states.get(person, ""))) for person, title in mentions.offices.items()
    }


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Kenyan President Amina Odhiambo left.", ("Amina Odhiambo", "president", "Kenya")),
        ("Amina Odhiambo, the Kenyan president, left.", ("Amina Odhiambo", "president", "Kenya")),
        ("Amina Odhiambo, foreign minister of Kenya, left.", ("Amina Odhiambo", "foreign minister", "Kenya")),
        ("President Amina Odhiambo left.", ("Amina Odhiambo", "president", None)),
    ],
)
def test_a_title_and_its_state(text: str, office: tuple[str, str, str | None]) -> None:
    assert offices(text) == {office}


def test_a_ministrys_spokesman_speaks_for_the_state() -> None:
    text = "Kenyan defence ministry spokesman Tom Otieno said so. Kenya was silent."
    assert ("Tom Otieno", "spokesman", "Kenya") in offices(text)


def test_who_has_no_title_has_no_office() -> None:
    assert offices("Amina Odhiambo left Kenya.") == set()
