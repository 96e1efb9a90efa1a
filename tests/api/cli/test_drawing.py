import os
import pty
import subprocess
import sys

import pytest

from api.cli.drawing import Branch, Line, Paper, branch
from tests.api.conftest import Kg


@pytest.fixture
def tree() -> Branch:
    root = Branch((Line("Russia → Armenia", "bold"), Line("Uncontested.", "green")))
    leaf = root.add(Line("The Herald: affirms"))
    leaf.add(Line("“Russia sells arms.”", "italic"), Line("The Herald, 2020", "dim"))
    root.add(Line("The Tribune: negates"))
    return root


def test_a_tree_has_its_lines_and_its_branches(tree: Branch) -> None:
    assert list(Paper().iter_lines(tree)) == [
        "Russia → Armenia",
        "Uncontested.",
        "├── The Herald: affirms",
        "│   └── “Russia sells arms.”",
        "│       The Herald, 2020",
        "└── The Tribune: negates",
    ]


def test_on_paper_of_some_width_lines_are_wrapped_below_themselves() -> None:
    root = branch("A pair")
    root.add(Line("one two three four five six seven")).add(Line("a" * 25))
    assert list(Paper(width=30).iter_lines(root)) == [
        "A pair",
        "└── one two three four five",
        "    six seven",
        "    └── " + "a" * 22,
        "        aaa",
    ]


def test_however_deep_words_keep_some_room() -> None:
    assert list(Paper(width=5).iter_lines(branch("one two three four five"))) == ["one two three four", "five"]


def test_in_colour_each_line_ends_its_own_style(tree: Branch) -> None:
    lines = list(Paper(coloured=True).iter_lines(tree))
    assert lines[:2] == ["\x1b[1mRussia → Armenia\x1b[0m", "\x1b[32mUncontested.\x1b[0m"]
    assert lines[3] == "│   └── \x1b[3m“Russia sells arms.”\x1b[0m"


def test_words_are_made_harmless() -> None:
    assert list(Paper(width=40, coloured=True).iter_lines(branch("\x1b[31mred\nand more"))) == ["␛[31mred and more"]


def test_positions_are_drawn_as_they_were_said_with_their_documents(kg: Kg) -> None:
    drawn = kg("arms", "--supplier", "Turkey").stdout
    assert drawn.index("“Turkey sent drones.”") < drawn.index("“Turkey sends no arms.”")
    assert "The Herald, 2020-11-08, “Title of url:https://herald.example/war”, doc:" in drawn
    assert "The Tribune, 2021-05, “Title of id:denial”, doc:" in drawn


def test_a_toll_is_drawn_in_words(kg: Kg) -> None:
    assert "The Herald: affirms [at least 100]" in kg("claims", "--kind", "Casualties").stdout


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_a_terminal_has_colour_unless_it_wants_none(url: str, no_colour: str, coloured: bool) -> None:
    master, terminal = pty.openpty()
    environment = {**os.environ, "NO_COLOR": no_colour, "TERM": "xterm", "KG_STORE": url, "COLUMNS": "80"}
    command = [sys.executable, "-c", "from api.cli import main; main()", "arms", "--supplier", "Turkey"]
    with subprocess.Popen(command, stdout=terminal, env=environment) as run:
        assert run.wait(60) == 0
    os.close(terminal)
    told = os.read(master, 65536).decode()
    os.close(master)
    assert "Turkey → Azerbaijan" in told
    assert ("\x1b[1m" in told) is coloured
