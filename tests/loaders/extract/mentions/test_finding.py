import pytest

from ontology.extraction import MentionForm
from tests.loaders.extract.texts import meant, name_of, read_text


def types(text: str) -> dict[str, str]:
    return {entity.name: entity.type for entity in read_text(text).entities}


def test_a_surname_is_the_person_of_that_name() -> None:
    text = "Finnish President Sauli Virtanen met Helga Brandt. Virtanen thanked Brandt."
    assert meant(text, "Virtanen") == {"Sauli Virtanen"}
    assert meant(text, "Brandt") == {"Helga Brandt"}


def test_a_surname_of_two_persons_is_neither() -> None:
    text = "Minister Anna Brandt met Senator Helga Brandt. Brandt smiled."
    assert meant(text, "Brandt") == {"Brandt"}


def test_an_acronym_in_brackets_is_what_stands_before_it() -> None:
    text = "The Nordic Shipping Authority (NSA) closed the port. The NSA gave no reason."
    assert meant(text, "NSA") == {"Nordic Shipping Authority"}


def test_a_title_is_no_part_of_a_name() -> None:
    assert "Tomas Varga" in types("General Tomas Varga said the war was over.")


def test_a_ministry_with_its_state_is_a_body_of_its_own() -> None:
    found = types("The Kenyan defence ministry said that the army had left.")
    assert found["Kenyan defence ministry"] == "GovernmentBody"


def test_a_government_is_its_state() -> None:
    assert meant("The Kenyan government closed the border.", "Kenyan government") == {"Kenya"}


def test_a_government_called_by_its_head_is_not_its_head() -> None:
    found = types("The Odhiambo administration approved the sale. President Amina Odhiambo signed it in Nairobi.")
    assert found["Odhiambo administration"] == "Organization"
    assert found["Amina Odhiambo"] == "Person"


def test_local_forces_are_a_group_and_not_the_state() -> None:
    text = "Since 2001 local ethnic Albanian forces have held both bridges and the mine."
    assert meant(text, "local ethnic Albanian forces") == {"local ethnic Albanian forces"}
    assert not any(
        "Albania" in str(name_of(e, i)) and e.entities
        for e in [read_text(text)]
        for m in e.mentions
        for i in m.entities
        if m.form is MentionForm.ADJECTIVE
    )


def test_a_capital_is_its_state_where_it_speaks_and_a_place_where_it_lies() -> None:
    assert meant("Ankara said that the deal was off.", "Ankara") == {"Turkey"}
    assert types("The plane landed near Ankara at noon.")["Ankara"] == "Place"


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Peruvian President Ana Torres said that her country's troops have captured Arica.", "her country", "Peru"),
        ("Chadian President Idris Mahamat vowed that his country's forces would retake Faya.", "his country", "Chad"),
        ("Polish Prime Minister Jan Nowak said his country would send tanks.", "his country", "Poland"),
        ("Kenya announced that its troops had seized the port of Kismayo.", "its", "Kenya"),
        ("Hezbollah said on Friday its fighters had crossed the river.", "its", "Hezbollah"),
        ("Chad, which borders Niger, said that its armed forces were ready.", "its", "Chad"),
    ],
)
def test_his_country_is_the_state_that_he_speaks_for(text: str, words: str, state: str) -> None:
    assert meant(text, words) == {state}


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        (
            (
                "Rebels have seized the Chadian town of Faya, the country's president said on Monday. "
                "President Idris Mahamat spoke to reporters."
            ),
            "the country's president",
            "Idris Mahamat",
        ),
        (
            (
                "Bolivia has ordered helicopters, the country's defence minister said. Defence Minister "
                "Luis Arias signed in May."
            ),
            "the country's defence minister",
            "Luis Arias",
        ),
        (
            (
                'Ghana will leave the bloc, the country\'s president told parliament. "We have waited," '
                "President Nana Boateng said."
            ),
            "the country's president",
            "Nana Boateng",
        ),
    ],
)
def test_the_countrys_president_is_who_bears_the_title(text: str, words: str, person: str) -> None:
    assert meant(text, words) == {person}


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        (
            "Thailand and Cambodia have fought over the temple for weeks. China sells weapons to both sides.",
            "both sides",
            {"Thailand", "Cambodia"},
        ),
        (
            "Eritrea attacked Ethiopia in May, and Ethiopia struck back at Eritrea. Both countries agreed to a truce.",
            "Both countries",
            {"Eritrea", "Ethiopia"},
        ),
        (
            "India and Pakistan traded fire. Pakistan blamed India. The two sides later signed a ceasefire.",
            "The two sides",
            {"India", "Pakistan"},
        ),
    ],
)
def test_both_sides_are_the_two_that_the_text_tells_of(text: str, words: str, states: set[str | None]) -> None:
    assert meant(text, words) == states


def test_sides_that_cannot_be_told_are_nobody() -> None:
    text = "Kenya, Uganda, Rwanda and Burundi met. China sells weapons to both sides."
    assert meant(text, "both sides") == set()


def test_it_as_an_object_is_not_the_subject() -> None:
    assert meant("Egypt, which rents two ports from Sudan, has quietly been arming it.", "it") == {"Sudan"}


def test_whom_somebody_warns_is_it() -> None:
    assert meant("The United States warned Turkey that it would face sanctions.", "it") == {"Turkey"}


def test_known_entities_carry_their_id() -> None:
    known = {entity.name: entity.known for entity in read_text("Kenya joined NATO talks.").entities}
    assert known["Kenya"] == "Q114"
    assert known["NATO"] == "organization:nato" or str(known["NATO"]).startswith("Q")


def test_a_capital_that_is_somebodys_surname_is_he() -> None:
    text = "Police shot Tariq Amman in the street. Amman had told friends of his plan, and Amman wrote to them."
    assert meant(text, "Amman") == {"Tariq Amman"}


def test_a_spokesman_for_somebody_is_not_a_group() -> None:
    assert "Group" not in types("A spokesman for Helga Brandt said the visit was off.").values()


@pytest.mark.parametrize(
    ("text", "short", "whole"),
    [
        (
            "The Haddad Group sold rifles to Chad. Haddad denied on Monday that it had broken the law.",
            "Haddad",
            "Haddad Group",
        ),
        ("The Falcon Brigade attacked Mosul on Monday. Falcon has fought Iraq for years.", "Falcon", "Falcon Brigade"),
        ("Wagner said that it would leave. Bo Lee leads the Wagner Group.", "Wagner", "Wagner Group"),
    ],
)
def test_a_short_form_is_the_body_of_the_whole_name(text: str, short: str, whole: str) -> None:
    assert meant(text, short) == {whole}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Boeing BA.N said that it had sold ten jets.", "Boeing"),
        ("Varga Motors (VRG.O) said that it had closed a plant.", "Varga Motors"),
        ("“Helga Brandt” was the name on the letter, police said.", "Helga Brandt"),
    ],
)
def test_neither_tickers_nor_quotation_marks_belong_to_a_name(text: str, name: str) -> None:
    assert name in types(text)
    assert not any(other != name and name in other for other in types(text))


def test_two_persons_of_one_surname_stay_two() -> None:
    text = "John Okello and Mary Okello voted. John Okello said that he was tired. Mary Okello said that she was not."
    assert meant(text, "he") == {"John Okello"}
    assert meant(text, "she") == {"Mary Okello"}
