"""Deriving everything again from the log, within a transaction."""

import sqlite3

from kg.rows import rows_of
from kg.stores.sqlite import queries, writing
from kg.stores.sqlite.adding import add
from kg.stores.sqlite.deriving import Touched
from kg.stores.steps import Announce, Step, say_nothing
from ontology.canonical import from_json
from ontology.document import Form


def derive_again(connection: sqlite3.Connection, announce: Announce = say_nothing) -> int:
    """Make all derived tables anew; the number of current documents."""
    writing.clear_all(connection)
    announce(Step.CLEARED)
    statement, count = queries.current_bundles(), 0
    for sequence, bundle in connection.execute(statement.text, statement.parameters):
        rows = rows_of(from_json(bundle))
        writing.insert(connection, rows, sequence)
        add(connection, rows, Touched())
        count += rows.document.form is not Form.REJECTED
    announce(Step.WRITTEN)
    announce(Step.DERIVED)
    return count
