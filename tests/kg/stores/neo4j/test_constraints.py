import neo4j
import pytest

from kg.stores import open_store
from kg.stores.neo4j import constraints
from tests.conftest import driver
from tests.kg.articles import RUSSIA, Said, Somebody, arms, article


def test_constraints_are_made_once_and_hold_ids_only() -> None:
    texts = [statement.text for statement in constraints.make_constraints()]
    assert all("IF NOT EXISTS" in text for text in texts)
    assert "CREATE CONSTRAINT kg_entity_id IF NOT EXISTS FOR (n:`Entity`) REQUIRE n.`id` IS UNIQUE" in texts
    exact = [text for text in texts if "FULLTEXT" not in text]
    assert not any(name in text for text in exact for name in ("url", "content", "name", "text"))


def test_what_is_there_is_not_made_again() -> None:
    texts = [statement.text for statement in constraints.make_constraints({"kg_entity_id"})]
    assert len(texts) == len(constraints.make_constraints()) - 1
    assert not any("kg_entity_id" in text for text in texts)


@pytest.mark.neo4j
def test_all_are_online_before_the_first_write(empty_neo4j: str) -> None:
    with open_store(empty_neo4j, create=True), driver(empty_neo4j) as bare:
        found, _, _ = bare.execute_query("SHOW INDEXES YIELD labelsOrTypes, properties, state, owningConstraint")
    states = {(*labels, *keys): state for labels, keys, state, _ in found if labels}
    wanted: set[tuple[str, ...]] = {(label, key) for label, key in constraints.UNIQUE.items()}
    wanted |= {(label, *keys) for label, keys in constraints.INDEXED.values()}
    assert wanted <= set(states)
    assert {states[one] for one in wanted} == {"ONLINE"}


@pytest.mark.neo4j
def test_a_store_gets_the_indexes_that_came_after_it(empty_neo4j: str) -> None:
    with driver(empty_neo4j) as bare:
        open_store(empty_neo4j, create=True).close()
        bare.execute_query("DROP INDEX kg_names")
        open_store(empty_neo4j).close()
        assert not _has_names(bare)
        open_store(empty_neo4j, create=True).close()
        assert _has_names(bare)


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "name", ["Long" * 100_000, "Long " * 100_000, "nul \x00, line\u2028", '"quoted" AND NOT (this']
)
def test_names_of_any_length_and_make_are_searched(empty_neo4j: str, name: str) -> None:
    somebody = Somebody(name, "Organization")
    with open_store(empty_neo4j, create=True) as store, driver(empty_neo4j) as bare:
        store.put(article("id:a", Said(somebody, "It sells arms to Russia.", (arms(somebody, RUSSIA),))))
        found, _, _ = bare.execute_query(
            "CALL db.index.fulltext.queryNodes('kg_names', 'Federation') YIELD node RETURN node.name"
        )
    assert [record.values() for record in found] == [["Russia"]]


def _has_names(bare: neo4j.Driver) -> bool:
    return bool(bare.execute_query("SHOW INDEXES YIELD name, state WHERE name = 'kg_names' AND state = 'ONLINE'")[0])
