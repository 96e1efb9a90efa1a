"""Articles read and reported, without a store."""

from collections.abc import Iterable, Iterator

from loaders.articles import Article, Metadata, Rejected, iter_articles, make_document
from loaders.extract import Report, extract, to_report
from ontology.identity import document_id


def iter_reports(paths: Iterable[str], metadata: Metadata) -> Iterator[Report | Rejected]:
    """The report of every article, in order; in its place, why an article could not be read."""
    for found in iter_articles(paths, metadata):
        if isinstance(found, Article):
            yield _report(found)
        elif isinstance(found, Rejected):
            yield found


def _report(article: Article) -> Report | Rejected:
    try:
        document, entities = make_document(article)
        return to_report(extract(document, entities), article.id or article.url or document_id(document.key))
    except Exception as exc:  # text is hostile, and one article spoils no other
        return Rejected(article.file, article.place, f"it could not be read, please report this: {exc!r}")
