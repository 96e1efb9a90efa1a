import pytest

from kg.answers import Named, Status
from kg.store import ClaimFilter, EntityFilter, PropositionFilter, Store
from ontology.claim import Evidence, Modality, Polarity
from ontology.identity import document_id
from tests.kg.articles import ALIYEV, ARMENIA, HERALD, RUSSIA, SHUSHA, TRIBUNE, Said, Somebody, arms, article, control
from tests.kg.stories import SHUSHA_DENIED, SHUSHA_TAKEN, STORIES, wire

AZERBAIJAN, PLACE = "Q227", "place:shusha"


@pytest.fixture
def told(store: Store) -> Store:
    """A store that holds all the stories."""
    for bundle in STORIES:
        store.put(bundle)
    return store


def test_a_contested_proposition_names_both_sides(told: Store) -> None:
    (control,) = told.iter_propositions(PropositionFilter(kind="Control"))
    assert control.roles == {"controller": Named(AZERBAIJAN, "Azerbaijan"), "place": Named(PLACE, "Shusha")}
    assert control.status is Status.CONTESTED
    assert [named.name for named in control.asserted_by] == ["Ilham Aliyev"]
    assert [named.name for named in control.denied_by] == ["Armenian officials"]
    assert control.origins == 1
    assert told.get_proposition(control.id) == control


def test_a_claim_comes_with_claimant_evidence_and_positions(told: Store) -> None:
    (claim,) = told.iter_claims(ClaimFilter(by=frozenset({"person:ilham-aliyev"})))
    assert claim.claimant == Named("person:ilham-aliyev", "Ilham Aliyev")
    assert [named.name for named in claim.relayed_by] == ["The Herald"]
    assert claim.evidence == (Evidence("Shusha is ours.", 0, 15),)
    assert (claim.document, claim.at, claim.said_on) == (document_id(SHUSHA_TAKEN.document.key), "2020-11-08", None)
    (position,) = claim.positions
    assert (position.polarity, position.modality) == (Polarity.AFFIRMS, Modality.ASSERTED)
    assert position.proposition == told.get_proposition(position.proposition.id)
    assert told.get_claim(claim.id) == claim


def test_an_unattributed_claim_has_no_claimant(told: Store) -> None:
    (rumour,) = [claim for claim in told.iter_claims() if claim.claimant is None]
    assert rumour.content == "A ceasefire may be near."
    assert rumour.positions[0].proposition.status is Status.RUMOURED


def test_qualifiers_keep_their_types(store: Store) -> None:
    deal = arms(
        RUSSIA, ARMENIA, item=Somebody("Object 999", "Weapon"), number=36, delivered="1957; 1958", uncertain=("number",)
    )
    store.put(article("id:a", Said(HERALD, "Sold.", (deal,))))
    (claim,) = store.iter_claims()
    assert claim.positions[0].qualifiers == {
        "item": "Object 999",
        "item_id": "weapon:object-999",
        "number": 36,
        "delivered": "1957; 1958",
        "uncertain": ("number",),
    }


def test_a_code_is_its_own_name(told: Store) -> None:
    tolls = list(told.iter_propositions(PropositionFilter(kind="Casualties")))
    assert [toll.roles["harm"] for toll in tolls] == [Named("killed", "killed")] * 2
    assert sorted(toll.private_to is None for toll in tolls) == [False, True]


def test_shortcuts_stand_only_where_somebody_affirms(told: Store) -> None:
    edges = {(edge.relationship, edge.source, edge.target): edge for edge in told.iter_shortcuts()}
    assert set(edges) == {
        ("CONTROLS", AZERBAIJAN, PLACE),
        ("SELLS_ARMS_TO", "Q43", AZERBAIJAN),
        ("FIGHTS", AZERBAIJAN, "Q399"),
    }
    sale = edges["SELLS_ARMS_TO", "Q43", AZERBAIJAN]
    assert (sale.items, sale.quote, sale.claims, sale.origins) == (
        ("drones",),
        "Turkey sold drones to Azerbaijan.",
        1,
        1,
    )
    assert edges["CONTROLS", AZERBAIJAN, PLACE].status is Status.CONTESTED


def test_nothing_is_found_by_an_unknown_id(told: Store) -> None:
    for id_ in ("", "Q0", "'; DROP TABLE claims; --", "`)-[r]-()"):
        assert told.get_document(id_) is None
        assert told.get_entity(id_) is None
        assert told.get_proposition(id_) is None
        assert told.get_claim(id_) is None
        assert list(told.iter_rejects(id_)) == []


def test_documents_come_without_their_text_and_page_by_id(told: Store) -> None:
    ids = [document.id for document in told.iter_documents()]
    assert ids == sorted(document_id(bundle.document.key) for bundle in STORIES)
    assert all(document.text is None for document in told.iter_documents())
    assert [document.id for document in told.iter_documents(after=ids[0], limit=1)] == ids[1:2]
    assert [document.id for document in told.iter_documents(ids={ids[1], "doc:nobody"})] == ids[1:2]
    assert list(told.iter_documents(ids=())) == []
    full = told.get_document(document_id(SHUSHA_DENIED.document.key))
    assert full
    assert full.text == SHUSHA_DENIED.document.text


def test_entities_are_found_by_class_and_by_any_name(told: Store) -> None:
    def found(**where: str) -> list[str]:
        return [entity.id for entity in told.iter_entities(EntityFilter(**where))]  # type: ignore[arg-type]

    assert found(type="State") == ["Q227", "Q399", "Q43"]
    assert set(found(type="Actor")) > {"Q227", "person:ilham-aliyev"}
    assert found(type="Weapon", name="DRONES") == ["weapon:drones"]
    assert found(name="aliyev") == ["person:ilham-aliyev"]
    assert found(name="  ANKARA ") == ["Q43"]
    assert found(name="Republic of Armenia") == ["Q399"]
    assert found(name="nobody") == found(type="Nothing") == []
    everyone = found()
    assert everyone == sorted(everyone)
    assert [e.id for e in told.iter_entities(EntityFilter(after=everyone[1], limit=2))] == everyone[2:4]


def test_an_entity_tells_which_documents_speak_of_it(told: Store) -> None:
    azerbaijan = told.get_entity(AZERBAIJAN)
    assert azerbaijan
    assert azerbaijan.documents == tuple(sorted(document_id(b.document.key) for b in (SHUSHA_TAKEN, SHUSHA_DENIED)))
    assert {"Azerbaijan", "Azerbaijani"} <= set(azerbaijan.names)


def test_propositions_are_filtered_by_kind_role_and_status(told: Store) -> None:
    def kinds(**where: object) -> list[str]:
        return sorted(p.kind for p in told.iter_propositions(PropositionFilter(**where)))  # type: ignore[arg-type]

    assert kinds(roles={"supplier": frozenset({"Q43", "Q159"})}) == ["ArmsSale"]
    assert kinds(roles={"supplier": frozenset({"Q43"}), "recipient": frozenset({"Q159"})}) == []
    assert kinds(roles={"place": frozenset({PLACE})}) == ["Casualties", "Control"]
    assert kinds(about=frozenset({"Q399"})) == ["Agreement", "Hostility"]
    assert kinds(about=frozenset()) == []
    assert kinds(kind="Control", statuses=frozenset({Status.DENIED})) == []
    assert kinds(statuses=frozenset({Status.RUMOURED, Status.CONTESTED})) == ["Agreement", "Control"]
    ids = [proposition.id for proposition in told.iter_propositions()]
    assert ids == sorted(ids)
    assert [p.id for p in told.iter_propositions(PropositionFilter(after=ids[0], limit=2))] == ids[1:3]


def test_claims_are_filtered_by_all_that_is_given(told: Store) -> None:
    def contents(**where: object) -> list[str]:
        return [claim.content for claim in told.iter_claims(ClaimFilter(**where))]  # type: ignore[arg-type]

    herald = frozenset({"organization:the-herald"})
    (control,) = told.iter_propositions(PropositionFilter(kind="Control"))
    assert sorted(contents(kind="Control")) == ["Shusha has not fallen.", "Shusha is ours."]
    assert sorted(contents(about=frozenset({PLACE}))) == [
        "Hundreds died in Shusha.",
        "Shusha has not fallen.",
        "Shusha is ours.",
    ]
    assert sorted(contents(statuses=frozenset({Status.CONTESTED}))) == ["Shusha has not fallen.", "Shusha is ours."]
    assert sorted(contents(propositions=frozenset({control.id}))) == ["Shusha has not fallen.", "Shusha is ours."]
    assert contents(by=herald, kind="ArmsSale") == ["Turkey sold drones to Azerbaijan."]
    assert contents(by=herald, kind="Control") == []
    assert contents(document=document_id(SHUSHA_DENIED.document.key), about=frozenset({PLACE})) == [
        "Shusha has not fallen."
    ]
    assert contents(kind="ArmsSale", about=frozenset({PLACE})) == []
    assert contents(by=frozenset()) == []


def test_one_position_must_fit_alone(store: Store) -> None:
    both = Said(ALIYEV, "Sold, and ours.", (arms(RUSSIA, ARMENIA), control(ARMENIA, SHUSHA)))
    store.put(article("id:a", both))
    (claim,) = store.iter_claims(ClaimFilter(kind="Control", about=frozenset({PLACE})))
    assert len(claim.positions) == 2
    assert list(store.iter_claims(ClaimFilter(kind="ArmsSale", about=frozenset({PLACE})))) == []


def test_claims_come_by_time_and_page_without_loss(told: Store) -> None:
    everything = list(told.iter_claims())
    keys = [(claim.at, claim.id) for claim in everything]
    assert keys == sorted(keys)
    assert keys[0][0] == ""
    paged, after = [], ("", "")
    while page := list(told.iter_claims(ClaimFilter(after=after, limit=2))):
        paged.extend(page)
        after = (page[-1].at, page[-1].id)
    assert paged == everything


def test_two_papers_with_one_wire_story_are_one_origin(store: Store) -> None:
    def origins() -> int:
        (sale,) = store.iter_propositions()
        return sale.origins

    store.put(wire("id:a", HERALD, "Moscow armed Yerevan."))
    store.put(wire("id:b", TRIBUNE, "Yerevan got arms from Moscow."))
    assert origins() == 1
    store.put(wire("id:c", TRIBUNE, "Arms went to Yerevan.", day="2020-11-09"))
    assert origins() == 2
    store.put(wire("id:d", HERALD, "moscow  armed Yerevan.", agency=None, day="2021"))
    assert origins() == 2
    store.put(wire("id:e", HERALD, "Arms went to Yerevan.", agency=None, day="2021"))
    assert origins() == 2
    store.put(wire("id:f", HERALD, "We saw it ourselves.", agency=None))
    assert origins() == 3


def test_an_entity_bears_the_longest_name_that_current_documents_use(store: Store) -> None:
    def name() -> str:
        place = store.get_entity("place:of-a-test")
        assert place
        return place.name

    short, long = (Somebody(name, "Place", "place:of-a-test") for name in ("Shusha", "Shusha town"))
    store.put(article("id:a", Said(HERALD, "It fell.", (control(ARMENIA, short),))))
    assert name() == "Shusha"
    store.put(article("id:b", Said(HERALD, "It fell.", (control(ARMENIA, long),))))
    assert name() == "Shusha town"
    (proposition,) = store.iter_propositions()
    assert proposition.roles["place"].name == "Shusha town"
    store.withdraw(document_id("id:b"))
    assert name() == "Shusha"
