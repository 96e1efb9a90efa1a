"""The pairs to begin with, where a register holds far more of them than anybody reads."""

from kg.questions.arms import ArmsQuery, get_overview, iter_arms
from kg.store import Store
from ontology.bundle import Bundle, make_bundle
from ontology.claim import Claim, Evidence, Position
from ontology.document import Document, Form
from ontology.entity import Entity
from ontology.identity import as_read_id

PART = "sales-register#1-0"
BODIES = {"Sales Register": "Organization", "Russia": "State", "Azerbaijan": "State", "Turkey": "State"}
KNOWN = {"Russia": "Q159", "Azerbaijan": "Q227", "Turkey": "Q43"}
IDS = {name: as_read_id(PART, type_, name) for name, type_ in BODIES.items()}


def register(*deals: tuple[str, str]) -> Bundle:
    """Deals with Azerbaijan by supplier and year of delivery."""
    return make_bundle(
        Document(PART, IDS["Sales Register"], Form.DATASET, published="2025"),
        [Entity(IDS[name], type_, name, known=KNOWN.get(name)) for name, type_ in BODIES.items()],
        [
            Claim(
                IDS["Sales Register"],
                f"{supplier}, {year}",
                evidence=(Evidence(record=f"{supplier} {year}"),),
                positions=(
                    Position(
                        "ArmsSale",
                        {"supplier": IDS[supplier], "recipient": IDS["Azerbaijan"]},
                        qualifiers={"delivered": year},
                    ),
                ),
            )
            for supplier, year in deals
        ],
    )


def test_few_pairs_come_by_name_and_leave_nothing_out(store: Store) -> None:
    overview = get_overview(store, ArmsQuery(), limit=3, most=3)

    assert [pair.link.supplier.name for pair in overview.pairs] == ["Russia", "Russia", "Turkey"]
    assert overview.more == 0
    assert [pair.more for pair in overview.pairs] == [0, 0, 0]


def test_of_many_pairs_the_heaviest_come_first_and_the_others_are_counted(store: Store) -> None:
    store.put(register(("Turkey", "2020")))
    overview = get_overview(store, ArmsQuery(), limit=1)

    [pair] = overview.pairs
    assert pair.link.supplier.name == "Turkey"
    assert overview.more == 2
    assert get_overview(store, ArmsQuery(since="2019"), limit=1).more is None


def test_records_of_a_source_are_told_in_short_beside_the_articles(store: Store) -> None:
    store.put(register(("Russia", "2007"), ("Russia", "2011; 2012"), ("Turkey", "2020")))
    shown = get_overview(store, ArmsQuery(recipient="Azerbaijan"), most=3, gathered=True).pairs
    russia, turkey = shown

    [records] = russia.records
    assert records.claimant is not None
    assert (records.claimant.name, records.count) == ("Sales Register", 2)
    assert (records.since, records.until) == ("2007", "2012")
    assert len(russia.link.claims) == 1
    assert russia.more == 0
    assert turkey.records == ()  # one record is shown itself
    assert len(turkey.link.claims) == 3


def test_records_are_of_the_span_that_is_asked_for(store: Store) -> None:
    store.put(register(("Russia", "2007"), ("Russia", "2011; 2012"), ("Russia", "2013")))
    asked = ArmsQuery(supplier="Russia", recipient="Azerbaijan", since="2011", until="2013")
    [pair] = get_overview(store, asked, most=1, gathered=True).pairs
    [records] = pair.records
    assert (records.count, records.since, records.until) == (2, "2011", "2013")


def test_a_link_shows_some_claims_and_counts_all(store: Store) -> None:
    links = {
        link.supplier.name: link for link in iter_arms(store, ArmsQuery(recipient="Azerbaijan"), most=1, at_once=1)
    }
    assert (links["Turkey"].total, len(links["Turkey"].claims)) == (2, 1)
