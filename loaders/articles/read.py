"""Bytes of a file, or a line of JSONL, become an article."""

import json
from collections.abc import Mapping
from dataclasses import replace

from loaders.articles.article import NOTHING_SAID, Article, Metadata
from loaders.articles.decode import check_text, decode, decode_utf8
from loaders.articles.limits import LONGEST_FIELD, LONGEST_TEXT
from loaders.articles.page import read_page
from loaders.errors import UnreadableArticle
from ontology.dates import parse_date
from ontology.errors import DateError

_JSON_NAMES = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}


def from_text(data: bytes, metadata: Metadata) -> Article:
    """The article of a plain text file. Raises UnreadableArticle."""
    return _checked(_with(Article(text=decode(data)), metadata))


def from_page(data: bytes, metadata: Metadata) -> Article:
    """The article of a web page; what the caller says goes before what the page says. Raises UnreadableArticle."""
    return _checked(_with(read_page(data), metadata))


def from_line(data: bytes, metadata: Metadata) -> Article:
    """The article of one line of JSONL. Raises UnreadableArticle."""
    try:
        record = json.loads(decode_utf8(data))
    except json.JSONDecodeError as exc:
        cut = (
            "; the line seems to be cut off"
            if exc.pos >= len(data.decode().rstrip()) or "Unterminated" in exc.msg
            else ""
        )
        raise UnreadableArticle(f"not JSON: {exc.msg.removesuffix(' at')} at character {exc.pos}{cut}") from exc
    except (ValueError, RecursionError) as exc:
        if isinstance(exc, UnreadableArticle):
            raise
        raise UnreadableArticle("not JSON that can be read: nested too deep, or a number of too many digits") from exc
    if not isinstance(record, dict):
        raise UnreadableArticle(f"a line of JSONL is one object, this one is {_name(record)}")
    return from_record(record, metadata)


def from_record(record: Mapping[str, object], metadata: Metadata = NOTHING_SAID) -> Article:
    """The article of an object with `text`, and with `title`, `url`, `publisher`, `published`, `id` where known.

    What the record says goes before the caller's metadata. Raises UnreadableArticle.
    """
    if record.get("text") is None:
        raise UnreadableArticle('there is no "text" in it')
    article = Article(
        text=_field(record, "text") or "",
        title=_field(record, "title") or metadata.title,
        url=_field(record, "url") or metadata.url,
        publisher=_field(record, "publisher") or metadata.publisher,
        published=_field(record, "published") or metadata.published,
        id=_field(record, "id"),
    )
    return _checked(article)


def check_metadata(metadata: Metadata) -> Metadata:
    """The caller's own words about the articles, with the date in its normal form. Raises UnreadableArticle."""
    article = _checked(_with(Article(text="checked"), metadata))
    return Metadata(article.publisher, article.published, article.title, article.url)


def _field(record: Mapping[str, object], name: str) -> str | None:
    value = record.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise UnreadableArticle(f'"{name}" is {_name(value)}, not text')
    return value


def _name(value: object) -> str:
    return _JSON_NAMES.get(type(value), "a number")


def _with(article: Article, metadata: Metadata) -> Article:
    return replace(
        article,
        publisher=metadata.publisher or article.publisher,
        published=metadata.published or article.published,
        title=metadata.title or article.title,
        url=metadata.url or article.url,
    )


def _checked(article: Article) -> Article:
    if not article.text.strip():
        raise UnreadableArticle("it is empty")
    if len(article.text) > LONGEST_TEXT:
        raise UnreadableArticle(f"it has {len(article.text):,} characters, an article has at most {LONGEST_TEXT:,}")
    check_text(article.text)
    return replace(
        article,
        title=_clean(article.title, "title"),
        url=_clean(article.url, "url"),
        publisher=_clean(article.publisher, "publisher"),
        published=_date(_clean(article.published, "published")),
        id=_clean(article.id, "id"),
    )


def _clean(value: str | None, name: str) -> str | None:
    """One line without space around it; nothing but space is nothing."""
    if value is None:
        return None
    if len(value) > LONGEST_FIELD:
        raise UnreadableArticle(f'"{name}" has {len(value):,} characters, at most {LONGEST_FIELD:,} are taken')
    return " ".join(check_text(value, f'"{name}"').split()) or None


def _date(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return parse_date(text)
    except DateError as exc:
        raise UnreadableArticle(f'"published" is "{text[:40]}", not a date: write it as 2020-11-08') from exc
