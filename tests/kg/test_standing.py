import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.answers import Named, Proposition, Status
from kg.standing import Vote, explain, get_standing, join_origins
from ontology.claim import Modality, Polarity, Stance, Value


def vote(
    claimant: str | None,
    sign: str = "+",
    at: str = "2020-11-08",
    stance: Stance = Stance.ASSERTS,
    modality: Modality = Modality.ASSERTED,
    origins: tuple[str, ...] = ("doc:a",),
    **qualifiers: Value,
) -> Vote:
    polarity = Polarity.AFFIRMS if sign == "+" else Polarity.NEGATES
    return Vote(f"claim:{claimant}{sign}{at}", claimant, at, stance, polarity, modality, qualifiers, origins)


A, B = "person:a", "person:b"
RUMOUR = vote(None, modality=Modality.RUMOURED)
PLAN = vote(A, modality=Modality.PLANNED)
CONDITION = vote(A, modality=Modality.CONDITIONAL)
DEMAND = vote(A, stance=Stance.DEMANDS)


@pytest.mark.parametrize(
    ("votes", "status", "asserted_by", "denied_by"),
    [
        pytest.param([vote(A), vote(B, "-")], "contested", [A], [B], id="affirmed and negated"),
        pytest.param([vote(A), vote(B)], "uncontested", [A, B], [], id="affirmed by two"),
        pytest.param([vote(A), vote(A)], "uncontested", [A], [], id="claimants, not claims"),
        pytest.param([vote(A, "-")], "denied", [], [A], id="negated only"),
        pytest.param([vote(None)], "uncontested", [], [], id="unattributed counts and is in no list"),
        pytest.param([vote(A), vote(None, "-")], "contested", [A], [], id="unattributed negation"),
        pytest.param([vote(None), vote(None, "-", "2021")], "contested", [], [], id="nobody sets nothing aside"),
        pytest.param([RUMOUR, PLAN, CONDITION, DEMAND], "rumoured", [], [], id="rumoured first"),
        pytest.param([PLAN, CONDITION, DEMAND], "planned", [], [], id="planned second"),
        pytest.param([CONDITION, DEMAND], "conditional", [], [], id="conditional third"),
        pytest.param([DEMAND], "open", [], [], id="a demand counts for nothing"),
        pytest.param([vote(A, stance=Stance.WARNS), vote(B, stance=Stance.DOUBTS)], "open", [], [], id="nor a warning"),
        pytest.param(
            [vote(A), vote(B, "-", stance=Stance.DOUBTS)], "uncontested", [A], [], id="a doubt denies nothing"
        ),
        pytest.param([RUMOUR, vote(A, "-")], "denied", [], [A], id="a denied rumour is denied"),
        pytest.param([RUMOUR, vote(A)], "uncontested", [A], [], id="a confirmed rumour is uncontested"),
        pytest.param([vote(A, "-", stance=Stance.DENIES), vote(B)], "contested", [B], [A], id="a denial negates"),
        pytest.param([], "open", [], [], id="nothing said"),
    ],
)
def test_status(votes: list[Vote], status: str, asserted_by: list[str], denied_by: list[str]) -> None:
    for order in itertools.permutations(votes):
        standing = get_standing(order)
        assert (standing.status, list(standing.asserted_by), list(standing.denied_by)) == (
            status,
            asserted_by,
            denied_by,
        )


@pytest.mark.parametrize(
    ("earlier", "later", "status"),
    [
        pytest.param(("+", "2020-11-08"), ("-", "2020-11-09"), "denied", id="taken back"),
        pytest.param(("-", "2020-11-08"), ("+", "2020-11-09"), "uncontested", id="admitted"),
        pytest.param(("+", "2020-11-08"), ("-", "2020-11-08"), "contested", id="on one day"),
        pytest.param(("+", "2020-11-08"), ("-", ""), "contested", id="on an unknown day"),
        pytest.param(("+", "2020"), ("-", "2020-11-08"), "contested", id="perhaps earlier, perhaps later"),
        pytest.param(("+", "2019"), ("-", "2020-11-08"), "denied", id="surely earlier"),
    ],
)
def test_a_claimant_sets_its_earlier_word_aside(earlier: tuple[str, str], later: tuple[str, str], status: str) -> None:
    assert get_standing([vote(A, *earlier), vote(A, *later)]).status == status


def test_what_is_set_aside_no_longer_affirms() -> None:
    standing = get_standing([vote(A, "+", "2019"), vote(A, "-", "2020"), vote(B, "+", "2018", origins=("doc:b",))])
    assert standing.status is Status.CONTESTED
    assert (standing.asserted_by, standing.denied_by, standing.origins) == ((B,), (A,), 1)


def test_a_later_word_on_something_else_sets_nothing_aside() -> None:
    votes = [vote(A, "+", "2019", item="drones"), vote(A, "-", "2020", item="F-16s")]
    assert get_standing(votes).asserted_by == (A,)


@given(
    st.lists(
        st.builds(
            vote,
            claimant=st.sampled_from([A, B, None]),
            sign=st.sampled_from("+-"),
            at=st.sampled_from(["", "2019", "2020", "2020-11", "2020-11-08", "2020-11-09"]),
            number=st.sampled_from([1, 2, None]),
        ),
        max_size=6,
    )
)
def test_all_at_once_is_what_each_pair_says(votes: list[Vote]) -> None:
    def is_set_aside(earlier: Vote) -> bool:
        return any(get_standing([earlier, later]).asserted_by == () for later in votes if _contradicts(later, earlier))

    affirming = [one for one in votes if one.polarity is Polarity.AFFIRMS and not is_set_aside(one)]
    assert get_standing(votes).asserted_by == tuple(sorted({one.claimant for one in affirming if one.claimant}))


def _contradicts(later: Vote, earlier: Vote) -> bool:
    return later.polarity is Polarity.NEGATES and later.claimant == earlier.claimant is not None


def test_what_is_said_again_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Mapping[str, Value]] = []

    def never(negation: Mapping[str, Value], _: Mapping[str, Value]) -> bool:
        compared.append(negation)
        return False

    monkeypatch.setattr("kg.standing.meets", never)
    votes = [vote(who, sign, f"20{day}") for who in (A, B) for sign in "+-" for day in range(10, 99)]
    get_standing(votes * 5)
    assert len(compared) <= len(votes) * 5


@pytest.mark.parametrize(
    ("denied", "affirmed", "status"),
    [
        ({"item": "F-16s"}, {"item": "drones"}, "uncontested"),
        ({"item": "F-16s"}, {}, "uncontested"),
        ({}, {"item": "drones"}, "contested"),
        ({"item": "Drones"}, {"item": "drones"}, "contested"),
        ({"item": "UAVs", "item_id": "weapon:x"}, {"item": "drones", "item_id": "weapon:x"}, "contested"),
        ({"item": "drones", "item_id": "weapon:x"}, {"item": "drones", "item_id": "weapon:y"}, "uncontested"),
        ({"item": "UAVs", "item_id": "weapon:drone"}, {"item": "TB2s", "item_id": "weapon:combat-drone"}, "contested"),
        (
            {"item": "TB2s", "item_id": "weapon:combat-drone"},
            {"item": "UAVs", "item_id": "weapon:drone"},
            "uncontested",
        ),
        ({"item": "weapons", "item_id": "weapon:weapon"}, {"item": "X", "item_id": "weapon:of-a-test"}, "contested"),
        ({"item": "weapons", "item_id": "weapon:weapon"}, {}, "contested"),
        ({"item": "drones", "item_id": "weapon:drone"}, {}, "uncontested"),
        ({"from": "1992", "to": "1992"}, {"from": "2020"}, "uncontested"),
        ({"from": "2019"}, {"to": "2020-01"}, "contested"),
        ({"uncertain": ("number",)}, {}, "contested"),
        ({"low": 5000, "high": 5000}, {"low": 5000, "high": 5000}, "contested"),
        ({"low": 5000, "high": 5000}, {"low": 1000}, "uncontested"),
        ({"low": 1000}, {"low": 1200, "high": 1200}, "contested"),
        ({"number": 36}, {"number": 12}, "uncontested"),
        ({"delivered": "2015"}, {"delivered": "2014; 2015-07"}, "contested"),
        ({"delivered": "2015-07"}, {"delivered": "2015"}, "uncontested"),
        ({"delivered": "2015"}, {}, "uncontested"),
        ({"ordered": "2010"}, {"ordered": "2011"}, "uncontested"),
    ],
)
def test_a_negation_meets_what_it_names(denied: dict[str, Value], affirmed: dict[str, Value], status: str) -> None:
    standing = get_standing([replace(vote(A, "-"), qualifiers=denied), replace(vote(B), qualifiers=affirmed)])
    assert standing.status == status
    assert standing.denied_by == ((A,) if status == "contested" else ())


def count_origins(keys: Iterable[Sequence[str]]) -> int:
    return len(set(join_origins(keys).values()))


@pytest.mark.parametrize(
    ("keys", "count"),
    [
        ([], 0),
        ([("doc:a",), ("doc:b",)], 2),
        ([("doc:a", "ap@day"), ("doc:b", "ap@day")], 1),
        ([("doc:a", "s:1"), ("doc:b", "s:1", "s:2"), ("doc:c", "s:2"), ("doc:d",)], 2),
        ([("doc:a",), ("doc:b",), ("doc:c", "doc:a", "doc:b")], 1),
    ],
)
def test_origins_are_closed_transitively(keys: list[tuple[str, ...]], count: int) -> None:
    for order in itertools.permutations(keys):
        assert count_origins(order) == count


def test_origins_count_only_asserted_affirmations() -> None:
    standing = get_standing([vote(A), vote(B, "-", origins=("doc:b",)), vote(None, modality=Modality.RUMOURED)])
    assert standing.origins == 1


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3).map(tuple), max_size=8))
def test_origins_agree_with_repeated_merging(keys: list[tuple[str, ...]]) -> None:
    groups: list[set[str]] = []
    for key in keys:
        joined = [group for group in groups if group & set(key)]
        groups = [group for group in groups if group not in joined] + [set(key).union(*joined)]
    assert count_origins(keys) == len(groups)


def test_an_explanation_is_one_sentence_with_names() -> None:
    def proposition(status: Status, by: tuple[str, ...] = (), against: tuple[str, ...] = ()) -> Proposition:
        return Proposition("p", "Control", {}, status, _named(by), _named(against), origins=len(by))

    contested = proposition(Status.CONTESTED, ("Ilham Aliyev",), ("Armenian officials", "Ovannisian"))
    assert explain(contested) == (
        "Contested: Ilham Aliyev affirmed it and Armenian officials and Ovannisian denied it"
        " (1 independent origin affirming)."
    )
    assert explain(proposition(Status.UNCONTESTED)).startswith("Uncontested: somebody who is not named affirmed it")
    assert "A, B, C, D, E and 2 more" in explain(proposition(Status.UNCONTESTED, tuple("ABCDEFG")))
    assert all(explain(proposition(status)).lower().startswith(status) for status in Status)


def _named(names: tuple[str, ...]) -> tuple[Named, ...]:
    return tuple(Named(name, name) for name in names)
