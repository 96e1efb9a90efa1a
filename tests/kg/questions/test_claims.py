from typing import Any

import pytest

from kg.answers import Named, Status
from kg.errors import QuestionError, UnknownClaim
from kg.questions.claims import ClaimsQuery, Quote, Record, claims, get_claim, iter_claims
from kg.store import Store
from ontology.bundle import make_bundle
from ontology.claim import Claim, Evidence
from ontology.document import Document, Form
from ontology.entity import Entity
from ontology.identity import as_read_id


def contents(store: Store, **asked: Any) -> list[str]:
    return sorted(row.content for row in claims(store, ClaimsQuery(**asked)))


def test_a_position_has_its_claimant_relay_and_whole_sentence(store: Store) -> None:
    [row] = claims(store, ClaimsQuery(by="Aliyev"))

    assert row.claimant == Named("person:ilham-aliyev", "Ilham Aliyev")
    assert [who.name for who in row.relayed_by] == ["The Herald"]
    assert (row.stance, row.polarity, row.modality) == ("asserts", "affirms", "asserted")
    assert row.said_on == "2020-11-08"
    assert row.proposition is not None
    assert row.proposition.status is Status.CONTESTED
    assert row.proposition.roles["place"].name == "Shusha"
    [evidence] = row.evidence
    assert isinstance(evidence, Quote)
    assert evidence.quote == "Shusha is ours."


def test_a_code_is_a_role_under_its_own_name(store: Store) -> None:
    [row] = claims(store, ClaimsQuery(kind="casualties"))
    assert row.proposition is not None
    assert row.proposition.roles["harm"] == Named("killed", "killed")
    assert row.qualifiers == {"low": 100, "high": None}


def test_a_claim_without_a_position_is_listed_once(store: Store) -> None:
    [row] = claims(store, ClaimsQuery(by="Shushan Stepanyan"))
    assert (row.proposition, row.polarity, row.modality) == (None, None, None)


def test_a_claim_with_two_positions_is_two_rows(store: Store) -> None:
    rows = [row for row in claims(store, ClaimsQuery()) if row.content == "Russia sells arms to both sides."]
    assert len(rows) == 2
    assert len({row.id for row in rows}) == 1


def test_only_the_positions_that_fit_are_listed(store: Store) -> None:
    [row] = claims(store, ClaimsQuery(about="Armenia", kind="ArmsSale", statuses=frozenset({Status.UNCONTESTED})))
    assert row.proposition is not None
    assert row.proposition.roles["recipient"].name == "Armenia"


def test_a_rumour_is_nobodys(store: Store) -> None:
    [row] = claims(store, ClaimsQuery(kind="Agreement"))
    assert row.claimant is None
    assert row.modality == "rumoured"


def test_the_outlet_is_a_claimant_like_any_other(store: Store) -> None:
    assert "A hundred died." in contents(store, by="The Herald")
    assert "Shusha is ours." not in contents(store, by="The Herald")


def test_dates_are_those_of_saying_where_a_position_has_none(store: Store) -> None:
    assert contents(store, since="2021") == ["France may sell tanks.", "Turkey sends no arms."]
    assert "The fighting goes on." in contents(store, until="2020-11")


def test_goes_on_from_any_row(store: Store) -> None:
    every = list(iter_claims(store, ClaimsQuery()))
    for n, (_, place) in enumerate(every, start=1):
        assert list(iter_claims(store, ClaimsQuery(), after=place)) == every[n:]


def test_a_kind_that_is_none_is_told_with_those_that_are(store: Store) -> None:
    with pytest.raises(QuestionError, match="take one of Agreement, AllianceTie"):
        claims(store, ClaimsQuery(kind="Marriage"))


def test_one_claim_by_its_id(store: Store) -> None:
    [row] = claims(store, ClaimsQuery(by="Aliyev"))
    assert get_claim(store, row.id) == [row]
    with pytest.raises(UnknownClaim, match="claim:nobody"):
        get_claim(store, "claim:nobody")


def test_the_evidence_of_a_dataset_is_its_record(store: Store) -> None:
    publisher = Entity(as_read_id("id:sipri#1", "Organization", "SIPRI"), "Organization", "SIPRI")
    document = Document("id:sipri#1", publisher.id, Form.DATASET)
    claim = Claim(publisher.id, "a row", evidence=(Evidence(record="row 7"),))
    store.put(make_bundle(document, [publisher], [claim]))

    [row] = claims(store, ClaimsQuery(by="SIPRI"))

    assert [type(evidence) for evidence in row.evidence] == [Record]
    assert row.evidence[0] == Record(row.evidence[0].document, "row 7")
