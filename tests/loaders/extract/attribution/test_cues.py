import pytest

from loaders.extract.attribution.cues import Example, get_lexicon
from ontology.claim import Stance
from tests.loaders.extract.texts import said

LEXICON = get_lexicon()


@pytest.mark.parametrize("example", LEXICON.examples, ids=lambda example: example.text[:40])
def test_each_entry_does_what_its_examples_say(example: Example) -> None:
    assert (example.claimant, example.stance.value, example.content) in said(example.text)


def test_each_stance_has_an_example() -> None:
    assert {example.stance for example in LEXICON.examples} == set(Stance)


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("denied", Stance.DENIES),
        ("did not deny", Stance.CONFIRMS),
        ("has repeatedly accused", Stance.ACCUSES),
        ("is calling on", Stance.DEMANDS),
        ("called", Stance.ASSERTS),
        ("swore", Stance.VOWS),
        ("was quoted as saying", Stance.ASSERTS),
        ("mumbled", Stance.ASSERTS),
    ],
)
def test_the_longest_known_phrase_decides(cue: str, stance: Stance) -> None:
    assert LEXICON.stance_of(cue) is stance


def test_regular_verbs_are_inflected() -> None:
    assert {"deny", "denies", "denied", "denying", "pledges", "urging"} <= LEXICON.stances.keys()
