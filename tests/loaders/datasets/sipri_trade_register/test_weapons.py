import pytest

from loaders.datasets.sipri_trade_register.weapons import find_weapon
from loaders.datasets.who import Who


def found(designation: str, description: str) -> tuple[str | None, str | None]:
    item, category = find_weapon(designation, description, Who("id:a", "sipri-trade-register"))
    assert (item.name, category.name) == (designation, description)
    return item.known, category.known


@pytest.mark.parametrize(
    ("designation", "description", "item", "category"),
    [
        ("Harop", "loitering munition", "weapon:harop", "weapon:loitering-munition"),
        ("Bayraktar TB2", "armed UAV", "weapon:bayraktar-tb2", "weapon:combat-drone"),
        ("F-16C", "FGA aircraft", "weapon:f-16", "weapon:fighter-ground-attack-aircraft"),
        ("S-200", "SAM", "weapon:s-200", "weapon:surface-to-air-missile"),
        ("ATACMS Block-1", "surface-to-surface missile", "weapon:atacms", "weapon:surface-to-surface-missile"),
        ("vehicle engine", "vehicle engine", "weapon:vehicle-engine", "weapon:vehicle-engine"),
    ],
)
def test_a_weapon_of_the_register_is_known(designation: str, description: str, item: str, category: str) -> None:
    assert found(designation, description) == (item, category)


@pytest.mark.parametrize(
    ("designation", "description", "item"),
    [
        ("F-22", "frigate", "f-22-ship"),
        ("Javelin", "portable SAM", "javelin-missile"),
        ("Cannon", "frigate", "cannon-ship"),
        ("Mirage", "light aircraft", "mirage-aircraft"),
        ("Berlin", "replenishment ship", "berlin-ship"),
        ("P-3", "air search radar", "p-3-radar"),
    ],
)
def test_a_name_that_means_another_weapon_is_not_taken(designation: str, description: str, item: str) -> None:
    assert found(designation, description)[0] == f"weapon:sipri-trade-register-{item}"


def test_one_designation_is_one_weapon_in_each_broad_class() -> None:
    fighter, bomber, ship, drone = (
        found("Hunter", description)[0] for description in ("fighter aircraft", "FGA aircraft", "frigate", "UAV")
    )
    assert fighter == bomber
    assert len({fighter, ship, drone}) == 3


def test_a_description_that_the_register_lacks_is_listed() -> None:
    assert found("Whizzer", "unheard-of thing") == ("weapon:sipri-trade-register-whizzer-unheard-of-thing", None)
