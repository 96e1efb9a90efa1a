"""Files, folders and streams become `Article`s (`read`), an `Article` becomes a `Document` in parts (`clean`).

Nothing here knows what an article claims; that is the extractor's.
"""

from loaders.articles.article import Article, Metadata, Rejected, Skipped
from loaders.articles.document import make_document
from loaders.articles.read import from_record
from loaders.articles.source import iter_articles

__all__ = ["Article", "Metadata", "Rejected", "Skipped", "from_record", "iter_articles", "make_document"]
