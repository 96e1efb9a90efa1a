import pytest

from tests.loaders.extract.texts import read_text, said, taken


def speakers(text: str) -> list[str | None]:
    return [claimant for claimant, _, _ in said(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            '"We will not negotiate," General Tomas Varga said, "until every prisoner is free."',
            "We will not negotiate, … until every prisoner is free.",
        ),
        (
            "“The bridge was destroyed,” said Lt. Mona Haddad, a spokeswoman for the army, “but the road is open.”",
            "The bridge was destroyed, … but the road is open.",
        ),
        (
            '"The shells came from Niger," Colonel Ibrahim Sow told reporters in Zinder, "and we have proof."',
            "The shells came from Niger, … and we have proof.",
        ),
    ],
)
def test_a_quotation_that_its_cue_splits_is_one_content(text: str, content: str) -> None:
    assert [c for _, _, c in said(text)] == [content]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Georgian Defence Minister Irakli Beridze said after the rebel leader's claim that \"the "
                'town remains in our hands."'
            ),
            "Irakli Beridze",
        ),
        (
            (
                "However, Serbian army spokesman Milan Kovac said on television after Kurti's statement "
                'that "our soldiers never left the base."'
            ),
            "Milan Kovac",
        ),
        (
            (
                "Following Moreno's announcement, the Peruvian foreign minister, Rosa Quispe, said that "
                '"no such treaty exists."'
            ),
            "Rosa Quispe",
        ),
    ],
)
def test_a_claim_told_in_passing_is_not_the_quotation_behind_it(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "On Monday, rumours surfaced that Chad and Niger are negotiating a truce.",
            "Chad and Niger are negotiating a truce",
        ),
        (
            "There are unconfirmed reports of Malian soldiers fleeing the garrison.",
            "Malian soldiers fleeing the garrison",
        ),
        ("Belarus has reportedly sold forty tanks to Sudan.", "sold forty tanks to Sudan"),
        ("Uganda is believed to have sent two hundred soldiers to Goma.", "to have sent two hundred soldiers to Goma"),
    ],
)
def test_a_rumour_has_no_claimant(text: str, content: str) -> None:
    assert (None, "asserts", content) in said(text)


def test_a_rumoured_truce_is_rumoured() -> None:
    text = "On Monday, rumours surfaced that Chad and Niger are negotiating a truce."
    assert {modality for _, kind, _, modality in taken(text) if kind == "Agreement"} == {"rumoured"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Finnish President Sauli Virtanen met reporters in Turku. He said the deal was signed. He "
            "added that the first jets would arrive in May."
        ),
        'Sauli Virtanen denied the report. "Nothing was delivered," he said. "Our stores are empty."',
        'Senator Sauli Virtanen spoke for an hour. "The war is over," he told the crowd.',
    ],
)
def test_he_is_whoever_was_spoken_of_last(text: str) -> None:
    assert set(speakers(text)) == {"Sauli Virtanen"}


def test_the_body_of_a_nameless_spokesman_speaks() -> None:
    text = "A Kenya Airways spokesman said the plane had been hit by a missile. The crew is safe, the spokesman said."
    assert speakers(text) == ["Kenya Airways", "Kenya Airways"]


def test_who_is_addressed_does_not_speak() -> None:
    text = (
        "The United States warned Turkey that it would face sanctions. Three officials told CNN that the "
        "jets were late."
    )
    assert speakers(text) == ["United States", "Three officials"]


def test_two_who_speak_together_make_two_claims_of_one_content() -> None:
    text = "Kenya and Uganda said that the border was closed."
    assert said(text) == [("Kenya", "asserts", "the border was closed"), ("Uganda", "asserts", "the border was closed")]


def test_a_charge_by_nobody_is_not_the_charge_of_whom_it_meets() -> None:
    assert speakers("Russia has been accused of using banned weapons.") == [None]


def test_a_question_claims_nothing() -> None:
    assert said("Minister Helga Brandt was asked how many jets had been lost.") == []


def test_the_groups_of_one_paper_are_its_own() -> None:
    extraction = read_text("Analysts say that the truce will not hold.")
    assert [e.private for e in extraction.entities if e.type == "Group"] == [True]


def test_we_inside_of_a_quotation_is_its_speaker() -> None:
    assert set(speakers('"We believe that the pilots are alive," General Tomas Varga said.')) == {"Tomas Varga"}
