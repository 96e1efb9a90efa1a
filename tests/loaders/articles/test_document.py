"""An article becomes a document."""

from loaders.articles import Article, make_document
from ontology.document import PartKind
from ontology.entity import Entity
from ontology.identity import canonical_id, document_key, is_private

STORY = "A deal was signed, the ministry said on Tuesday. It is worth two billion euros, and it will be paid by 2030."


def entity_of(article: Article, which: str = "publisher") -> Entity | None:
    document, entities = make_document(article)
    return {e.id: e for e in entities}.get(getattr(document, which) or "")


def test_the_url_is_the_key_then_the_given_id_then_the_text() -> None:
    url = Article(STORY, url="HTTPS://Example.org/a", id="hw-1", file="a.txt")

    assert make_document(url)[0].key == "url:https://example.org/a"
    assert make_document(Article(STORY, id="hw-1", file="a.txt"))[0].key == "id:hw-1"
    assert make_document(Article(STORY, file="a.txt"))[0].key == document_key(text=STORY)


def test_the_given_publisher_is_the_publisher() -> None:
    publisher = entity_of(Article(f"MOSCOW (AP) — {STORY}", publisher="Harbour Wire"))

    assert publisher is not None
    assert (publisher.name, publisher.type, publisher.private) == ("Harbour Wire", "MediaOutlet", False)


def test_a_publisher_bears_one_name_however_it_is_written() -> None:
    ways = [entity_of(Article(STORY, publisher=name)) for name in ("AP", "The Associated Press", "associated press")]

    assert len({canonical_id(way) for way in ways if way}) == 1


def test_without_a_publisher_the_agency_of_the_dateline_is_it() -> None:
    article = Article(f"MOSCOW (AP) — {STORY}")
    publisher = entity_of(article)

    assert publisher is not None
    assert publisher.name == "Associated Press"
    assert entity_of(article, "agency") == publisher
    assert len(make_document(article)[1]) == 1


def test_without_both_the_outlet_is_private_to_the_document() -> None:
    one, other = entity_of(Article(STORY)), entity_of(Article(STORY + " It was late."))

    assert one is not None
    assert other is not None
    assert is_private(one)
    assert canonical_id(one) != canonical_id(other)


def test_an_unknown_publisher_is_none() -> None:
    for said in ("Unknown", "n/a", "-"):
        publisher = entity_of(Article(STORY, publisher=said))
        assert publisher is not None
        assert publisher.private


def test_two_outlets_credit_one_agency() -> None:
    one = entity_of(Article(f"MOSCOW (Reuters) - {STORY}", publisher="Harbour Wire"), "agency")
    other = entity_of(Article(f"{STORY}\nSource: Reuters", publisher="City Radio"), "agency")

    assert one is not None
    assert other is not None
    assert canonical_id(one) == canonical_id(other)


def test_a_digest_of_several_agencies_credits_none() -> None:
    digest = f"{STORY} [Reuters]\nTalks failed, the ministry said on Monday. [AFP]"

    assert entity_of(Article(digest, publisher="City Radio"), "agency") is None


def test_a_photo_credits_no_agency_for_the_words() -> None:
    assert (
        entity_of(Article(f"A ship leaves port. (AP Photo/Jane Doe)\n{STORY}", publisher="City Radio"), "agency")
        is None
    )


def test_the_date_is_the_given_one_else_the_datelines_where_it_has_a_year() -> None:
    dated = f"CAIRO, June 21, 1967 — {STORY}"

    assert make_document(Article(dated, published="1967-06-22"))[0].published == "1967-06-22"
    assert make_document(Article(dated))[0].published == "1967-06-21"
    assert make_document(Article(f"CAIRO, June 21 — {STORY}"))[0].published is None


def test_the_headline_is_the_title_where_none_is_given() -> None:
    document, _ = make_document(Article(f"A deal for Cairo\n\n{STORY}"))

    assert document.title == "A deal for Cairo"
    assert [part.kind for part in document.parts] == [PartKind.HEADLINE, PartKind.BODY]


def test_the_text_is_never_changed() -> None:
    text = f"\ufeff\r\n  {STORY}\r\n\r\n"

    assert make_document(Article(text))[0].text == text
