import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from kg.store import ClaimFilter, EntityFilter, PropositionFilter
from kg.stores.sqlite import queries, tables
from kg.stores.sqlite.statement import Statement

FEW = frozenset({"Q1", "Q2"})


@pytest.fixture
def empty() -> Iterator[sqlite3.Connection]:
    """A database with the tables, and nothing in them."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for script in tables.MIGRATIONS:
            connection.executescript(script)
        yield connection


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (queries.claims(ClaimFilter(document="doc:1")), "claims_document"),
        (queries.claims(ClaimFilter(propositions=FEW)), "positions_proposition"),
        (queries.claims(ClaimFilter(about=FEW)), "roles_value"),
        (queries.claims(ClaimFilter(limit=10)), "claims_at"),
        (queries.propositions(PropositionFilter(roles={"supplier": FEW})), "roles_value"),
        (queries.propositions(PropositionFilter(kind="Control")), "propositions_kind"),
        (queries.entities(EntityFilter(name="Shusha")), "PRIMARY KEY (folded=?)"),
        (queries.documents_of(FEW), "readings_entity"),
        (queries.positions_of(FEW), "PRIMARY KEY (claim=?)"),
        (queries.log(7), "INTEGER PRIMARY KEY (rowid>?)"),
    ],
)
def test_questions_go_by_an_index(empty: sqlite3.Connection, statement: Statement, index: str) -> None:
    plan = empty.execute(f"EXPLAIN QUERY PLAN {statement.text}", statement.parameters).fetchall()
    assert any(index in detail for *_, detail in plan), plan


def test_what_is_asked_for_is_never_in_the_text() -> None:
    hostile = "x' OR 1=1 --"
    for statement in (
        queries.claims(
            ClaimFilter(by=frozenset({hostile}), document=hostile, kind=hostile, about=frozenset({hostile}))
        ),
        queries.propositions(PropositionFilter(kind=hostile, roles={hostile: frozenset({hostile})}, after=hostile)),
        queries.entities(EntityFilter(name=hostile, after=hostile)),
    ):
        assert hostile not in statement.text
        assert "OR 1=1" not in statement.text
