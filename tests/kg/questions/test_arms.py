from typing import Any

from kg.answers import Status
from kg.questions.arms import ArmsLink, ArmsQuery, arms, iter_arms
from kg.store import Store


def pairs(store: Store, **asked: Any) -> list[tuple[str, str]]:
    return [(link.supplier.name, link.recipient.name) for link in arms(store, ArmsQuery(**asked))]


def only(links: list[ArmsLink]) -> ArmsLink:
    [link] = links
    return link


def test_lists_the_pairs_that_somebody_affirms_by_name(store: Store) -> None:
    assert pairs(store) == [("Russia", "Armenia"), ("Russia", "Azerbaijan"), ("Turkey", "Azerbaijan")]


def test_asks_by_supplier_and_recipient(store: Store) -> None:
    assert pairs(store, supplier="Russia") == [("Russia", "Armenia"), ("Russia", "Azerbaijan")]
    assert pairs(store, supplier="Q159", recipient="Armenia") == [("Russia", "Armenia")]
    assert pairs(store, supplier="Armenia") == []


def test_a_pair_shows_both_sides_and_their_sentences(store: Store) -> None:
    link = only(arms(store, ArmsQuery(supplier="Turkey")))

    assert link.status is Status.CONTESTED
    assert [who.name for who in link.asserted_by] == ["The Herald"]
    assert [who.name for who in link.denied_by] == ["Turkey"]
    assert link.items == ("drones",)
    assert link.origins == 1
    assert [claim.content for claim in link.claims] == ["Turkey sent drones.", "Turkey sends no arms."]
    assert "The Herald affirmed it and Turkey denied it" in link.explanation


def test_a_status_that_is_asked_for_lists_other_pairs(store: Store) -> None:
    rumoured = arms(store, ArmsQuery(statuses=frozenset({Status.RUMOURED})))
    assert only(rumoured).supplier.name == "Armenia"


def test_an_item_is_asked_for_by_its_words_in_either_number(store: Store) -> None:
    for words in ("drones", "drone", "DRONE"):
        assert pairs(store, item=words) == [("Turkey", "Azerbaijan")]
    assert pairs(store, item="dron") == []
    assert pairs(store, item="tanks") == []


def test_a_denial_of_all_arms_is_shown_with_any_item(store: Store) -> None:
    link = only(arms(store, ArmsQuery(item="drones")))
    assert [claim.polarity for claim in link.claims] == ["affirms", "negates"]


def test_the_dates_of_delivery_go_before_the_date_of_saying(store: Store) -> None:
    assert pairs(store, until="2019-12") == [("Turkey", "Azerbaijan")]
    assert pairs(store, since="2020-11") == [
        ("Russia", "Armenia"),
        ("Russia", "Azerbaijan"),
        ("Turkey", "Azerbaijan"),
    ]
    assert pairs(store, since="2021") == []  # the denial of 2021 makes no pair


def test_goes_on_after_a_proposition(store: Store) -> None:
    every = list(iter_arms(store, ArmsQuery()))
    assert [link.proposition for link in every] == sorted(link.proposition for link in every)
    assert list(iter_arms(store, ArmsQuery(), after=every[0].proposition)) == every[1:]
