from importlib.resources import files

import pytest

from loaders.datasets.sipri_trade_register.parties import find_party, is_unknown
from loaders.datasets.who import Who
from ontology.register import get_register
from ontology.yaml_file import YamlFile


def found(party: str, year: int = 1990) -> tuple[str | None, str, str]:
    entity = find_party(party, year, Who("id:a", "sipri-trade-register"))
    return entity.known, entity.type, entity.name


@pytest.mark.parametrize(
    ("party", "known"),
    [
        ("Turkiye", "Q43"),
        ("East Germany (GDR)", "Q16957"),
        ("Yemen Arab Republic (North Yemen)", "state:north-yemen"),
        ("Congo", "Q971"),
        ("DR Congo", "Q974"),
        ("Hezbollah (Lebanon)*", "organization:hezbollah"),
        ("Houthi rebels (Yemen)*", "organization:houthis"),
        ("SNA (Somalia)*", "organization:somali-national-alliance"),
        ("PRC (Israel/Palestine)*", "organization:popular-resistance-committees"),
        ("United Nations**", "organization:united-nations"),
        ("NATO**", "organization:nato"),
    ],
)
def test_parties_are_known_by_the_register(party: str, known: str) -> None:
    assert found(party)[0] == known


def test_the_stars_tell_the_kind_of_a_party_that_nobody_knows() -> None:
    assert found("Valley rebels (Examplia)*") == (None, "ArmedGroup", "Valley rebels (Examplia)")
    assert found("Valley Pact**") == (None, "Organization", "Valley Pact")
    assert found("Examplia") == (None, "Actor", "Examplia")


def test_a_name_of_another_kind_is_not_taken() -> None:
    assert found("France*")[0] is None
    assert found("Katanga") == (None, "Actor", "Katanga")


def test_nobody_is_behind_what_is_unknown() -> None:
    assert is_unknown("unknown supplier(s)")
    assert not is_unknown("Israel")


def test_every_name_of_the_file_is_in_the_register() -> None:
    names = YamlFile.read(files("loaders.datasets.sipri_trade_register") / "parties.yaml").data["names"]
    assert [id_ for id_ in names.values() if not get_register().get(id_)] == []
