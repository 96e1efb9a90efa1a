import pytest

from kg.errors import AmbiguousName, UnknownName
from kg.questions.names import resolve
from kg.store import Store
from tests.kg.articles import HERALD, OFFICIALS, Said, Somebody, article


def test_an_id_a_name_and_another_name_mean_the_same(store: Store) -> None:
    for text in ("Q43", "Turkey", "turkey", "Ankara"):
        assert resolve(store, text).id == "Q43"


def test_a_name_that_a_document_uses_is_known(store: Store) -> None:
    assert resolve(store, "Aliyev").id == "person:ilham-aliyev"


def test_a_unique_last_part_is_enough_whatever_its_accents(store: Store) -> None:
    store.put(article("id:1", Said(Somebody("Recep Tayyip Erdoğan", "Person"), "We stand by them.")))
    assert resolve(store, "Stepanyan").name == "Shushan Stepanyan"
    assert resolve(store, "Tayyip Erdogan").name == "Recep Tayyip Erdoğan"


def test_a_last_part_of_two_lists_both(store: Store) -> None:
    store.put(article("id:1", Said(Somebody("Nikol Stepanyan", "Person"), "No.")))
    with pytest.raises(AmbiguousName, match=r"Nikol Stepanyan.*Shushan Stepanyan"):
        resolve(store, "Stepanyan")


def test_the_first_name_of_one_goes_before_a_by_name_of_another(store: Store) -> None:
    store.put(article("id:1", Said(Somebody("Turkey Today", "MediaOutlet", mentions=("Turkey",)), "No.")))
    assert resolve(store, "Turkey").id == "Q43"


def test_who_is_known_beyond_one_document_goes_before_who_is_not(store: Store) -> None:
    store.put(article("id:1", Said(Somebody("Aliyev", "Person"), "No.")))
    assert resolve(store, "Aliyev").id == "person:ilham-aliyev"


def test_two_documents_officials_are_two(store: Store) -> None:
    store.put(article("id:1", Said(OFFICIALS, "No.")))
    with pytest.raises(AmbiguousName):
        resolve(store, "Armenian officials")


@pytest.mark.parametrize("name", ["Congo", "Korea"])
def test_a_shared_name_lists_who_may_be_meant(store: Store, name: str) -> None:
    with pytest.raises(AmbiguousName, match="may mean") as told:
        resolve(store, name)
    assert len(told.value.candidates) > 1


def test_a_shared_name_stays_ambiguous_where_the_store_knows_one(store: Store) -> None:
    store.put(article("id:1", Said(Somebody("Congo", "Place"), "No.")))
    with pytest.raises(AmbiguousName):
        resolve(store, "Congo")


def test_whom_the_register_knows_is_known_though_nobody_speaks_of_it(store: Store) -> None:
    assert resolve(store, "Norway").name == "Norway"


def test_nobody_is_told_with_names_that_look_alike(store: Store) -> None:
    with pytest.raises(UnknownName, match="did you mean") as told:
        resolve(store, "Azerbajan")
    assert "Azerbaijan" in told.value.alike
    with pytest.raises(UnknownName):
        resolve(store, "\x1b[31m'; DROP TABLE")


def test_an_article_before_a_name_matters_to_nobody(store: Store) -> None:
    for text in (HERALD.name, "the herald", "Herald"):
        assert resolve(store, text).name == "The Herald"
    assert resolve(store, "the Turks").name == "Turkey"
