import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.meeting import Affirmed, Qualifiers, meets

NAMED = st.fixed_dictionaries(
    {},
    optional={
        "item": st.sampled_from(["drones", "Drones", "jets"]),
        "item_id": st.sampled_from(["weapon:drone", "weapon:combat-drone", "weapon:weapon", "weapon:of-a-test"]),
        "category_id": st.sampled_from(["weapon:drone", "weapon:loitering-munition"]),
        "number": st.sampled_from([1, 36]),
        "stage": st.sampled_from(["agreed", "completed"]),
        "delivered": st.sampled_from(["2015", "2015-07", "2014; 2015"]),
        "low": st.sampled_from([10, 1000]),
        "high": st.sampled_from([1000, 5000]),
        "from": st.sampled_from(["1992", "2020-11"]),
        "to": st.sampled_from(["1994", "2020"]),
        "uncertain": st.just(("number",)),
    },
)


@settings(deadline=None)  # the first comparison of two weapons reads the register
@given(NAMED, st.lists(NAMED, max_size=5))
def test_all_at_once_is_met_where_one_of_them_is(negation: Qualifiers, affirmations: list[Qualifiers]) -> None:
    assert Affirmed(affirmations).is_met_by(negation) is any(meets(negation, one) for one in affirmations)


@pytest.mark.parametrize(
    ("negated", "affirmed", "met"),
    [
        (
            {"item_id": "weapon:drone"},
            {"item_id": "weapon:of-a-test", "category_id": "weapon:loitering-munition"},
            True,
        ),
        (
            {"item_id": "weapon:tank"},
            {"item_id": "weapon:of-a-test", "category_id": "weapon:loitering-munition"},
            False,
        ),
        ({"item_id": "weapon:of-a-test"}, {"item_id": "weapon:harop", "category_id": "weapon:drone"}, False),
        ({"item_id": "weapon:harop", "category_id": "weapon:loitering-munition"}, {"item_id": "weapon:harop"}, True),
        ({"category_id": "weapon:drone"}, {"item_id": "weapon:harop"}, True),
        ({"category_id": "weapon:drone"}, {"category_id": "weapon:loitering-munition"}, True),
        ({"category_id": "weapon:loitering-munition"}, {"category_id": "weapon:drone"}, False),
    ],
)
def test_a_thing_is_met_by_what_broadens_it(negated: Qualifiers, affirmed: Qualifiers, met: bool) -> None:
    assert meets(negated, affirmed) is met


def test_a_negation_is_compared_with_what_it_may_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Qualifiers] = []
    monkeypatch.setattr("kg.meeting.meets", lambda _, affirmation: compared.append(affirmation))
    affirmed = Affirmed({"number": number, "stage": "agreed"} for number in range(100))
    for number in range(100):
        affirmed.is_met_by({"number": number, "stage": "agreed"})
    assert len(compared) == 100
