import webbrowser
from pathlib import Path

import pytest

from tests.api.conftest import Kg


@pytest.fixture(autouse=True)
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were opened."""
    pages: list[str] = []
    monkeypatch.setattr(webbrowser, "open", pages.append)
    return pages


def test_it_says_how_to_load_the_files_and_opens_nothing_without_a_person(kg: Kg, shown: list[str]) -> None:
    told = kg("browser", "--store", "neo4j://localhost:7687").stdout
    assert told.splitlines()[0] == "page     http://localhost:7474/browser/"
    assert "--to FOLDER" in told
    assert "--serve" in told
    assert shown == []


def test_it_writes_the_files_where_asked(kg: Kg, tmp_path: Path) -> None:
    told = kg("browser", "--to", str(tmp_path / "for-browser"), "--store", "neo4j://localhost:7687").stdout
    written = {file.name for file in (tmp_path / "for-browser").iterdir()}
    assert written == {"claimgraph.grass", "claimgraph-queries.zip", "guide.html"}
    assert f"drop {tmp_path}/for-browser/claimgraph.grass on the page" in told


def test_an_embedded_store_is_to_be_copied_first(kg: Kg) -> None:
    told = kg("browser", "--store", "sqlite:demo.db").stdout
    assert told.splitlines()[0] == "graph    sqlite:demo.db is no server: kg copy sqlite:demo.db neo4j://localhost:7687"


def test_a_folder_that_cannot_be_made_is_told(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    done = kg("browser", "--to", str(tmp_path / "file"))
    assert done.exit_code == 2
    assert "file" in done.stderr
