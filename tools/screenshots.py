"""Pictures of the saved queries in Neo4j Browser: `python -m tools.screenshots` writes them beside the style."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from api.browser.files import DRAWER, FOLDER, QUERIES, STYLE, iter_queries, write_files
from tools.browser import BrowserPage, opened
from tools.neo4j import held_server

ROOT = Path(__file__).parents[1]
LOADED = ("samples", *(f"samples/datasets/{name}.csv" for name in ("trade-register", "alliances", "wars")))
"""What the pictures show: the sample articles, and small files in the form of three registers."""


def load(url: str, *further: Path) -> None:
    """Load what the pictures show into an empty store, as a user would."""
    for path in (*LOADED, *further):
        command = [sys.executable, "-c", "from api.cli import main; main()", "load", str(path), "--store", url]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def furnish(browser: BrowserPage, folder: Path) -> None:
    """Give Browser the style and the saved queries; they are written into a folder."""
    write_files(folder)
    browser.drop_style(folder / STYLE)
    browser.drop_queries(folder / QUERIES)


def take(browser: BrowserPage, folder: Path) -> Iterator[Path]:
    """A picture of what each saved query answers."""
    for query in iter_queries():
        browser.run_saved(DRAWER, query.name)
        browser.save(folder / f"{query.key}.png")
        yield folder / f"{query.key}.png"


def main() -> None:
    """Write the pictures anew."""
    with held_server() as url, tempfile.TemporaryDirectory() as name:
        rumour = Path(name, "rumour.txt")
        rumour.write_text(RUMOUR, encoding="utf-8")
        load(url, rumour)
        with opened(url) as browser:
            furnish(browser, Path(name))
            for picture in take(browser, FOLDER):
                print(picture.relative_to(ROOT) if picture.is_relative_to(ROOT) else picture.name)


RUMOUR = "Rumours say that Belarus sold tanks to Chad.\n"
"""The sample articles hold no rumour."""

if __name__ == "__main__":
    main()
