import pytest

from kg.errors import StoreDenied, StoreError, StoreMismatch, StoreUnreachable
from kg.stores import open_store
from tests.conftest import PASSWORD, driver
from tests.kg.stories import SHUSHA_TAKEN


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s"])
def test_a_server_that_is_down_is_told_by_its_address(scheme: str) -> None:
    with pytest.raises(StoreUnreachable) as caught:
        open_store(f"{scheme}://neo4j:{PASSWORD}@127.0.0.1:1", create=True)
    assert str(caught.value).startswith(f"Neo4j does not answer at {scheme}://127.0.0.1:1: is it running?")


def test_a_server_that_is_down_prints_nothing_beside(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(StoreUnreachable):
        open_store("neo4j://127.0.0.1:1")
    assert capfd.readouterr() == ("", "")


@pytest.mark.neo4j
def test_a_wrong_password_is_told_without_it(guarded_neo4j: str, caplog: pytest.LogCaptureFixture) -> None:
    wrong = guarded_neo4j.replace(PASSWORD, "guessed-wrong")
    with pytest.raises(StoreDenied, match="KG_NEO4J_PASSWORD") as caught:
        open_store(wrong, create=True)
    told = f"{caught.value!r} {caught.value.__cause__!r} {caplog.text}"
    assert "guessed-wrong" not in told
    assert PASSWORD not in told


@pytest.mark.neo4j
def test_no_password_at_all_is_told_too(guarded_neo4j: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_NEO4J_PASSWORD", raising=False)
    with pytest.raises(StoreDenied, match="KG_NEO4J_USER"):
        open_store(guarded_neo4j.replace(f"neo4j:{PASSWORD}@", ""))


@pytest.mark.neo4j
def test_the_password_may_come_from_the_environment(guarded_neo4j: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", PASSWORD)
    with open_store(guarded_neo4j.replace(f"neo4j:{PASSWORD}@", ""), create=True) as store:
        assert list(store.iter_log()) == []


@pytest.mark.neo4j
def test_a_routed_address_with_a_database_is_the_same_store(empty_neo4j: str) -> None:
    with open_store(empty_neo4j, create=True) as store:
        store.put(SHUSHA_TAKEN)
    with open_store(empty_neo4j.replace("bolt://", "neo4j://") + "/neo4j") as same:
        assert len(list(same.iter_log())) == 1


@pytest.mark.neo4j
def test_a_database_that_is_not_there_is_told(empty_neo4j: str) -> None:
    with pytest.raises(StoreMismatch, match="no such database"):
        open_store(f"{empty_neo4j}/nowhere", create=True)


@pytest.mark.neo4j
def test_nothing_is_made_without_being_asked(empty_neo4j: str) -> None:
    with pytest.raises(StoreError, match="no store at"):
        open_store(empty_neo4j)
    with driver(empty_neo4j) as bare:
        assert bare.execute_query("MATCH (n) RETURN n").records == []


@pytest.mark.neo4j
def test_a_database_of_something_else_is_left_as_it_is(empty_neo4j: str) -> None:
    with driver(empty_neo4j) as bare:
        bare.execute_query("CREATE (:Movie {title: 'The Matrix'})<-[:ACTED_IN]-(:Person {name: 'Keanu'})")
        with pytest.raises(StoreMismatch, match="holds something else"):
            open_store(empty_neo4j, create=True)
        found = bare.execute_query(
            "MATCH (n) RETURN labels(n) AS labels, properties(n) AS held ORDER BY labels"
        ).records
    assert [record.values() for record in found] == [
        [["Movie"], {"title": "The Matrix"}],
        [["Person"], {"name": "Keanu"}],
    ]


@pytest.mark.neo4j
def test_a_graph_of_another_format_is_left_as_it_is(empty_neo4j: str) -> None:
    with driver(empty_neo4j) as bare:
        bare.execute_query("CREATE (:_Head {id: 'head', seq: 7, format: 99})")
        for create in (True, False):
            with pytest.raises(StoreMismatch, match="format is 99, this one knows 2"):
                open_store(empty_neo4j, create=create)
        assert len(bare.execute_query("MATCH (n) RETURN n").records) == 1


@pytest.mark.neo4j
def test_what_stands_beside_the_graph_is_never_touched(empty_neo4j: str) -> None:
    with open_store(empty_neo4j, create=True) as store, driver(empty_neo4j) as bare:
        store.put(SHUSHA_TAKEN)
        bare.execute_query("CREATE (:Note {text: 'mine'})")
        receipt = store.put(SHUSHA_TAKEN)
        store.rebuild()
        store.withdraw(receipt.document)
        assert len(bare.execute_query("MATCH (n:Note) RETURN n").records) == 1
