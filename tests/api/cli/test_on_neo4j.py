"""The same commands on a real server: same answers."""

import pytest

from tests.api.conftest import Kg

QUESTIONS = [
    ("arms", "--json"),
    ("arms", "--recipient", "Azerbaijan", "--item", "drones"),
    ("claims", "--json"),
    ("claims", "--kind", "Control", "--status", "contested"),
    ("entity", "Aliyev"),
    ("document", "https://herald.example/war", "--json"),
    ("export", "--format", "nquads"),
]


@pytest.fixture
def server(kg: Kg, url: str, empty_neo4j: str) -> str:
    """A real server with what the loaded store holds."""
    done = kg("copy", url, empty_neo4j)
    assert done.exit_code == 0, done.output
    return empty_neo4j


@pytest.mark.neo4j
def test_a_server_answers_as_a_file_does(kg: Kg, server: str) -> None:
    for question in QUESTIONS:
        there, here = kg(*question, "--store", server), kg(*question)
        assert (there.exit_code, there.stdout) == (0, here.stdout)


def test_a_server_that_is_down_is_told_in_a_line(kg: Kg) -> None:
    done = kg("arms", "--store", "bolt://neo4j:secret@127.0.0.1:9")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert "bolt://127.0.0.1:9" in done.stderr
    assert "secret" not in done.stderr
