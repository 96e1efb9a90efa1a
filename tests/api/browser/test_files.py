import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from api.browser.files import FOLDER, GUIDE, QUERIES, STYLE, SavedQuery, get_files, iter_queries, make_zip, write_files
from kg.stores.neo4j import vocabulary
from tools.browser import with_queries

LABELS = {*vocabulary.ENTITY_LABELS, "Proposition", "Claim", "Document", vocabulary.CONTESTED}
RELATIONSHIPS = {*vocabulary.SHORTCUTS.values(), *vocabulary.ROLES, "AFFIRMS", "NEGATES", "MENTIONS", "MAKES"}


def test_ten_questions_are_saved_under_their_first_lines() -> None:
    assert {query.key: query.name for query in iter_queries()} == {
        "allies-that-arm-opponents": "Allies that arm opponents",
        "one-claimants-claims": "One claimant's claims in order",
        "positions-on-one-proposition": "Positions on one proposition, with their sentences",
        "rumours": "Rumours",
        "shortest-paths": "Shortest paths between two actors",
        "suppliers-over-the-years": "A recipient's suppliers over the years",
        "what-is-contested": "What is contested, and by whom",
        "what-one-document-says": "What one document says",
        "who-arms-both-sides": "Who arms both sides of a clash",
        "who-arms-whom": "Who arms whom",
    }


def test_the_zip_holds_them_in_one_folder_and_is_always_the_same() -> None:
    with ZipFile(BytesIO(make_zip())) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert texts == {f"claimgraph/{query.key}.cypher": query.text for query in iter_queries()}
    assert make_zip() == make_zip()


@pytest.mark.parametrize("query", [*iter_queries()], ids=lambda query: query.key)
def test_a_query_only_reads_and_fits_the_editor(query: SavedQuery) -> None:
    assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|LOAD)\b", query.text)
    assert all(len(line) <= 130 for line in query.text.splitlines())
    assert query.text.startswith("// ")


def test_the_style_names_what_the_graph_has_and_nothing_that_browser_trips_over() -> None:
    style = (FOLDER / STYLE).read_text(encoding="utf-8")
    assert set(re.findall(r"node\.(\w+)", style)) <= LABELS
    assert set(re.findall(r"relationship\.(\w+)", style)) <= RELATIONSHIPS
    assert set(vocabulary.SHORTCUTS.values()) <= set(re.findall(r"relationship\.(\w+)", style))
    bare = re.sub(r"'[^']*'", "", style)
    assert bare.count("{") == bare.count("}")
    assert "/*" not in style
    assert "//" not in style
    assert not any(set(caption) & {":", ";"} for caption in re.findall(r"'([^']*)'", style))


def test_the_guide_holds_the_queries_as_they_are() -> None:
    guide = (FOLDER / GUIDE).read_text(encoding="utf-8")
    assert with_queries(guide) == guide, "python -m tools.browser renews it"
    assert set(re.findall(r'data-query="([^"]+)"', guide)) == {query.key for query in iter_queries()}


def test_all_files_are_written_where_asked(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    write_files(folder)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == get_files()
    assert set(get_files()) == {STYLE, QUERIES, GUIDE}
