"""Neo4j Browser in a headless Chromium, used as a person would: drop a style, run a saved query, look at the answer.

`python -m tools.browser` takes the screenshots of the guide. The page reaches nothing but this machine.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from shutil import which

import neo4j
from playwright.sync_api import Locator, Page, ViewportSize, sync_playwright

from api.browser.files import iter_queries

_FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
_OUTSIDE = re.compile(r"^https?://(?!(127\.0\.0\.1|localhost)[:/])")
_DROPPED = """([name, data]) => { const transfer = new DataTransfer()
  transfer.items.add(new File([Uint8Array.from(atob(data), c => c.charCodeAt(0))], name)); return transfer }"""
_QUERY = re.compile(r'(<pre [^>]*data-query="([a-z-]+)">)(.*?)(</pre>)', re.DOTALL)
_SETTLED_MS = 3000  # nodes move for so long
_SIZE: ViewportSize = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class BrowserPage:
    """An open page of Neo4j Browser that is connected to its server."""

    page: Page

    @property
    def frames(self) -> Locator:
        """The answers, the newest first."""
        return self.page.get_by_test_id("frame")

    @property
    def frame(self) -> Locator:
        """The newest answer."""
        return self.frames.first

    def drop_style(self, file: Path) -> None:
        """Drop a style on the page."""
        self._drop(file)
        self.frames.filter(has_text="node.State").first.wait_for()

    def drop_queries(self, file: Path) -> None:
        """Drop a zip of saved queries on the page."""
        self._drop(file)
        self.page.wait_for_timeout(1500)  # nothing on the page tells that they were taken in

    def _drop(self, file: Path) -> None:
        given = [file.name, b64encode(file.read_bytes()).decode()]
        transfer = self.page.evaluate_handle(_DROPPED, given)
        for event in ("dragenter", "dragover", "drop"):
            self.page.dispatch_event(".filedrop", event, {"dataTransfer": transfer})

    def saved_queries(self, folder: str) -> Sequence[str]:
        """The names of the saved queries of a folder."""
        with self._favourites(folder) as saved:
            return saved.all_inner_texts()

    def run_saved(self, folder: str, name: str) -> None:
        """Run a saved query by its name and wait for its answer."""
        before = self.frames.count()
        with self._favourites(folder) as saved:
            one = saved.filter(has=self.page.get_by_text(name, exact=True))
            one.hover()
            one.get_by_test_id("savedScriptsButton-Run").click()
        self._await_answer(before)

    @contextmanager
    def _favourites(self, folder: str) -> Iterator[Locator]:
        drawer = self.page.get_by_test_id("navigationFavorites")
        drawer.click()
        saved = self.page.get_by_test_id("savedScriptListItem")
        opener = self.page.get_by_test_id(f"expandFolder-{folder}")
        opener.wait_for()
        if not saved.count():
            opener.click()
        saved.first.wait_for()
        yield saved
        drawer.click()

    def ask(self, query: str) -> None:
        """Type a query, run it and wait for its answer."""
        before = self.frames.count()
        self.page.click("#monaco-main-editor")
        self.page.keyboard.insert_text(query)
        self.page.get_by_test_id("editor-Run").click()
        self._await_answer(before)

    def _await_answer(self, before: int) -> None:
        self.page.wait_for_function(
            "count => document.querySelectorAll('[data-testid=frame]').length > count", arg=before
        )
        self.frame.locator("g.node, [role=cell], [data-testid=frameStatusbar]").first.wait_for()

    def captions(self, *, kind: str = "node") -> Sequence[str]:
        """What stands on the nodes (or on each `relationship`) of the newest answer; lines of one caption joined."""
        self.frame.locator(f"g.{kind}").first.wait_for()
        drawn = self.frame.locator(f"g.{kind}").all()
        return [" ".join(" ".join(one.locator("text").all_text_contents()).split()) for one in drawn]

    def colours(self) -> Sequence[str]:
        """The colours of the nodes of the newest answer."""
        found = self.frame.locator("g.node circle.b-outline").all()
        return [str(circle.get_attribute("fill")) for circle in found]

    def cells(self) -> Sequence[str]:
        """What stands in the table of the newest answer."""
        self.frame.locator("[role=cell]").first.wait_for()
        return self.frame.locator("[role=cell]").all_inner_texts()

    def save(self, file: Path) -> None:
        """A picture of the newest answer, once its nodes have come to rest."""
        self.page.wait_for_timeout(_SETTLED_MS)
        self.frame.screenshot(path=file)


@contextmanager
def opened(url: str) -> Iterator[BrowserPage]:
    """Neo4j Browser on the server of a Bolt address that asks for no password."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=which("chromium"), args=[*_FLAGS.split(), "--no-first-run"]
        )
        page = chromium.new_page(viewport=_SIZE)
        page.route(_OUTSIDE, lambda route: route.abort())
        page.goto(f"{browser_address(url)}?preselectAuthMethod=NO_AUTH")
        page.get_by_role("heading", name="Connected to Neo4j").wait_for()
        yield BrowserPage(page)
        chromium.close()


def browser_address(url: str) -> str:
    """Where the server of a Bolt address shows Neo4j Browser."""
    with neo4j.GraphDatabase.driver(url) as driver:
        found = driver.execute_query("SHOW SETTINGS YIELD name, value WHERE name = 'server.http.advertised_address'")
    return f"http://{found.records[0]['value']}/browser/"


def with_queries(guide: str) -> str:
    """The guide with each saved query as its file has it now."""
    texts = {query.key: escape(query.text.rstrip(), quote=False) for query in iter_queries()}
    return _QUERY.sub(lambda slot: f"{slot[1]}{texts[slot[2]]}{slot[4]}", guide)
