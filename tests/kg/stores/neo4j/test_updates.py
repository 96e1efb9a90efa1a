import inspect
from types import ModuleType

import pytest

from kg.stores.neo4j import derived, head, log, queries, updates
from kg.stores.neo4j.statement import Statement
from kg.stores.neo4j.vocabulary import CLASS_LABELS, ENTITY_LABELS


def test_an_entity_bears_the_labels_of_its_class_and_no_other() -> None:
    text = derived.describe_entities("State", [{"id": "Q1", "properties": {}}]).text
    given, taken = text.split(" REMOVE ")
    assert given.endswith("SET e:`Entity`:`Place`:`Actor`:`State`")
    assert "`State`" not in taken
    assert all(f"`{label}`" in taken for label in ENTITY_LABELS if label not in CLASS_LABELS["State"])


def test_a_class_that_the_schema_does_not_know_is_no_label() -> None:
    with pytest.raises(KeyError):
        derived.describe_entities("State` REMOVE e:`Entity", [])


def test_a_statement_says_what_it_is_meant_to_change() -> None:
    rows = [{"properties": {"id": "c1"}, "evidence": [{}, {}]}, {"properties": {"id": "c2"}, "evidence": [{}]}]
    assert updates.create_claims("doc:1", rows).changes == {"nodes_created": 2, "relationships_created": 3}
    assert updates.create_document({"id": "doc:1"}, "a", None).changes["relationships_created"] == 1
    assert updates.create_document({"id": "doc:1"}, "a", "b").changes["relationships_created"] == 2


def test_nothing_to_do_is_not_sent() -> None:
    assert updates.create_roles("supplier", []).is_idle
    assert derived.remove_entities(set()).is_idle
    assert not derived.remove_entities({"Q1"}).is_idle
    assert not updates.create_readings("doc:1", []).is_idle


def test_ids_are_sent_in_one_order_so_that_writers_lock_in_one_order() -> None:
    assert updates.create_entities({"b", "a", "c"}).parameters == {"ids": ["a", "b", "c"]}


@pytest.mark.parametrize("module", [derived, head, log, queries, updates])
def test_every_function_builds_a_statement_and_runs_none(module: ModuleType) -> None:
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and not name.startswith("_"):
            assert inspect.signature(function).return_annotation is Statement
