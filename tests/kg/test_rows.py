from dataclasses import replace

import pytest

from kg.rows import rows_of
from ontology.bundle import Bundle, make_bundle
from ontology.claim import Claim, Evidence, Position
from ontology.document import Document, Form
from ontology.entity import Entity
from ontology.errors import BundleError
from ontology.identity import as_read_id, canonical_id, document_id
from tests.kg.articles import (
    ALIYEV,
    ARMENIA,
    AZERBAIJAN,
    DRONES,
    HERALD,
    OFFICIALS,
    RUSSIA,
    SHUSHA,
    TRIBUNE,
    WIRE,
    Said,
    arms,
    article,
    control,
    stated,
)


def test_ids_become_canonical_in_every_place() -> None:
    bundle = article("id:a", Said(ALIYEV, "Shusha is ours.", (control(AZERBAIJAN, SHUSHA),), relayed_by=(WIRE,)))
    rows = rows_of(bundle)
    assert rows.document.publisher == canonical_id(Entity("", HERALD.type, HERALD.name))
    assert rows.claims[0].claimant == "person:ilham-aliyev"
    assert rows.claims[0].relayed_by == (canonical_id(Entity("", WIRE.type, WIRE.name)),)
    assert rows.propositions[0].roles == {"controller": "Q227", "place": "place:shusha"}
    assert rows.positions[0].proposition == rows.propositions[0].id
    assert {reading.entity for reading in rows.readings} >= {"Q227", "place:shusha", "person:ilham-aliyev"}


def test_a_private_claimant_stays_private_to_its_document() -> None:
    claimants = [rows_of(article(key, Said(OFFICIALS, "Not so."))).claims[0].claimant for key in ("id:a", "id:b")]
    assert claimants[0] != claimants[1]


def test_an_entity_qualifier_keeps_its_name_as_read_and_its_id_beside_it() -> None:
    rows = rows_of(article("id:a", Said(HERALD, "Sold.", (arms(RUSSIA, ARMENIA, item=DRONES, number=3, value=None),))))
    assert rows.positions[0].qualifiers == {"item": "drones", "item_id": "weapon:drones", "number": 3}


def test_names_are_the_name_and_then_the_mentions_without_repeats() -> None:
    rows = rows_of(article("id:a", Said(ALIYEV, "Yes.")))
    aliyev = next(reading for reading in rows.readings if reading.entity == "person:ilham-aliyev")
    assert (aliyev.name, aliyev.names, aliyev.known) == ("Ilham Aliyev", ("Ilham Aliyev", "Aliyev"), False)


def test_a_toll_of_no_place_is_private_to_its_document() -> None:
    toll = stated("Casualties", {"harm": "killed"}, low=5000, high=5000)
    placed = stated("Casualties", {"harm": "killed", "place": SHUSHA}, low=5000)
    here, there = (rows_of(article(key, Said(HERALD, "5,000 died.", (toll, placed)))) for key in ("id:a", "id:b"))
    private = [next(p for p in rows.propositions if p.private_to) for rows in (here, there)]
    assert private[0].id != private[1].id
    assert private[0].private_to == document_id("id:a")
    assert private[0].roles == {"harm": "killed"}
    assert len({p.id for rows in (here, there) for p in rows.propositions if not p.private_to}) == 1


def test_a_symmetric_proposition_is_one_in_either_order() -> None:
    talks = [stated("Agreement", {"a": a, "b": b}) for a, b in ((RUSSIA, ARMENIA), (ARMENIA, RUSSIA))]
    rows = rows_of(article("id:a", Said(HERALD, "They agree.", tuple(talks))))
    assert [p.roles for p in rows.propositions] == [{"a": "Q159", "b": "Q399"}]


def test_at_is_said_on_else_published_else_empty() -> None:
    said = Said(HERALD, "One.", said_on="2020-10"), Said(HERALD, "Two.")
    assert {c.content: c.at for c in rows_of(article("id:a", *said)).claims} == {
        "One.": "2020-10",
        "Two.": "2020-11-08",
    }
    assert rows_of(article("id:a", Said(HERALD, "One."), published=None)).claims[0].at == ""


def test_the_time_of_day_is_no_part_of_a_date() -> None:
    said = Said(HERALD, "One.", said_on="2020-10-01T10:30:00Z")
    rows = rows_of(article("id:a", said, published="2020-11-08 09:00"))
    assert (rows.document.published, rows.claims[0].said_on, rows.claims[0].at) == (
        "2020-11-08",
        "2020-10-01",
        "2020-10-01",
    )


def test_origins_are_the_document_its_agency_on_its_day_and_its_sentences() -> None:
    one = rows_of(article("id:a", Said(HERALD, "“It fell.”"), agency=WIRE)).claims[0].origins
    other = rows_of(article("id:b", Said(TRIBUNE, '"it  FELL."'), published="2020-11-09")).claims[0].origins
    assert one[0] == document_id("id:a")
    assert one[1].endswith("@2020-11-08")
    assert one[2] == other[1]


def test_an_agency_is_no_origin_without_a_day() -> None:
    rows = rows_of(article("id:a", Said(HERALD, "It fell."), agency=WIRE, published="2020-11"))
    assert not any("@" in key for key in rows.claims[0].origins)


def test_the_parts_of_a_release_are_one_origin() -> None:
    parts = [rows_of(_record(f"id:register#{bucket}")).claims[0].origins for bucket in (1, 2)]
    assert parts[0] == parts[1]


def _record(key: str) -> Bundle:
    publisher = Entity(as_read_id(key, "Organization", "A register"), "Organization", "A register")
    claim = Claim(publisher.id, key, evidence=(Evidence(record="17"),))
    return make_bundle(Document(key, publisher.id, Form.DATASET), [publisher], [claim])


def test_the_same_bundle_gives_the_same_rows() -> None:
    assert rows_of(article("id:a", Said(HERALD, "It fell."))) == rows_of(article("id:a", Said(HERALD, "It fell.")))


@pytest.mark.parametrize("text", ["half \ud83d of it", "\udfff"])
def test_half_of_a_character_is_refused(text: str) -> None:
    with pytest.raises(BundleError, match="surrogate"):
        rows_of(article("id:a", Said(HERALD, text)))


def test_several_years_of_delivery_are_kept() -> None:
    rows = rows_of(article("id:a", Said(HERALD, "Sold.", (arms(RUSSIA, ARMENIA, delivered="1957; 1958"),))))
    assert rows.positions[0].qualifiers == {"delivered": "1957; 1958"}


@pytest.mark.parametrize(
    ("position", "reason"),
    [
        (Position("Romance", {}), "no kind"),
        (Position("Casualties", {"harm": "killed", "place": "place:x@1"}), "not among the entities"),
        (Position("Casualties", {"harm": "killed"}, qualifiers={"mood": "low"}), "mood is unknown"),
    ],
)
def test_a_bundle_that_nobody_checked_is_refused(position: Position, reason: str) -> None:
    bundle = article("id:a", Said(HERALD, "It fell."))
    with pytest.raises(BundleError, match=reason):
        rows_of(replace(bundle, claims=(replace(bundle.claims[0], positions=(position,)),)))
