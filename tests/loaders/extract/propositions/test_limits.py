import pytest

from loaders.extract.model import KINDS
from loaders.extract.propositions.limits import get_cues, get_limits


def test_every_kind_that_the_reader_tells_has_its_limit_and_its_cues() -> None:
    kinds = set(KINDS) - {"Casualties"}
    assert set(get_limits().least) == kinds
    assert set(get_cues()) == kinds


@pytest.mark.parametrize(
    ("kind", "word", "fits"),
    [
        ("Sanction", "banned", True),
        ("Sanction", "bank", False),
        ("ArmsSale", "deliveries", True),
        ("Control", "capital", False),
    ],
)
def test_a_cue_is_known_by_how_it_begins(kind: str, word: str, fits: bool) -> None:
    assert bool(get_cues()[kind].fullmatch(word)) is fits
