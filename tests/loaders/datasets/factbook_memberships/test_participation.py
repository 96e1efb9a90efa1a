import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.datasets.factbook_memberships.participation import iter_participations


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ADB (nonregional member), NATO", ["ADB (nonregional member)", "NATO"]),
        ("UNEP,&nbsp; UNESCO", ["UNEP", "UNESCO"]),
        ("G- 9, G-77", ["G-9", "G-77"]),
        ("EITI (compliant country) (suspended), UN", ["EITI (compliant country; suspended)", "UN"]),
        ("Atlantis is a member of the following: ADB, UN", ["ADB", "UN"]),
        ("UN, UN", ["UN"]),
        ("none", []),
        ("", []),
        (" , ,", []),
    ],
)
def test_a_list_is_read_organization_by_organization(text: str, told: list[str]) -> None:
    assert [str(one) for one in iter_participations(text)] == told


def test_a_comma_in_brackets_parts_nothing() -> None:
    [one] = iter_participations("CIS (associate member, has not ratified the charter)")
    assert (one.organization, one.standing) == ("CIS", "associate member, has not ratified the charter")


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert all(one.organization for one in iter_participations(text))
