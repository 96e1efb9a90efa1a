"""Neo4j Browser, the real one: the style applies, each saved query finds what it promises, a plain query reads well."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.browser.files import DRAWER, iter_queries
from tests.conftest import empty
from tools.browser import BrowserPage, opened
from tools.screenshots import RUMOUR, furnish, load

pytestmark = [pytest.mark.browser, pytest.mark.neo4j, pytest.mark.slow]

NODES = {
    "Who arms whom": {"Iran", "Russia", "Azerbaijan", "Iran sells arms to Russia"},
    "Who arms both sides of a clash": {"Armenia", "Azerbaijan", "Russia"},
    "What is contested, and by whom": {"Russia controls Bakhmut", "Ukraine denies", "Russia asserts"},
    "Allies that arm opponents": {"Armenia", "Azerbaijan", "Russia"},
    "Shortest paths between two actors": {"France", "Iran"},
    "What one document says": {"Turkey sells arms to Ukraine", "Coastal Daily"},
}
SENTENCES = {
    "Positions on one proposition, with their sentences": "Iran has again denied that it supplied Russia with",
    "A recipient's suppliers over the years": "S-400",
    "One claimant's claims in order": "NEGATES: Iran sells arms to Russia",
    "Rumours": RUMOUR.strip(),
}


@pytest.fixture(scope="module")
def browser(neo4j_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserPage]:
    folder = tmp_path_factory.mktemp("browser")
    (folder / "rumour.txt").write_text(RUMOUR, encoding="utf-8")
    empty(neo4j_url)
    load(neo4j_url, folder / "rumour.txt")
    with opened(neo4j_url) as page:
        yield page


def test_a_plain_query_reads_well_without_a_style(browser: BrowserPage) -> None:
    browser.ask("MATCH (a)-[r]->(b) RETURN a,r,b LIMIT 100")

    captions = browser.captions()
    assert captions
    assert not [
        caption for caption in captions if not caption or caption.startswith(("_", "doc:", "claim:", "prop:", "url:"))
    ]


def test_every_saved_query_finds_what_it_promises(browser: BrowserPage, tmp_path: Path) -> None:
    furnish(browser, tmp_path)
    asked = {query.name for query in iter_queries()}

    assert asked == NODES.keys() | SENTENCES.keys()
    assert set(browser.saved_queries(DRAWER)) == asked
    for name, promised in NODES.items():
        browser.run_saved(DRAWER, name)
        assert promised <= set(browser.captions()), name
    for name, sentence in SENTENCES.items():
        browser.run_saved(DRAWER, name)
        assert any(sentence in cell for cell in browser.cells()), name
    browser.run_saved(DRAWER, "What is contested, and by whom")
    drawn = dict(zip(browser.captions(), browser.colours(), strict=True))
    assert drawn["Russia controls Bakhmut"] == "#c62828"
