import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.loaders.extract.frames.marked import marked


def symbols(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(s.letter, s.entities) for s in marked(text).line().symbols if s.letter]


@pytest.mark.parametrize(
    "text",
    ["[s Kenyan=Kenya] troops left.", "[Kenya]'s armed forces left.", "The [s Kenyan=Kenya] special forces left."],
)
def test_a_state_acts_by_its_forces(text: str) -> None:
    assert symbols(text) == [("S", ("kenya",))]


def test_an_adjective_alone_does_not_act() -> None:
    assert symbols("[s Kenyan=Kenya] cuisine is good.") == [("s", ("kenya",))]


@pytest.mark.parametrize(
    "text",
    [
        "[Kenya], [Fiji] and [Peru] left.",
        "[Kenya], [Fiji], and [Peru] left.",
        "[Kenya], [Fiji] and the [Peru] left.",
    ],
)
def test_names_in_a_row_are_one(text: str) -> None:
    assert symbols(text) == [("S", ("kenya", "fiji", "peru"))]


def test_joined_adjectives_share_their_forces() -> None:
    assert symbols("[s Kenyan=Kenya] and [Fiji]'s forces left.") == [("S", ("kenya", "fiji"))]


@pytest.mark.parametrize(
    "text",
    [
        "It sold S-400 missile systems.",
        "It sold self-guided weapons.",
        "It sold six patrol boats.",
        "It sold military equipment.",
    ],
)
def test_a_weapon_phrase_is_one_weapon(text: str) -> None:
    assert [letter for letter, _ in symbols(text)] == ["W"]


@pytest.mark.parametrize(
    "text", ["It sold new vehicles.", "It sold fighters' stories.", "The G-20 met.", "It sold wheat."]
)
def test_other_goods_are_no_weapons(text: str) -> None:
    assert symbols(text) == []


def test_brackets_are_left_out() -> None:
    assert marked("[o Acme Works] (ACME.L) left.").line().code == "@O0 left . "


@given(st.text(max_size=80))
def test_any_text_is_a_line_that_finds_its_symbols_again(text: str) -> None:
    sentence = marked(f"x {text.replace('[', '').replace(']', '')}")
    line = sentence.line()
    for number, symbol in enumerate(line.symbols):
        assert line.index_of(symbol.span) == number
