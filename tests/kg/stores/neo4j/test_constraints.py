import pytest

from kg.stores import open_store
from kg.stores.neo4j import constraints
from tests.conftest import driver


def test_constraints_are_made_once_and_hold_ids_only() -> None:
    texts = [statement.text for statement in constraints.make_constraints()]
    assert all("IF NOT EXISTS" in text for text in texts)
    assert "CREATE CONSTRAINT kg_entity_id IF NOT EXISTS FOR (n:`Entity`) REQUIRE n.`id` IS UNIQUE" in texts
    assert not any(name in text for text in texts for name in ("url", "content", "name", "text"))


@pytest.mark.neo4j
def test_all_are_online_before_the_first_write(empty_neo4j: str) -> None:
    with open_store(empty_neo4j, create=True), driver(empty_neo4j) as bare:
        found, _, _ = bare.execute_query("SHOW INDEXES YIELD labelsOrTypes, properties, state, owningConstraint")
    states = {(*labels, *keys): state for labels, keys, state, _ in found if labels}
    wanted: set[tuple[str, ...]] = {(label, key) for label, key in constraints.UNIQUE.items()}
    wanted |= {(label, *keys) for label, keys in constraints.INDEXED.values()}
    assert wanted <= set(states)
    assert {states[one] for one in wanted} == {"ONLINE"}
