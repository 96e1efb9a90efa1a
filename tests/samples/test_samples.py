"""The sample articles are whole, in their parts, and long enough to be read as news."""

from pathlib import Path

import pytest

from loaders.articles import Article, Skipped, iter_articles, make_document
from ontology.document import PartKind

SAMPLES = Path(__file__).parents[2] / "samples"
FOUND = list(iter_articles([SAMPLES]))
ARTICLES = [found for found in FOUND if isinstance(found, Article)]


def article(name: str) -> Article:
    return next(a for a in ARTICLES if a.id == name or Path(a.file).stem == name)


def test_the_folder_holds_articles_and_nothing_that_is_refused() -> None:
    assert len(ARTICLES) == 15
    skipped = [Path(s.file) for s in FOUND if isinstance(s, Skipped)]
    assert {path.name for path in skipped if path.parent.name != "datasets"} == {"README.md", "demo.sh"}
    assert len(ARTICLES) + len(skipped) == len(FOUND)


@pytest.mark.parametrize("sample", ARTICLES, ids=lambda a: a.id or Path(a.file).name)
def test_a_sample_has_its_publisher_date_title_and_language(sample: Article) -> None:
    document, entities = make_document(sample)

    assert not any(entity.private for entity in entities)
    assert document.published is not None
    assert len(document.published) == len("2020-11-08")
    assert document.title
    assert document.language == "en"
    assert 190 < len(sample.text.split()) < 500
    assert PartKind.DATELINE in {part.kind for part in document.parts}


def test_the_bare_text_is_read_from_its_first_lines_and_its_captions_are_kept_apart() -> None:
    document, entities = make_document(article("al-salam-2007"))

    assert document.title == "Saudi Arabia signs for 72 Eurofighters"
    assert (document.published, [entity.name for entity in entities]) == ("2007-09-17", ["MPA"])
    assert [part.kind.value for part in document.parts] == [
        "headline",
        "byline",
        "dateline",
        "body",
        *["caption", "credit"] * 2,
    ]


def test_the_page_says_what_it_is() -> None:
    page = article("aukus-2021")

    assert (page.publisher, page.published, page.url) == (
        "Coastal Daily",
        "2021-09-16",
        "https://example.org/coastal-daily/2021/09/16/aukus",
    )


def test_two_outlets_carry_one_story_of_one_agency_on_one_day() -> None:
    [one, other] = [make_document(article(name))[0] for name in ("sample-07", "sample-08")]

    assert one.publisher.split("@")[0] != other.publisher.split("@")[0]
    assert one.agency is not None
    assert other.agency is not None
    assert one.agency.split("@")[0] == other.agency.split("@")[0]
    assert one.published == other.published
