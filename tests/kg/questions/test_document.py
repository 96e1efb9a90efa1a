import pytest

from kg.errors import UnknownDocument
from kg.questions.document import get_document
from kg.store import Store
from tests.kg.questions.conftest import WAR


def test_a_document_is_found_by_id_url_and_the_id_that_it_came_with(store: Store) -> None:
    by_url = get_document(store, "https://herald.example/war")
    assert get_document(store, by_url.id) == by_url
    assert get_document(store, "denial").publisher.name == "The Tribune"


def test_it_has_its_text_its_claims_and_what_was_rejected(store: Store) -> None:
    answer = get_document(store, "https://herald.example/war")

    assert answer.text == WAR.document.text
    assert len(answer.claims) == 8
    assert [reject.reason for reject in answer.rejects] == ["the quote is not in the text"]


def test_a_document_that_is_not_there_is_an_error(store: Store) -> None:
    with pytest.raises(UnknownDocument, match='no document is "doc:0"'):
        get_document(store, "doc:0")
