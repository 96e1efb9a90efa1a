import pytest

from tests.loaders.extract.texts import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The port is open, said Helga Brandt.", "Helga Brandt"),
        ("According to Helga Brandt, the port is open.", "Helga Brandt"),
        ("Helga Brandt told the BBC that the port is open.", "Helga Brandt"),
        ("Tomas Varga, the coalition's spokesman, said that the port is open.", "Tomas Varga"),
        ("Norwegian Foreign Ministry spokeswoman Helga Brandt said that the port is open.", "Helga Brandt"),
        ("The minister, quoting Kenyan sources, met Helga Brandt, who said that the port is open.", "Helga Brandt"),
        ("Helga Brandt met Tomas Varga in Oslo on Monday, saying that the port is open.", "Helga Brandt"),
        ("The port is open, Helga Brandt told reporters in Oslo.", "Helga Brandt"),
    ],
)
def test_the_speaker_is_the_subject_of_the_cue(text: str, speaker: str) -> None:
    assert [who for who, _, content in said(text) if "port is open" in content] == [speaker]


def test_nobody_says_what_is_said_of_him() -> None:
    assert not any(who == "Helga Brandt" for who, _, _ in said("Helga Brandt was considered the founder of the party."))


def test_every_quotation_has_the_cue_of_its_own_sentence() -> None:
    text = '"The port is open," Helga Brandt said.\n\n"The ships are late," Tomas Varga added.'
    assert [(who, content.rstrip(",")) for who, _, content in said(text)] == [
        ("Helga Brandt", "The port is open"),
        ("Tomas Varga", "The ships are late"),
    ]
