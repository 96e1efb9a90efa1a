"""A line of JSONL, or a file of text, becomes an article."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.articles.article import Article, Metadata
from loaders.articles.limits import LONGEST_FIELD, LONGEST_TEXT
from loaders.articles.read import from_line, from_record, from_text
from loaders.errors import UnreadableArticle

NOTHING = Metadata()


def why(line: bytes) -> str:
    with pytest.raises(UnreadableArticle) as refused:
        from_line(line, NOTHING)
    return str(refused.value)


def test_a_line_gives_all_that_it_says() -> None:
    record = {"text": "Words.\r\n", "title": " A  title ", "url": "https://example.org/a", "publisher": "Harbour Wire"}
    record |= {"published": "2020-11-08T10:30:00Z", "id": "hw-1", "ignored": "yes"}

    assert from_line(json.dumps(record).encode(), NOTHING) == Article(
        text="Words.\r\n",
        title="A title",
        url="https://example.org/a",
        publisher="Harbour Wire",
        published="2020-11-08",
        id="hw-1",
    )


def test_the_line_goes_before_the_caller_and_the_caller_before_nothing() -> None:
    article = from_record({"text": "Words.", "publisher": "Harbour Wire"}, Metadata("Other Wire", "2020"))

    assert (article.publisher, article.published) == ("Harbour Wire", "2020")


def test_an_id_may_be_a_number() -> None:
    assert from_record({"text": "Words.", "id": 17}).id == "17"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut of', "not JSON: Unterminated string starting at character 9; the line seems to be cut off"),
        (b'{"text": "a",', "the line seems to be cut off"),
        (b"[1, 2]", "a line of JSONL is one object, this one is a list"),
        (b"17", "a line of JSONL is one object, this one is a number"),
        (b'{"title": "a"}', 'there is no "text" in it'),
        (b'{"text": null}', 'there is no "text" in it'),
        (b'{"text": ["a"]}', '"text" is a list, not text'),
        (b'{"text": "a", "title": {"en": "b"}}', '"title" is an object, not text'),
        (b'{"text": "a", "published": 2020}', '"published" is a number, not text'),
        (b'{"text": "a", "id": true}', '"id" is true or false, not text'),
        (
            b'{"text": "a", "published": "8 Novembr 2020"}',
            '"published" is "8 Novembr 2020", not a date: write it as 2020-11-08',
        ),
        (
            b'{"text": "a", "published": "2020-02-30"}',
            '"published" is "2020-02-30", not a date: write it as 2020-11-08',
        ),
        (b'{"text": "  \\n"}', "it is empty"),
        (b'{"text": "a\\u0000b"}', "the text holds a NUL character at character 1"),
        (
            b'{"text": "a\\ud800"}',
            "the text holds half of a surrogate pair (\\ud800) at character 1: write the whole character",
        ),
        (b'{"text": "a", "title": "\\udc00"}', '"title" holds half of a surrogate pair'),
        (b'{"text": "\xff"}', "it is not UTF-8: save it as UTF-8"),
        (b'{"text": ' + b"[" * 100_000, "not JSON"),
        (b'{"text": "a", "n": ' + b"1" * 10_000 + b"}", "not JSON that can be read"),
        (json.dumps({"text": "a", "title": "b" * (LONGEST_FIELD + 1)}).encode(), '"title" has 10,001 characters'),
        (
            json.dumps({"text": "a" * (LONGEST_TEXT + 1)}).encode(),
            "it has 2,000,001 characters, an article has at most",
        ),
    ],
)
def test_a_wrong_line_is_refused_with_its_reason(line: bytes, reason: str) -> None:
    assert reason in why(line)


def test_a_text_file_takes_what_the_caller_says() -> None:
    article = from_text(b"Words.", Metadata("Harbour Wire", "2020-11", "A title", "https://example.org/a"))

    assert article == Article("Words.", "A title", "https://example.org/a", "Harbour Wire", "2020-11")


@given(
    st.binary(max_size=100)
    | st.dictionaries(st.text(max_size=8) | st.sampled_from(["text", "id"]), st.none() | st.text() | st.integers()).map(
        lambda d: json.dumps(d).encode()
    )
)
def test_any_line_is_an_article_or_refused(line: bytes) -> None:
    try:
        article = from_line(line, NOTHING)
    except UnreadableArticle:
        return
    assert article.text.strip()
