"""Articles become bundles, one at a time: read, made a document, and given to the extractor."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from loaders.articles import Article, Metadata, Rejected, Skipped, iter_articles, make_document
from loaders.articles.article import NOTHING_SAID, keep_article
from ontology.bundle import Bundle, make_bundle
from ontology.document import Document
from ontology.entity import Entity

Extract = Callable[[Document, tuple[Entity, ...]], Bundle]
"""What reads the claims of a document, given the entities that the document names itself."""

MINED = "en"


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article's bundle. `note` tells what a reader of the report should know of it: a text that was not mined."""

    article: Article
    bundle: Bundle
    note: str | None = None


def iter_bundles(
    paths: Iterable[str | os.PathLike[str]],
    metadata: Metadata = NOTHING_SAID,
    extract: Extract | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Loaded | Rejected | Skipped]:
    """The bundles of all articles, in order; whatever cannot be taken in is given in its place, with the reason.

    Without `extract`, the local extractor reads them. Raises WrongMetadata before anything is taken in.
    """
    found = iter_articles(paths, metadata, stdin)
    return (load(one, extract) if isinstance(one, Article) else one for one in found)


def load(article: Article, extract: Extract | None = None) -> Loaded | Rejected:
    """One article's bundle, or why there is none: an extractor that fails on one article spoils no other."""
    try:
        return _load(article, extract or _local_extractor())
    except Exception as exc:  # the outermost boundary: text is hostile, and a load of thousands must go on
        words = " ".join(f"{type(exc).__name__}: {exc}".split())[:300]
        reason = f"it could not be read, please report this: {words}"
        return Rejected(article.file, article.place, reason, keep_article(article))


def _load(article: Article, extract: Extract) -> Loaded:
    document, entities = make_document(article)
    if document.language != MINED:
        note = f'its language is "{document.language}": stored, but only English is mined for claims'
        return Loaded(article, make_bundle(document, entities, ()), note)
    return Loaded(article, extract(document, entities))


def _local_extractor() -> Extract:
    from loaders.extract import read_bundle  # its models take a while to load, and may not be needed

    return read_bundle
