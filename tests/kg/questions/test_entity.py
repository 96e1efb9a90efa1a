import pytest

from kg.errors import NeverMentioned, QuestionError, UnknownName
from kg.questions.entity import EntitiesQuery, get_entity, iter_entities
from kg.store import Store


def test_an_entity_has_its_names_documents_and_propositions(store: Store) -> None:
    answer = get_entity(store, "shusha")

    assert (answer.type, answer.name) == ("Place", "Shusha")
    assert len(answer.documents) == 1
    assert sorted(proposition.kind for proposition in answer.propositions) == ["Casualties", "Control"]
    assert any("Armenian officials denied it" in proposition.explanation for proposition in answer.propositions)


def test_nobody_is_an_error_that_says_so(store: Store) -> None:
    with pytest.raises(UnknownName, match="nobody is known"):
        get_entity(store, "Zzyzx Qwerty")
    with pytest.raises(NeverMentioned, match='no document speaks of "Norway"'):
        get_entity(store, "Norway")


def test_entities_are_listed_by_class_and_name(store: Store) -> None:
    states = [entity.name for entity in iter_entities(store, EntitiesQuery(type="state"))]
    assert sorted(states) == ["Armenia", "Azerbaijan", "Russia", "Turkey"]
    assert [entity.id for entity in iter_entities(store, EntitiesQuery(name="aliyev"))] == ["person:ilham-aliyev"]
    with pytest.raises(QuestionError, match="no class of entities"):
        iter_entities(store, EntitiesQuery(type="Planet"))
