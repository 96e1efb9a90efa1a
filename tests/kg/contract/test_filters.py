"""What filters find, on every backend: each alone, and with the others."""

import pytest

from kg.naming import backwards
from kg.store import ClaimFilter, EntityFilter, PropositionFilter, Store, ToldFilter
from ontology.bundle import Bundle, make_bundle
from ontology.claim import Claim, Evidence, Position
from ontology.document import Document, Form
from ontology.entity import Entity
from ontology.identity import as_read_id, document_id
from tests.kg.articles import (
    ARMENIA,
    AZERBAIJAN,
    HERALD,
    RUSSIA,
    TRIBUNE,
    TURKEY,
    Said,
    Somebody,
    Stated,
    arms,
    article,
    stated,
)
from tests.kg.stories import STORIES, wire

REGISTER = "sales-register#1-0"


def release(*deals: tuple[str, str, dict[str, str]]) -> Bundle:
    """A part of a dataset: deals of Russia with Armenia by key and years of delivery."""
    ids = {name: as_read_id(REGISTER, type_, name) for name, type_ in _BODIES.items()}
    roles = {"supplier": ids["Russia"], "recipient": ids["Armenia"]}
    return make_bundle(
        Document(REGISTER, ids["Sales Register"], Form.DATASET, published="2021"),
        [Entity(ids[name], type_, name, known=_KNOWN.get(name)) for name, type_ in _BODIES.items()],
        [
            Claim(
                ids["Sales Register"],
                content,
                evidence=(Evidence(record=key),),
                positions=(Position("ArmsSale", roles, qualifiers=dict(told)),),
            )
            for key, content, told in deals
        ],
    )


_BODIES = {"Sales Register": "Organization", "Russia": "State", "Armenia": "State"}
_KNOWN = {"Russia": "Q159", "Armenia": "Q399"}


@pytest.fixture
def told(store: Store) -> Store:
    """A store with the stories, two wire stories of one sale, and a register's two deals of it."""
    deals = (("a", "Tanks.", {"delivered": "1957; 1990"}), ("b", "Guns.", {"ordered": "2011"}))
    for bundle in (*STORIES, wire("id:a", HERALD, "Sold."), wire("id:b", TRIBUNE, "Bought."), release(*deals)):
        store.put(bundle)
    return store


def _sale(store: Store) -> str:
    [sale] = store.iter_propositions(PropositionFilter(roles={"recipient": frozenset({"Q399"})}))
    return sale.id


def test_a_proposition_tells_how_many_claims_speak_of_it(told: Store) -> None:
    found = told.get_proposition(_sale(told))
    assert found
    assert (found.origins, found.claims) == (2, 4)
    told.withdraw(document_id(REGISTER))
    left = told.get_proposition(found.id)
    assert left
    assert (left.origins, left.claims) == (1, 2)


def test_the_heaviest_come_first(told: Store) -> None:
    weights = [(-p.origins, -p.claims, p.id) for p in told.iter_propositions(PropositionFilter(heaviest=True))]
    assert weights == sorted(weights)
    [first] = told.iter_propositions(PropositionFilter(heaviest=True, limit=1))
    assert first.id == _sale(told)


def test_propositions_are_found_by_who_speaks_of_them_and_where(told: Store) -> None:
    def found(where: PropositionFilter) -> list[str]:
        ids = [p.id for p in told.iter_propositions(where)]
        assert told.count_propositions(where) == len(ids)
        return ids

    register = frozenset({"organization:sales-register"})
    assert found(PropositionFilter(by=register)) == [_sale(told)]
    assert found(PropositionFilter(document=document_id(REGISTER))) == [_sale(told)]
    assert found(PropositionFilter(by=register, kind="Control")) == []
    assert found(PropositionFilter(by=register, document=document_id("id:a"))) == []
    assert found(PropositionFilter(by=frozenset())) == []
    assert len(found(PropositionFilter())) == 7


def test_what_is_counted_is_what_is_found(told: Store) -> None:
    for where in (
        ClaimFilter(),
        ClaimFilter(kind="ArmsSale"),
        ClaimFilter(document=document_id(REGISTER)),
        ClaimFilter(by=frozenset({"organization:the-herald"}), about=frozenset({"Q399"})),
        ClaimFilter(kind="Nothing"),
        ClaimFilter(bare=True),
    ):
        assert told.count_claims(where) == len(list(told.iter_claims(where)))
    assert told.count_propositions(PropositionFilter(kind="Nothing")) == 0


def test_claims_are_found_by_their_ids(told: Store) -> None:
    some = [claim.id for claim in told.iter_claims()][1:3]
    assert [claim.id for claim in told.iter_claims(ClaimFilter(ids=frozenset({*some, "claim:0"})))] == some
    assert list(told.iter_claims(ClaimFilter(ids=frozenset()))) == []
    assert list(told.iter_claims(ClaimFilter(ids=frozenset(some), kind="Office"))) == []


def test_bare_claims_take_no_position(store: Store) -> None:
    store.put(article("id:a", Said(HERALD, "It rains."), Said(HERALD, "Sold.", (arms(RUSSIA, ARMENIA),))))
    assert [claim.content for claim in store.iter_claims(ClaimFilter(bare=True))] == ["It rains."]
    assert list(store.iter_claims(ClaimFilter(bare=True, kind="ArmsSale"))) == []


def test_a_code_is_what_a_proposition_may_be_about(told: Store) -> None:
    killed = PropositionFilter(about=frozenset({"killed"}))
    assert [p.kind for p in told.iter_propositions(killed)] == ["Casualties", "Casualties"]
    assert len(list(told.iter_claims(ClaimFilter(about=frozenset({"killed"}))))) == 2
    either = PropositionFilter(about=frozenset({"killed", "Q399"}))
    assert {p.kind for p in told.iter_propositions(either)} == {"Casualties", "ArmsSale", "Hostility", "Agreement"}


def test_positions_come_in_short(told: Store) -> None:
    sale = frozenset({_sale(told)})
    short = list(told.iter_told(ToldFilter(sale)))
    claims = {claim.id: claim for claim in told.iter_claims(ClaimFilter(propositions=sale))}
    assert [(one.claim, one.place) for one in short] == sorted((id_, 0) for id_ in claims)
    for one in short:
        claim = claims[one.claim]
        [position] = claim.positions
        assert (one.claimant, one.at, one.stance) == (claim.claimant, claim.at, claim.stance)
        assert (one.polarity, one.modality) == (position.polarity, position.modality)
        assert dict(one.qualifiers) == dict(position.qualifiers)
        assert one.record == (claim.evidence[0].record is not None)


def test_positions_are_of_a_claimant_a_document_and_a_span(told: Store) -> None:
    def spans(**where: object) -> list[tuple[str, str]]:
        short = told.iter_told(ToldFilter(frozenset({_sale(told)}), **where))  # type: ignore[arg-type]
        return sorted((one.since, one.until) for one in short)

    tanks, guns, said = ("1957-01-01", "1990-12-31"), ("2011-01-01", "2011-12-31"), ("2020-11-08", "2020-11-08")
    assert spans() == [tanks, guns, said, said]
    assert spans(by=frozenset({"organization:sales-register"})) == [tanks, guns]
    assert spans(document=document_id("id:a")) == [said]
    assert spans(since="2011-12-31") == [guns, said, said]
    assert spans(until="2011-01-01") == [tanks, guns]
    assert spans(since="1970-01-01", until="1971-01-01") == [tanks]
    assert spans(since="2021-01-01") == []
    assert list(told.iter_told(ToldFilter(frozenset()))) == []


def test_what_has_no_date_falls_into_no_span(store: Store) -> None:
    store.put(article("id:a", Said(HERALD, "Sold.", (arms(RUSSIA, ARMENIA),)), published=None))
    [sale] = store.iter_propositions()
    ids = frozenset({sale.id})
    assert [(one.since, one.until) for one in store.iter_told(ToldFilter(ids))] == [("", "")]
    assert list(store.iter_told(ToldFilter(ids, since="0001-01-01"))) == []
    assert list(store.iter_told(ToldFilter(ids, until="9999-12-31"))) == []


def test_entities_are_found_by_the_last_words_and_first_letters_of_a_name(store: Store) -> None:
    erdogan = Somebody("Recep Tayyip  Erdoğan", "Person")
    odd = Somebody("Straße des 17. Juni", "Place")
    tie = stated("Hostility", {"a": AZERBAIJAN, "b": TURKEY})
    store.put(article("id:a", Said(erdogan, "So it is.", (tie,)), Said(HERALD, "War.", (_held(odd),))))

    def found(**where: str) -> list[str]:
        return [entity.name for entity in store.iter_entities(EntityFilter(**where))]  # type: ignore[arg-type]

    assert found(ending="erdogan") == found(ending="TAYYIP ERDOGAN") == found(name="recep tayyip erdoğan") != []
    assert found(ending="dogan") == found(ending="tayyip") == found(name="Erdoğan") == []
    assert found(ending="17 juni") == found(name="strasse des 17. juni") == ["Straße des 17. Juni"]
    assert found(ending="erdogan", type="Place") == []
    assert found(beginning="rece") == ["Recep Tayyip  Erdoğan"]
    assert found(beginning="recep", type="State") == []
    for nonsense in ('"', "*", "x) OR *:*", "\\", "~", "", " "):
        assert found(name=nonsense) == []
        assert found(ending=nonsense) == []
        assert store.count_propositions() == 2


def _held(place: Somebody) -> Stated:
    return stated("Control", {"controller": AZERBAIJAN, "place": place})


def test_names_of_the_same_last_words_begin_alike_backwards() -> None:
    assert backwards("Ilham Aliyev").startswith(backwards("aliyev"))
    assert not backwards("Ilham Aliyev").startswith(backwards("liyev"))
