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


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Peru admitted for the first time on Friday that it lost a plane, but said that the pilot lives.",
            "it lost a plane",
        ),
        ("Peru admitted on Friday evening in Lima that it lost a plane, calling it a mishap.", "it lost a plane"),
        (
            "Peru acknowledged at a late session that it lost two planes, adding that more may follow.",
            "it lost two planes",
        ),
    ],
)
def test_a_content_is_said_by_the_cue_that_leads_to_it(text: str, content: str) -> None:
    assert ("Peru", "confirms", content) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The order includes tents and radios; diplomats said that trucks were part of it.",
        "Two bridges were closed; diplomats said that trucks were part of it.",
        "The road is open again; in Lima, diplomats said that trucks were part of it.",
    ],
)
def test_nobody_says_what_a_semicolon_parts_from_the_words_of_saying(text: str) -> None:
    assert [content for who, _, content in said(text)] == ["trucks were part of it"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Daniel Moi thanked the envoys, and promised that the road would be built.", "Daniel Moi"),
        ("Prime Minister Ana Costa met the bishops and said that the road would be built.", "Ana Costa"),
        ("Ana Costa praised the Kenyan miners and later announced that the road would be built.", "Ana Costa"),
        ("Chad is angry. Its envoy for Niger, Paul Dubois, wrote that the road would be built.", "Paul Dubois"),
        ("Kenya is angry. Its envoy to Chad, Paul Dubois, said that the road would be built.", "Paul Dubois"),
    ],
)
def test_who_is_only_met_or_only_owns_does_not_speak(text: str, speaker: str) -> None:
    assert [who for who, _, content in said(text) if "road would be built" in content] == [speaker]
