import pytest

from kg.answers import Status
from kg.errors import StoreMismatch
from kg.standing import Vote, get_standing
from kg.stores.neo4j import vocabulary
from kg.stores.neo4j.encoding import POSITION_PROPERTIES, position_relationship
from ontology.claim import Modality, Polarity, Stance
from ontology.schema import SCHEMA

_OF_A_PROPOSITION = {"id", "name", "kind", "status", "private_to", "origins"} | {
    "asserted_by",
    "asserted_by_ids",
    "denied_by",
    "denied_by_ids",
}


def test_labels_come_from_the_schema() -> None:
    assert vocabulary.CLASS_LABELS["State"] == ("Entity", "Place", "Actor", "State")
    assert set(vocabulary.CLASS_LABELS) == set(SCHEMA.classes)
    assert set(vocabulary.KIND_LABELS) == set(SCHEMA.kinds)


def test_every_name_means_one_thing() -> None:
    ours = {"Document", "Claim", "Proposition", "_Log", "_Head"}
    labels = [*vocabulary.ENTITY_LABELS, *vocabulary.KIND_LABELS.values(), *ours]
    assert len(labels) == len(set(labels))
    fixed = ["MAKES", "RELAYS", "QUOTED_IN", "NAMED_IN", "PUBLISHES", "CREDITS", "AFFIRMS", "NEGATES", "MENTIONS"]
    relationships = [*vocabulary.ROLE_RELATIONSHIPS.values(), *vocabulary.SHORTCUTS.values(), *fixed]
    assert len(relationships) == len(set(relationships))


def test_no_qualifier_and_no_code_hides_a_property_of_ours() -> None:
    for kind in SCHEMA.kinds.values():
        assert not POSITION_PROPERTIES & set(kind.qualifiers)
        assert not POSITION_PROPERTIES & {f"{name}_id" for name in kind.qualifiers}
    assert not _OF_A_PROPOSITION & vocabulary.CODE_ROLES
    assert not vocabulary.CODE_ROLES & set(vocabulary.ROLE_RELATIONSHIPS)


def test_a_kind_has_a_shortcut_between_its_identity_roles_only() -> None:
    for kind in SCHEMA.kinds.values():
        if kind.shortcut:
            assert {kind.shortcut_from, kind.shortcut_to} == set(kind.identity), kind.name


@pytest.mark.parametrize("word", ["", "A B", "A`B", "A-B", "1A", "A\n"])
def test_a_name_that_is_no_word_is_refused(word: str) -> None:
    with pytest.raises(StoreMismatch, match="letters, digits"):
        vocabulary._safe(word)


@pytest.mark.parametrize("stance", Stance)
def test_a_position_mentions_where_it_counts_for_nothing(stance: Stance) -> None:
    vote = Vote("claim:1", "Q1", "2020", stance, Polarity.AFFIRMS, Modality.ASSERTED, {}, ("doc:1",))
    counts = get_standing([vote]).status is not Status.OPEN
    assert (position_relationship(stance, Polarity.AFFIRMS) == "AFFIRMS") is counts
    assert (position_relationship(stance, Polarity.NEGATES) == "NEGATES") is counts
    assert (position_relationship(stance, Polarity.NEGATES) == "MENTIONS") is not counts
