import pytest

from loaders.extract.attribution.contents import find_contents
from loaders.extract.model import read
from loaders.extract.passage import make_passage
from tests.loaders.extract.texts import document


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
