import json
from importlib.resources import files
from pathlib import Path

import pytest

from loaders.datasets.factbook_memberships.records import iter_records
from loaders.datasets.row import Cells, Left, Row
from loaders.datasets.who import Who
from ontology.bundle import Reject
from ontology.register import get_register
from ontology.yaml_file import YamlFile
from tests.loaders.datasets.told import Told, load, told

NAME = "Government.Country name.conventional short form.text"
LIST = "Government.International organization participation.text"
LISTS = YamlFile.read(files("loaders.datasets.factbook_memberships") / "organizations.yaml").data


def found(list_: str, name: str = "Turkey", place: str = "middle-east/tu.json") -> list[tuple[str, list[Told]]]:
    records = iter_records([Row(place, Cells({NAME: name, LIST: list_}))], Who("id:f#1-0", "factbook-memberships"))
    return [(one.content, told(one)) for one in records if not isinstance(one, Reject | Left)]


def test_a_country_is_a_member_of_what_its_list_names() -> None:
    assert found("AfDB (nonregional member), OPCW") == [
        ("Turkey: AfDB (nonregional member)", [("Membership", ("Turkey", "African Development Bank"), {})]),
        (
            "Turkey: OPCW",
            [("Membership", ("Turkey", "Organisation for the Prohibition of Chemical Weapons"), {})],
        ),
    ]


@pytest.mark.parametrize(("list_", "alliance"), [("NATO", "NATO"), ("ANZUS", "ANZUS")])
def test_a_member_of_an_alliance_is_tied_to_it(list_: str, alliance: str) -> None:
    [(_, ties)] = found(list_)
    assert ties == [("AllianceTie", ("Turkey", alliance), {"kind": "unspecified"})]


@pytest.mark.parametrize(
    "list_",
    [
        "OAS (observer)", "OSCE (partner)", "AU (suspended)", "EU (candidate country)", "ITUC (NGOs)",
        "ICC (national committees)", "UNIFIL", "Schengen Convention", "CPLP (associate)", "IHO (pending member)",
        "ICCt (signatory)", "EITI (compliant country) (suspended)", "Interpol (subbureau)",
    ],
)  # fmt: skip
def test_whoever_is_no_member_is_kept_as_what_it_is_without_a_position(list_: str) -> None:
    [(content, positions)] = found(list_)
    assert content.startswith("Turkey: ")
    assert positions == []


@pytest.mark.parametrize(
    ("name", "place", "state"),
    [
        ("Congo (Brazzaville)", "africa/cf.json", "Republic of Congo"),
        ("The Dominican", "central-america-n-caribbean/dr.json", "Dominican Republic"),
        ("C&ocirc;te d'Ivoire", "africa/iv.json", "Ivory Coast"),
        ("Burma", "east-n-southeast-asia/bm.json", "Myanmar"),
        ("Eswatini", "africa/wz.json", "Eswatini"),
    ],
)
def test_a_country_is_known_by_its_name_or_else_by_its_file(name: str, place: str, state: str) -> None:
    [(_, [(_, parties, _)])] = found("UN", name, place)
    assert parties == (state, "United Nations")


def test_an_abbreviation_that_nobody_knows_is_kept_and_listed() -> None:
    [record] = iter_records([Row("x/tu.json", Cells({NAME: "Turkey", LIST: "XYZQ"}))], Who("id:f#1-0", "f"))
    assert not isinstance(record, Reject | Left)
    assert [(one.type, one.name) for one in record.iter_unresolved()] == [("IntergovernmentalOrganization", "XYZQ")]


def test_every_abbreviation_is_of_an_organization_of_the_register() -> None:
    register = get_register()
    assert {id_ for id_ in LISTS["organizations"].values() if not register.get(id_)} == set()
    assert not {*LISTS["missions"], *LISTS["agreements"]} & set(LISTS["organizations"])


def test_a_folder_of_its_files_is_a_release_one_row_a_country(tmp_path: Path) -> None:
    folder = tmp_path / "factbook" / "europe"
    folder.mkdir(parents=True)
    for code, name, list_ in (("aa", "Turkey", "NATO, UN"), ("bb", "Norway", "NATO (observer)"), ("cc", "Chad", "")):
        government = {
            "Country name": {"conventional short form": {"text": name}},
            "International organization participation": {"text": list_},
            "Independence": {"text": "once"},
        }
        (folder / f"{code}.json").write_text(json.dumps({"Government": government}), encoding="utf-8")
    release, _ = load(folder.parent)
    assert release.dataset.name == "factbook-memberships"
    assert (release.rows, release.claims, release.left_aside) == (3, 3, {"it takes part in no organization": 1})
