"""A web page becomes an article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.articles.page import read_page
from loaders.errors import UnreadableArticle

PAGE = """<!doctype html><html lang="en"><head>{head}<title>Frigates for Athens | Harbour Wire</title>
<meta property="og:site_name" content="Harbour Wire">
<meta property="article:published_time" content="2021-09-28T09:00:00Z">
<link rel="canonical" href="https://example.org/frigates"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Frigates for Athens</h1>
<p>ATHENS — Greece will buy three frigates from France, the prime minister said in Paris on Tuesday –
a café nearby was full.</p>
<p>The ships will be built in Brittany and handed over from the middle of the decade,
the shipyard said in a statement.</p>
<p>Turkey said that the purchase would not change the balance in the Aegean,
and called on its neighbour to hold talks.</p>
</article><footer>All rights reserved</footer></body></html>"""


def test_a_page_gives_its_text_and_says_what_it_is() -> None:
    article = read_page(PAGE.format(head="").encode())

    assert (article.title, article.url) == ("Frigates for Athens", "https://example.org/frigates")
    assert (article.publisher, article.published) == ("Harbour Wire", "2021-09-28")
    assert "ATHENS — Greece will buy three frigates" in article.text
    assert "Home" not in article.text


def test_the_same_page_gives_the_same_text_every_time() -> None:
    assert len({read_page(PAGE.format(head="").encode()).text for _ in range(4)}) == 1


@pytest.mark.parametrize("charset", ["windows-1251", "iso-8859-15", "cp1252"])
def test_a_page_is_decoded_as_it_says(charset: str) -> None:
    head = f'<meta charset="{charset}">'
    word = "Привет" if charset == "windows-1251" else "café"
    page = PAGE.format(head=head).replace("café", word).replace("–", ",").replace("—", "-")

    assert word in read_page(page.encode(charset)).text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body></body></html>", "no article text was found in this page"),
        (b"<div>" * 5_000, "its tags are nested deeper than"),
        ("<meta charset='nonsense'>Привет".encode("koi8-r"), 'it calls itself "nonsense", but is not'),
        (b"<html>\x00</html>", "NUL bytes"),
    ],
)
def test_a_page_without_an_article_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableArticle, match=reason):
        read_page(data)


@settings(max_examples=40, deadline=None)
@given(
    st.binary(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<html>",
                "<a",
                "<!--",
                "]]>",
                "&#0;",
                "&#xD800;",
                "<?xml version='1.0' encoding='x'?>",
                "words and words ",
            ]
        ),
        max_size=30,
    ).map(lambda p: "".join(p).encode())
)
def test_any_bytes_are_a_page_or_refused(data: bytes) -> None:
    try:
        text = read_page(data).text
    except UnreadableArticle:
        return
    assert text.strip()
