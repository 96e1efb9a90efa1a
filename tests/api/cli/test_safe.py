import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from api.cli.app import app
from api.cli.safe import harmless, harmless_cell, harmless_json

STEERS = set(
    map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)


@given(st.text(st.characters(codec=None)))
def test_no_character_that_steers_a_terminal_is_left(text: str) -> None:
    assert not STEERS & set(harmless(text))
    harmless(text).encode()


@given(st.text(st.characters(codec=None)))
def test_json_stays_the_same_value(text: str) -> None:
    safe = harmless_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(safe) == text
    assert not STEERS & set(safe)


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    assert not harmless_cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_plain_words_are_left_alone() -> None:
    words = "“Shusha is ours,” Erdoğan said — Шуши наш 舒沙 🚀"
    assert harmless(words) == words
    assert harmless_cell(words) == words


def test_hostile_articles_harm_no_terminal(hostile_url: str) -> None:
    for command in (["claims"], ["claims", "--json"], ["claims", "--format", "csv"], ["export", "--format", "jsonl"]):
        done = CliRunner().invoke(app, [*command, "--store", hostile_url])
        assert done.exit_code == 0
        assert not (STEERS - {"\n"}) & set(done.output)


def test_hostile_articles_harm_no_spreadsheet(hostile_url: str) -> None:
    done = CliRunner().invoke(app, ["claims", "--format", "csv", "--store", hostile_url])
    [row] = csv.DictReader(io.StringIO(done.stdout))
    assert row["content"].startswith("'=HYPERLINK")
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_a_hostile_name_in_an_error_is_harmless(kg: object, url: str) -> None:
    done = CliRunner().invoke(app, ["arms", "--supplier", "\x1b[31mred", "--store", url])
    assert "\x1b" not in done.output
    assert done.exit_code == 0
