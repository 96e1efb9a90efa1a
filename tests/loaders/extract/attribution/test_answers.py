import pytest

from tests.loaders.extract.texts import taken


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Kenya said its troops had captured Kismayo. Somali officials denied the claim.", "Somali officials"),
        (
            (
                "Chadian President Idris Mahamat said that his country's forces had taken Faya. Libya "
                "swiftly rejected the report."
            ),
            "Libya",
        ),
        ("Niger said that Mali had sold weapons to Chad. Mali denied it.", "Mali"),
        ("Kenya said on Sunday that its forces had captured Lamu. Somalia denied this.", "Somalia"),
        ("Niger said that Mali had sold weapons to Chad. Mali denied that on Monday.", "Mali"),
        (
            "Kenya has captured the port of Lamu. The town was quiet on Monday. Somali officials rejected the report.",
            "Somali officials",
        ),
    ],
)
def test_who_denies_a_claim_negates_what_it_states(text: str, denier: str) -> None:
    positions = {(who, polarity) for who, kind, polarity, _ in taken(text) if kind in {"Control", "ArmsSale"}}
    assert (denier, "negates") in positions
    assert any(who != denier and polarity == "affirms" for who, polarity in positions)


def test_a_denial_with_its_own_words_answers_nothing() -> None:
    text = "Kenya said its troops had captured Kismayo. Somalia denied that its army had fled."
    assert not any(polarity == "negates" for who, _, polarity, _ in taken(text) if who == "Somalia")
