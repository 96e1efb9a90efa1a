import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract import extract, read_bundle
from ontology.bundle import check_bundle
from ontology.canonical import bundle_version
from tests.loaders.extract.texts import OUTLET, document

TEXT = "Kenya said that its troops had captured Kismayo. Somali officials denied the claim."


def test_the_same_article_gives_the_same_bundle() -> None:
    first, second = (read_bundle(document(TEXT), (OUTLET,)) for _ in range(2))
    assert bundle_version(first) == bundle_version(second)


def test_a_text_that_is_not_english_says_nothing() -> None:
    french = dataclasses.replace(document("Le Kenya a vendu des chars au Soudan, selon Paris."), language="fr")
    extraction = extract(french, (OUTLET,))
    assert (extraction.entities, extraction.mentions, extraction.claims) == ((OUTLET,), (), ())


@pytest.mark.parametrize("text", ["", " \n\n ", ".", "\ud800 Kenya said so.", "Kenya\x00said", "“", "said said said"])
def test_odd_texts_break_nothing(text: str) -> None:
    check_bundle(read_bundle(document(text), (OUTLET,)))


PHRASES = (
    'Kenya|Kenyan|officials|said|denied|the claim|“|”|"|that|its|troops|sold|tanks|to|Sudan|President|Ana Torres'
    "|.|,|\n\n|both sides|rumours|according to|300 people|were killed|he|they|not"
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PHRASES.split("|")), max_size=40))
def test_whatever_is_written_ends_in_a_bundle_that_holds(words: list[str]) -> None:
    bundle = read_bundle(document(" ".join(words)), (OUTLET,))
    check_bundle(bundle)
    assert bundle.rejects == ()
