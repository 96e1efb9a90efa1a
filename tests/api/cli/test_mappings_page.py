"""The example of docs/mappings.md does what the page says."""

import re
from pathlib import Path

from tests.api.conftest import Kg

PAGE = Path(__file__).parents[3] / "docs" / "mappings.md"


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_the_example_is_previewed_as_the_page_says(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "deals.csv").write_text(block("csv"), encoding="utf-8")
    (tmp_path / "deals.yaml").write_text(block("yaml"), encoding="utf-8")
    command, *answer = block("console").splitlines()

    done = kg("mapping", "check", str(tmp_path / "deals.yaml"), str(tmp_path / "deals.csv"))

    assert command == "$ kg mapping check deals.yaml deals.csv"
    assert done.stdout.splitlines() == answer
