from pathlib import Path

from ontology.reference import make_reference
from ontology.schema import SCHEMA

PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"


def test_the_page_is_the_one_that_the_schema_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == make_reference(), "run: python -m ontology.reference > docs/ontology.md"


def test_the_page_shows_every_class_and_kind() -> None:
    page = make_reference()
    for name in (*(f"**{class_}**" for class_ in SCHEMA.classes), *(f"### {kind}\n" for kind in SCHEMA.kinds)):
        assert name in page
