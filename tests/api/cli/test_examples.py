"""The example in every command's help does what it says."""

import re
import shlex
from pathlib import Path

import pytest

from tests.api.conftest import Kg

ARTICLE = "Turkey delivered drones to Azerbaijan in 2020. Shusha is ours, Ilham Aliyev said.\n"
NEEDS_A_SERVER = {"serve", "copy"}


def example(kg: Kg, command: str) -> list[str]:
    """The words of the example, without `kg`."""
    found = re.search(r"Example:\n +kg (.+)\n", kg(command, "--help").stdout)
    assert found
    return shlex.split(found[1])


@pytest.mark.parametrize(
    "command",
    [
        "load",
        "arms",
        "claims",
        "entity",
        "document",
        "withdraw",
        "extract",
        "export",
        "rebuild",
        "backup",
        "restore",
        "verify",
        "purge",
    ],
)
def test_the_example_runs(kg: Kg, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    assert kg("load", "article.txt", "--url", "https://example.org/news/1").exit_code == 0
    if command == "restore":
        assert kg("backup", "claimgraph.jsonl.gz").exit_code == 0

    done = kg(*example(kg, command))

    assert done.exit_code == 0, done.output
    assert done.stderr == ""
    assert done.stdout or command == "export"


@pytest.mark.parametrize("command", sorted(NEEDS_A_SERVER))
def test_the_other_examples_are_commands_with_known_options(kg: Kg, command: str) -> None:
    assert kg(*example(kg, command), "--help").exit_code == 0
