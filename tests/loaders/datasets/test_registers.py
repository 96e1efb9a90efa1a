"""The releases themselves, where they lie beside the checkout: every row is accounted for, and no code is unknown."""

from pathlib import Path

import pytest

from tests.loaders.datasets.told import load

DATA = Path(__file__).parents[4] / "shared" / "data"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.is_dir(), reason="the releases are not beside this checkout"),
]

TERRITORIES = 39


@pytest.mark.parametrize(
    ("path", "name", "rows", "claims", "rejected", "left_aside", "unresolved"),
    [
        ("cow_alliances_v4_1/alliance_v4.1_by_dyad.csv", "cow-alliances", 3222, 3211, 11, 0, 0),
        ("cow_alliances_v4_1/alliance_v4.1_by_member.csv", "cow-alliances-by-member", 1221, 1221, 0, 0, 0),
        ("peacesciencer/atop_alliance.csv.gz", "atop-alliances", 273296, 5796, 0, 0, 0),
        ("peacesciencer/cow_war_inter.csv.gz", "cow-wars", 1932, 374, 0, 0, 0),
        ("peacesciencer/ucdp_acd.csv.gz", "ucdp-wars", 5652, 86, 0, 5297, 0),
        ("reign_leaders/data_sets/leaderlist_3_21.csv", "reign-leaders", 2524, 2524, 0, 0, 0),
        ("cia_factbook_json", "factbook-memberships", 262, 10902, 0, 26, TERRITORIES),
    ],
)
def test_a_release_is_read_whole(
    path: str, name: str, rows: int, claims: int, rejected: int, left_aside: int, unresolved: int
) -> None:
    release, _ = load(DATA / path)
    assert release.dataset.name == name
    assert (release.rows, release.claims, release.rejected) == (rows, claims, rejected)
    assert (sum(release.left_aside.values()), len(release.unresolved)) == (left_aside, unresolved)
