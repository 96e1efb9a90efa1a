"""Articles become bundles, one at a time, and one that fails spoils no other."""

import json
from collections.abc import Sequence
from pathlib import Path

from loaders.articles import Article, Rejected
from loaders.load import Loaded, iter_bundles, load
from ontology.bundle import Bundle, make_bundle
from ontology.claim import Claim, Evidence
from ontology.document import Document
from ontology.entity import Entity


def say_all(document: Document, entities: Sequence[Entity]) -> Bundle:
    """The publisher says the whole text; a text that holds "crash" cannot be read."""
    text = document.text or ""
    if "crash" in text:
        raise RuntimeError("a model\nfell over")
    claim = Claim(document.publisher, text, evidence=(Evidence(text, 0, len(text)),))
    return make_bundle(document, entities, [claim])


def write(path: Path, *texts: str) -> Path:
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    return path


def test_every_article_has_its_bundle(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "A deal was signed.", "It was broken.")

    loaded = list(iter_bundles([path], extract=say_all))

    assert [one.bundle.claims[0].content for one in loaded if isinstance(one, Loaded)] == [
        "A deal was signed.",
        "It was broken.",
    ]


def test_an_extractor_that_fails_on_one_article_spoils_no_other(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "A crash.", "A deal was signed.")

    [failed, loaded] = iter_bundles([path], extract=say_all)

    assert failed == Rejected(
        str(path), "1", "it could not be read, please report this: RuntimeError: a model fell over"
    )
    assert isinstance(loaded, Loaded)


def test_a_text_that_is_not_english_is_stored_and_not_mined() -> None:
    french = Article("La France a livré des missiles à l’Égypte, a annoncé mardi le ministère de la Défense à Paris.")

    loaded = load(french, say_all)

    assert isinstance(loaded, Loaded)
    assert (loaded.bundle.claims, loaded.bundle.document.language) == ((), "fr")
    assert loaded.note == 'its language is "fr": stored, but only English is mined for claims'


def test_articles_are_read_one_at_a_time(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", *["A deal was signed."] * 3)
    stream = iter_bundles([path], extract=say_all)

    assert isinstance(next(stream), Loaded)
    path.unlink()
    assert len(list(stream)) == 2


def test_without_another_the_local_extractor_reads() -> None:
    loaded = load(
        Article("PARIS — France delivered 12 Rafale jets to Egypt, the ministry said.", publisher="Harbour Wire")
    )

    assert isinstance(loaded, Loaded)
    assert "ArmsSale" in {position.kind for claim in loaded.bundle.claims for position in claim.positions}
