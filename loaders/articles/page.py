"""A web page becomes an article: trafilatura finds its text, and the page's own metadata say what it is."""

import codecs
import re
from typing import TYPE_CHECKING

from loaders.articles.article import Article
from loaders.articles.decode import decode
from loaders.errors import UnreadableArticle
from ontology.dates import parse_date
from ontology.errors import DateError

if TYPE_CHECKING:
    from trafilatura.settings import Document as Page

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_HEAD = 4096
_DEEPEST = 2_000


def read_page(data: bytes) -> Article:
    """The article of an HTML page; its text is what trafilatura gives. Raises UnreadableArticle."""
    page = _find_article(_decode_page(data))
    text = page.text if page else None
    if page is None or text is None or not text.strip():
        raise UnreadableArticle("no article text was found in this page")
    return Article(
        text=text,
        title=page.title or None,
        url=page.url or None,
        publisher=page.sitename or None,
        published=_date_of(page.date),
    )


def _decode_page(data: bytes) -> str:
    """What is UTF-8 is so, whatever it calls itself: templates are copied, and other encodings seldom look like it."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared is None or _is_utf8(data) or b"\0" in data:
        return decode(data)
    name = declared.group(1).decode()
    try:
        return codecs.decode(data, name)
    except (LookupError, ValueError, TypeError) as exc:
        raise UnreadableArticle(f'it calls itself "{name}", but is not: save it as UTF-8') from exc


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _find_article(html: str) -> "Page | None":
    from trafilatura import bare_extraction  # 0.3 s that a load of text files does without
    from trafilatura.settings import Document as Page

    if html.count("<") > _DEEPEST and _depth(html) > _DEEPEST:
        raise UnreadableArticle(f"its tags are nested deeper than {_DEEPEST}: this is no article")
    try:
        page = bare_extraction(html, with_metadata=True, include_comments=False)
    except Exception as exc:  # whatever a parser of a stranger's markup may raise
        raise UnreadableArticle(f"the page cannot be read ({type(exc).__name__})") from exc
    return page if isinstance(page, Page) else None


def _depth(html: str) -> int:
    """How many more tags are opened than closed at most; an upper bound of how deep they nest."""
    deepest = depth = 0
    for tag in re.finditer(r"<(/?)[A-Za-z][^<>]{0,1000}>", html):
        depth += -1 if tag.group(1) else 1
        deepest = max(deepest, depth)
    return deepest


def _date_of(text: str | None) -> str | None:
    try:
        return parse_date(text) if text else None
    except DateError:
        return None
