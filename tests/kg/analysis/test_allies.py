from collections.abc import Iterable

import pytest

from kg.analysis.allies import AllyArming, get_allies_arming
from kg.analysis.hostilities import HostilityQuery
from kg.errors import QuestionError, UnknownName
from tests.kg.analysis.conftest import Tell
from tests.kg.analysis.stories import FIGHTS, PACTS
from tests.kg.questions.conftest import WAR

BY_PACT = ("Russia", "Armenia", "Azerbaijan")
BY_AN_OLD_TREATY = ("Russia", "Azerbaijan", "Armenia")


def who(rows: Iterable[AllyArming]) -> list[tuple[str, str, str]]:
    return [(row.ally.name, row.one.name, row.opponent.name) for row in rows]


def test_two_of_one_alliance_are_allies_and_both_ties_are_shown(tell: Tell) -> None:
    [row] = get_allies_arming(tell(WAR, FIGHTS, PACTS), HostilityQuery()).items

    assert who([row]) == [BY_PACT]
    assert (row.since, row.until) == ("2020-09", "2020-11")
    assert [edge.words for edge in row.ties] == [
        "Armenia is allied with Common Pact",
        "Russia is allied with Common Pact",
    ]
    assert row.arms.words == "Russia sells arms to Azerbaijan"
    assert [claim.content for claim in row.hostility.evidence] == ["They fought again \x1b<&."]


def test_a_treaty_that_ended_before_counts_only_if_time_does_not(tell: Tell) -> None:
    view = tell(WAR, FIGHTS, PACTS)

    assert who(get_allies_arming(view, HostilityQuery(margin=5)).items) == [BY_PACT]
    assert sorted(who(get_allies_arming(view, HostilityQuery(margin=None)).items)) == [BY_PACT, BY_AN_OLD_TREATY]


def test_only_some_are_shown_and_all_are_counted(tell: Tell) -> None:
    some = get_allies_arming(tell(WAR, FIGHTS, PACTS), HostilityQuery(margin=None), limit=1)

    assert (some.found, len(some.items)) == (2, 1)


def test_whose_arms_and_which_hostility_can_be_asked_for(tell: Tell) -> None:
    view = tell(WAR, FIGHTS, PACTS)

    assert not get_allies_arming(view, HostilityQuery(supplier="Turkey")).items
    assert who(get_allies_arming(view, HostilityQuery("Armenia", "Azerbaijan", "Russia")).items) == [BY_PACT]
    assert not get_allies_arming(view, HostilityQuery("Armenia", "Turkey")).items


def test_what_cannot_be_asked_is_refused(tell: Tell) -> None:
    view = tell(WAR, FIGHTS, PACTS)

    with pytest.raises(QuestionError, match="take 0 to 100"):
        get_allies_arming(view, HostilityQuery(margin=-1))
    with pytest.raises(UnknownName):
        get_allies_arming(view, HostilityQuery(supplier="Nobody Whoever"))
