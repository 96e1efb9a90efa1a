import re

import pytest

from kg.answers import Status
from kg.store import ClaimFilter, EntityFilter, PropositionFilter
from kg.stores.neo4j import queries
from kg.stores.neo4j.statement import Statement
from ontology.schema import SCHEMA

HOSTILE = "x`}) DETACH DELETE n //"


def test_a_filter_goes_into_parameters() -> None:
    everything = ClaimFilter(
        by=frozenset({HOSTILE}),
        about=frozenset({HOSTILE}),
        kind="Control",
        statuses=frozenset({Status.CONTESTED}),
        propositions=frozenset({HOSTILE}),
        document=HOSTILE,
        after=(HOSTILE, HOSTILE),
        limit=3,
    )
    statement = queries.iter_claims(everything)
    assert HOSTILE not in statement.text
    assert "contested" not in statement.text
    assert statement.parameters == {
        "by": [HOSTILE],
        "about": [HOSTILE],
        "statuses": ["contested"],
        "ids": [HOSTILE],
        "document": HOSTILE,
        "at": HOSTILE,
        "id": HOSTILE,
        "limit": 3,
    }
    assert ":Proposition:`Control`" in statement.text


def test_what_is_not_asked_is_not_matched() -> None:
    text = queries.iter_claims(ClaimFilter()).text
    assert text.startswith("MATCH (c:Claim) WITH DISTINCT c WHERE c.at >= $at AND (c.at > $at OR c.id > $id)")
    assert "LIMIT" not in text


def test_the_empty_set_matches_nothing_and_not_everything() -> None:
    assert queries.iter_claims(ClaimFilter(by=frozenset())).parameters["by"] == []
    assert "maker.id IN $by" in queries.iter_claims(ClaimFilter(by=frozenset())).text


def test_a_name_reaches_the_index_as_plain_words() -> None:
    for where in (EntityFilter(name='x" OR *:* ~\\'), EntityFilter(ending='x" OR *:* ~\\')):
        statement = queries.iter_entities(where)
        assert statement.parameters["words"] == '"x or"'
        assert "~" not in statement.text


def test_roles_are_relationships_and_codes_are_properties() -> None:
    where = PropositionFilter(roles={"harm": frozenset({"killed"}), "place": frozenset({"Q1"})})
    statement = queries.iter_propositions(where)
    assert "p.`harm` IN $role0" in statement.text
    assert "(p)-[:`PLACE`]->(e1:Entity) WHERE e1.id IN $role1" in statement.text
    assert (statement.parameters["role0"], statement.parameters["role1"]) == (["killed"], ["Q1"])


@pytest.mark.parametrize(
    "statement",
    [
        queries.iter_entities(EntityFilter(type=HOSTILE)),
        queries.iter_propositions(PropositionFilter(kind=HOSTILE)),
        queries.iter_propositions(PropositionFilter(roles={HOSTILE: frozenset({"Q1"})})),
        queries.iter_claims(ClaimFilter(kind=HOSTILE)),
    ],
)
def test_a_word_that_the_schema_does_not_know_finds_nothing(statement: Statement) -> None:
    assert statement == queries.NOTHING
    assert statement.is_idle


@pytest.mark.parametrize("kind", SCHEMA.kinds)
def test_labels_stand_between_backticks(kind: str) -> None:
    text = queries.iter_propositions(PropositionFilter(kind=kind)).text
    assert re.search(rf"\(p:Proposition:`{SCHEMA.kinds[kind].neo4j_label}`\)", text)
