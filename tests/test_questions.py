"""Ten questions, in Cypher, to `kg` and over REST, answer alike; `python -m tools.questions` renews their page."""

import pytest

from api.browser.files import iter_queries
from tests.conftest import empty
from tools.questions import PAGE, ask_cypher, ask_kg, ask_rest, furnish, iter_sections, with_answers

pytestmark = pytest.mark.neo4j

TEXT = PAGE.read_text(encoding="utf-8")
SECTIONS = {section.key: section for section in iter_sections(TEXT)}


@pytest.fixture(scope="module")
def server(neo4j_url: str) -> str:
    empty(neo4j_url)
    return neo4j_url


@pytest.fixture(scope="module")
def store(server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    return furnish(TEXT, tmp_path_factory.mktemp("questions"), server)


def test_the_page_asks_every_saved_query() -> None:
    assert {section.key: section.query for section in SECTIONS.values()} == {q.key: q.text for q in iter_queries()}


@pytest.mark.parametrize("key", SECTIONS)
def test_three_ways_to_ask_name_the_same(key: str, store: str, server: str) -> None:
    section = SECTIONS[key]
    answer = ask_cypher(section, server)

    assert answer
    assert ask_kg(section, store) == answer
    assert ask_rest(section, store) == answer


def test_the_page_shows_what_they_answer(store: str, server: str) -> None:
    assert with_answers(TEXT, server) == TEXT, "the page is out of date: run `python -m tools.questions`"
