import itertools

from kg.naming import Heard, make_entity


def test_an_unknown_entity_bears_the_longest_name_and_the_most_frequent_type() -> None:
    heard = [
        Heard("doc:a", "Organization", "Union of X", ("Union of X", "X")),
        Heard("doc:b", "Company", "X", ("X",)),
        Heard("doc:c", "Company", "Zebra of X", ("Zebra of X",)),
    ]
    for order in itertools.permutations(heard):
        entity = make_entity("organization:x", order)
        assert (entity.name, entity.type) == ("Union of X", "Company")
        assert entity.names == ("Union of X", "X", "Zebra of X")
        assert entity.documents == ("doc:a", "doc:b", "doc:c")


def test_ties_go_by_the_alphabet_and_a_document_votes_once() -> None:
    heard = [Heard("doc:a", "Place", "B", ()), Heard("doc:a", "Place", "C", ()), Heard("doc:b", "Event", "A", ())]
    entity = make_entity("place:b", heard)
    assert (entity.name, entity.type) == ("A", "Event")


def test_a_known_entity_bears_the_name_of_the_register() -> None:
    entity = make_entity("Q159", [Heard("doc:a", "Place", "The Russian bear, as some say", ("Moscow",))])
    assert (entity.name, entity.type) == ("Russia", "State")
    assert {"Russia", "Moscow"} <= set(entity.names)
