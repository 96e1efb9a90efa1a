from rdflib import Literal

from kg.answers import Claim, Named, Position, Proposition, Status
from kg.rdf.claims import iter_claim
from kg.rdf.namespaces import CG, OA
from kg.rdf.terms import Triple, day, offset, thing
from ontology.claim import Evidence, Modality, Polarity, Stance, Value

SALE = Proposition(
    "prop:1", "ArmsSale", {"supplier": Named("Q43", "Turkey"), "recipient": Named("Q227", "X")}, Status.OPEN
)
QUOTED = Evidence("Turkey sells drones.", 3, 23)


def claim(evidence: Evidence = QUOTED, claimant: Named | None = None, **qualifiers: Value) -> set[Triple]:
    position = Position(SALE, Polarity.NEGATES, Modality.PLANNED, qualifiers)
    said = Claim("claim:1", "doc:1", claimant, Stance.VOWS, "drones", (), "2020-11", "", (evidence,), (position,))
    return set(iter_claim(said))


def test_a_claim_says_who_where_when_and_how() -> None:
    triples = claim(claimant=Named("person:x", "X"))
    assert (thing("claim:1"), CG["claimant"], thing("person:x")) in triples
    assert (thing("claim:1"), CG["document"], thing("doc:1")) in triples
    assert (thing("claim:1"), CG["said_on"], day("2020-11")) in triples
    assert (thing("claim:1"), CG["stance"], Literal("vows")) in triples


def test_a_claim_of_nobody_named_has_no_claimant() -> None:
    assert all(p != CG["claimant"] for _, p, _ in claim())


def test_a_position_is_a_thing_of_its_own() -> None:
    part = thing("claim:1", "position", "0")
    triples = claim(number=36)
    assert (thing("claim:1"), CG["position"], part) in triples
    assert (part, CG["proposition"], thing("prop:1")) in triples
    assert (part, CG["polarity"], Literal("negates")) in triples
    assert (part, CG["modality"], Literal("planned")) in triples
    assert [o.toPython() for s, p, o in triples if p == CG["number"]] == [36]


def test_an_entity_qualifier_is_its_entity_and_its_words() -> None:
    part = thing("claim:1", "position", "0")
    triples = claim(item="combat drones", item_id="weapon:combat-drones")
    assert (part, CG["item"], thing("weapon:combat-drones")) in triples
    assert (part, CG["item_as_written"], Literal("combat drones")) in triples


def test_a_qualifier_that_the_schema_does_not_know_is_text() -> None:
    assert (thing("claim:1", "position", "0"), CG["guess"], Literal("2020")) in claim(guess="2020")


def test_a_quote_is_a_pair_of_selectors() -> None:
    part = thing("claim:1", "evidence", "0")
    triples = claim()
    assert (part, OA["hasSource"], thing("doc:1")) in triples
    assert (part + "/quote", OA["exact"], Literal("Turkey sells drones.")) in triples
    assert (part + "/place", OA["start"], offset(3)) in triples
    assert (part + "/place", OA["end"], offset(23)) in triples


def test_a_record_needs_no_selector() -> None:
    triples = claim(Evidence(record="row 17"))
    assert (thing("claim:1", "evidence", "0"), CG["record"], Literal("row 17")) in triples
    assert all(p != OA["hasSelector"] for _, p, _ in triples)
