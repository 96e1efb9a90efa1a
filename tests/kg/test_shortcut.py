from dataclasses import replace

from kg.answers import Status
from kg.shortcut import make_shortcut
from kg.standing import Vote, get_standing
from ontology.claim import Modality
from tests.kg.test_standing import RUMOUR, A, B, vote

ROLES = {"supplier": "Q159", "recipient": "Q399"}


def test_a_shortcut_sums_up_what_is_affirmed() -> None:
    votes = [
        vote(A, at="2020-11-08", item="drones", ordered="2010"),
        vote(B, at="2019-01-01", item="missiles", delivered="1957; 1958"),
        vote(B, at="2021", item="drones", modality=Modality.PLANNED, ordered="2030"),
    ]
    edge = make_shortcut("prop:1", "ArmsSale", ROLES, get_standing(votes))
    assert edge
    assert (edge.relationship, edge.source, edge.target) == ("SELLS_ARMS_TO", "Q159", "Q399")
    assert (edge.items, edge.first, edge.last) == (("drones", "missiles"), "1957", "2010")
    assert (edge.claims, edge.origins, edge.status) == (2, 1, Status.UNCONTESTED)


def test_without_a_date_of_its_own_the_day_it_was_said_stands() -> None:
    edge = make_shortcut("prop:1", "ArmsSale", ROLES, get_standing([vote(A, at="2020-11-08")]))
    assert edge
    assert (edge.first, edge.last) == ("2020-11-08", "2020-11-08")
    undated = make_shortcut("prop:1", "ArmsSale", ROLES, get_standing([vote(A, at="")]))
    assert undated
    assert (undated.first, undated.last) == (None, None)


def test_the_quote_is_the_earliest_dated_one() -> None:
    votes = [_quoting(A, "", "undated"), _quoting(B, "2020", "second"), _quoting(A, "2019", "first")]
    edge = make_shortcut("prop:1", "ArmsSale", ROLES, get_standing(votes))
    assert edge
    assert edge.quote == "first"


def _quoting(who: str, at: str, quote: str) -> Vote:
    return replace(vote(who, at=at), quote=quote)


def test_nothing_is_short_cut_that_nobody_affirms() -> None:
    for votes in ([], [RUMOUR], [vote(A, "-")], [vote(A, "+", "2019"), vote(A, "-", "2020")]):
        assert make_shortcut("prop:1", "ArmsSale", ROLES, get_standing(votes)) is None


def test_a_contested_proposition_keeps_its_shortcut() -> None:
    edge = make_shortcut("prop:1", "ArmsSale", ROLES, get_standing([vote(A), vote(B, "-")]))
    assert edge
    assert edge.status is Status.CONTESTED


def test_a_kind_without_a_shortcut_has_none() -> None:
    assert make_shortcut("prop:1", "Casualties", {"harm": "killed"}, get_standing([vote(A)])) is None
