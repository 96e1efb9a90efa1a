from loaders.extract.propositions.parties import Party
from loaders.extract.propositions.roles import fill_roles

KENYA = Party(("kenya",), 0.9, 0.1, place=0)
FIJI = Party(("fiji",), 0.2, 0.8, place=4)
PERU = Party(("peru",), 0.2, 0.6, place=8)


def pairs(kind: str, *parties: Party) -> list[tuple[str, str]]:
    return [(roles.popitem()[1], roles.popitem()[1])[::-1] for roles, _ in fill_roles(kind, parties)]


def test_each_role_goes_to_the_likeliest_party() -> None:
    assert pairs("ArmsSale", KENYA, FIJI, PERU) == [("kenya", "fiji")]


def test_joined_names_take_a_role_together() -> None:
    assert pairs("ArmsSale", Party(("kenya", "chad"), 0.9, 0.1), FIJI) == [("kenya", "fiji"), ("chad", "fiji")]


def test_without_a_second_party_nothing_is_said() -> None:
    assert pairs("ArmsSale", KENYA) == []


def test_a_name_that_tells_whose_the_other_is_is_no_party() -> None:
    rebels = Party(("rebels",), 0.1, 0.9, place=1)
    assert pairs("Support", KENYA, rebels) == []
    assert pairs("Support", Party(("kenya",), 0.9, 0.1, place=0, owns=True), Party(("front",), 0.1, 0.9, place=2)) == []


def test_a_symmetric_kind_pairs_the_two_likeliest_only() -> None:
    mali, niger, chad = (
        Party((name,), p, 0.0, place=n) for n, (name, p) in enumerate([("mali", 0.9), ("x", 0.0), ("y", 0.0)])
    )
    assert pairs("Hostility", mali, niger, chad) == []
    other = Party(("niger",), 0.8, 0.0, place=9)
    third = Party(("chad",), 0.7, 0.0, place=20)
    assert pairs("Hostility", mali, other, third) == [("mali", "niger")]


def test_names_between_which_there_is_war_are_set_against_each_other() -> None:
    both = Party(("mali", "niger"), 0.9, 0.0, between=True)
    assert pairs("Hostility", both) == [("mali", "niger")]
    assert pairs("Hostility", Party(("mali", "niger"), 0.9, 0.0)) == []


def test_who_attacks_together_does_not_fight_each_other() -> None:
    mali = Party(("mali",), 0.9, 0.0, place=0, joined=True)
    assert pairs("Hostility", mali, Party(("niger",), 0.9, 0.0, place=2)) == []


def test_partners_of_an_agreement_may_stand_together() -> None:
    assert pairs("Agreement", Party(("mali", "niger"), 0.9, 0.0)) == [("mali", "niger")]


def test_of_more_than_two_on_one_side_none_is_tied_to_another() -> None:
    assert pairs("AllianceTie", Party(("mali", "niger"), 0.9, 0.0)) == [("mali", "niger")]
    assert pairs("AllianceTie", Party(("mali", "niger", "chad"), 0.9, 0.0)) == []
    assert pairs("AllianceTie", Party(("mali", "niger", "chad"), 0.9, 0.0, between=True)) != []
