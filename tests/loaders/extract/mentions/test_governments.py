import pytest

from tests.loaders.extract.texts import meant


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        (
            "U.S. President Joe Biden left. The Biden administration said that it would pay.",
            "Biden administration",
            "United States",
        ),
        ("Kenyan President Ana Otieno won. The Otieno government fell.", "Otieno government", "Kenya"),
        (
            "Tomas Varga, the president of Chile, left. The Varga administration stayed.",
            "Varga administration",
            "Chile",
        ),
    ],
)
def test_a_government_that_is_called_by_its_head_is_the_state(text: str, words: str, state: str) -> None:
    assert meant(text, words) == {state}


def test_a_government_of_somebody_of_whom_nothing_is_told_is_a_body() -> None:
    assert meant("The Varga administration said that it would stay.", "Varga administration") == {
        "Varga administration"
    }
