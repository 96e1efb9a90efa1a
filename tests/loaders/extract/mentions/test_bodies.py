import pytest

from tests.loaders.extract.texts import meant, said


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        (
            "The defence ministry in Helsinki said that the ships are cheap.",
            "defence ministry",
            "Finnish defence ministry",
        ),
        ("Norway paid. Its foreign ministry said that it was cheap.", "foreign ministry", "Norwegian foreign ministry"),
        (
            "The Peruvian interior ministry closed the road. The interior ministry said that it was unsafe.",
            "interior ministry",
            "Peruvian interior ministry",
        ),
        (
            "Peru's Ministry of Defence was silent. On Friday the defense ministry said that it was sorry.",
            "defense ministry",
            "Peruvian Ministry of Defence",
        ),
    ],
)
def test_a_ministry_beside_its_state_is_the_states(text: str, words: str, body: str) -> None:
    assert meant(text, words) == {body}


def test_a_ministry_is_nobodys_where_two_states_have_one() -> None:
    text = "The Peruvian defence ministry met the Chilean defence ministry. The defence ministry said that it was late."
    assert meant(text, "defence ministry") == {"defence ministry"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Gulls Abroad, a charity in Oslo, sued. “The dam will fail,” the charity said.", "Gulls Abroad"),
        ("The Open Water League sued the port. “The lake is dying,” the group said.", "Open Water League"),
        ("Varga Motors closed a plant. The company said that nobody would lose work.", "Varga Motors"),
    ],
)
def test_the_group_is_the_body_that_was_named(text: str, speaker: str) -> None:
    assert [who for who, _, _ in said(text)] == [speaker]
