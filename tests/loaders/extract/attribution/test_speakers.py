import pytest

from tests.loaders.extract.texts import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A retired general in Lima said that the bridge would fall. “It is too old,” he said.\n\n"
            "President Alan Ruiz was in Quito.",
            "retired general in Lima",
        ),
        (
            "President Alan Ruiz signed it. A historian in Quito said that it was late. “It is a gesture,” she said.",
            "historian in Quito",
        ),
        (
            "President Alan Ruiz won. An analyst in Oslo said that it was close. “It was rare,” he said.",
            "analyst",
        ),
    ],
)
def test_he_may_be_one_without_a_name(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The Kremlin denied the report. Spokesmen noted that the fleet had left.",
        "The Kremlin denied that it was late. A spokesman said that the fleet had left.",
        "The Kremlin said that it was late. Its spokesman added that the fleet had left.",
    ],
)
def test_nameless_spokesmen_speak_for_the_body_that_spoke_last(text: str) -> None:
    assert {who for who, _, _ in said(text)} == {"Kremlin"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Reuters alleged that shells were sold to Chad. The report claimed that the trade went on for years.",
            "Reuters",
        ),
        (
            "The Guardian said that ships were sold. The newspaper, quoting Kenyan sources, said that crews left.",
            "Guardian",
        ),
        ("Peru has been warning its miners about storms, according to a senior judge in Lima.", "senior judge"),
        (
            "It is shut, according to a senior judge in Lima, and Kenyan crews left. “We wait,” this person said.",
            "senior judge in Lima",
        ),
    ],
)
def test_who_is_called_by_a_noun_is_whoever_spoke_last(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker
