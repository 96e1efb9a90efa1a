import pytest

from loaders.extract.frames import find_hedge
from ontology.claim import Modality, Polarity
from tests.loaders.extract.frames.marked import marked


def hedge(text: str, word: str) -> tuple[Polarity | None, Modality | None]:
    line = marked(text).line()
    index = next(i for i, symbol in enumerate(line.symbols) if symbol.word == word)
    found = find_hedge(line, index)
    return found.polarity, found.modality


@pytest.mark.parametrize(
    "text",
    [
        "[Fiji] did not sell radars.",
        "[Fiji] has never sell radars.",
        "[Fiji] denied that it had agreed to sell radars.",
        "[Fiji] will send doctors instead of agreeing to sell radars.",
        "[Fiji] refused to sell radars.",
        "The plan to sell radars is not being considered.",
        "A vow to sell radars, which was in the news, is not being discussed.",
        "[Fiji] did sell radars to [neither side=Tonga].",
    ],
)
def test_words_negate(text: str) -> None:
    assert hedge(text, "sell")[0] is Polarity.NEGATES


@pytest.mark.parametrize(
    "text",
    [
        "[Fiji] was not the first to sell radars.",
        "[Fiji] does not only sell radars.",
        "[Fiji] did not vote, but it did sell radars.",
        "[Fiji] denied that it had the boats which sell radars.",
        "[Fiji] denied that it left after it began to sell radars.",
        "[Fiji] denied having seen [w radars] that sell well.",
    ],
)
def test_what_negates_elsewhere_does_not_count(text: str) -> None:
    assert hedge(text, "sell")[0] is None


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("[Fiji] plans to sell radars.", Modality.PLANNED),
        ("[Fiji] may sell radars.", Modality.PLANNED),
        ("[Fiji] reportedly did sell radars.", Modality.RUMOURED),
        ("If they sell radars, all is lost.", Modality.CONDITIONAL),
        ("[Fiji] did sell radars.", None),
    ],
)
def test_words_tell_how_firmly(text: str, modality: Modality | None) -> None:
    assert hedge(text, "sell")[1] is modality
