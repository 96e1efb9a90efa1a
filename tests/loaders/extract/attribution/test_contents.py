import pytest

from loaders.extract.attribution.contents import find_contents
from loaders.extract.model import read
from loaders.extract.passage import make_passage
from tests.loaders.extract.texts import document, said


def contents(text: str) -> list[str]:
    passage = make_passage(document(text))
    return [passage.quote(content.span) for content in find_contents(passage, read(passage))]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kenya said that the port is open.", "the port is open"),
        ("Kenya said, “The port is open.”", "The port is open."),
        ('"The port is open," Kenya said.', "The port is open,"),
        ("The port is open, Kenya said.", "The port is open"),
        ("Analysts say 300 people died. The governor put that number at 450.", "that number at 450"),
    ],
)
def test_a_content_is_what_is_said_and_nothing_around_it(text: str, content: str) -> None:
    assert content in contents(text)


def test_a_quotation_of_several_sentences_is_one_content() -> None:
    text = "Kenya said: “The port is open. The ships are on their way. Nobody was hurt.”"
    assert contents(text) == ["The port is open. The ships are on their way. Nobody was hurt."]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("NAIROBI — South Sudan signed a pact with Kenya, diplomats said.", "South Sudan signed a pact with Kenya"),
        ("South Korea has sold two ships to Peru, analysts said.", "South Korea has sold two ships to Peru"),
        ("Saudi Arabia has hired the crew, officials said.", "Saudi Arabia has hired the crew"),
    ],
)
def test_a_content_begins_with_a_whole_name(text: str, content: str) -> None:
    assert content in [said_ for _, _, said_ in said(text)]
