import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from ontology.errors import SchemaError
from ontology.identity import fold
from ontology.register import Known, NameForm, get_register
from ontology.register.loading import load_register
from ontology.schema import SCHEMA

REGISTER = get_register()
STATES = [*REGISTER.iter_known("State")]
TODAY = [state for state in STATES if state.until is None]
PAST = [state for state in STATES if state.until is not None]


def names(known: Known, form: NameForm) -> list[str]:
    return [name.text for name in known.names if name.form is form]


def found(name: str, *forms: NameForm) -> list[str]:
    return [known.name for known in REGISTER.find(name, forms or tuple(NameForm))]


def test_every_state_of_today_is_there() -> None:
    assert len(TODAY) == 197
    assert {"Kosovo", "Palestine", "Taiwan", "Vatican"} <= {state.name for state in TODAY}


def test_every_state_of_the_past_is_there() -> None:
    assert {
        "Soviet Union", "Yugoslavia", "Serbia and Montenegro", "Czechoslovakia", "East Germany", "West Germany",
        "North Vietnam", "South Vietnam", "North Yemen", "South Yemen", "Ottoman Empire", "Austria-Hungary", "Biafra",
    } <= {state.name for state in PAST}  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.id)
def test_a_state_has_an_adjective_and_a_capital(state: Known) -> None:
    assert names(state, NameForm.ADJECTIVE)
    assert names(state, NameForm.CAPITAL)
    assert names(state, NameForm.DEMONYM) or state.name == "Vatican"


@pytest.mark.parametrize("state", TODAY, ids=lambda state: state.id)
def test_a_state_of_today_has_a_qid_and_iso_codes(state: Known) -> None:
    assert re.fullmatch(r"Q\d+", state.id)
    codes = {code.scheme: code.value for code in state.codes}
    assert REGISTER.get_by_code("iso2", codes["iso2"]) == state
    assert REGISTER.get_by_code("iso3", codes["iso3"]) == state
    assert "cow" in codes or state.name in ("Palestine", "Vatican")


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.id)
def test_names_are_clean(state: Known) -> None:
    texts = [state.name, *(name.text for name in state.names)]
    assert all(text == " ".join(text.split()) and not set(text) & set("_()[];:/") for text in texts)
    assert max(Counter((name.text, name.form) for name in state.names).values()) == 1


@pytest.mark.parametrize("form", [NameForm.ADJECTIVE, NameForm.DEMONYM, NameForm.ACRONYM, NameForm.NAME])
def test_what_is_not_marked_as_shared_means_one_entity(form: NameForm) -> None:
    bearers: dict[str, set[str]] = {}
    for known in REGISTER.known:
        own = [name.text for name in known.names if name.form is form and not name.shared]
        for text in (*own, *([known.name] if form is NameForm.NAME else [])):
            bearers.setdefault(fold(text), set()).add(known.id)
    assert {text: ids for text, ids in bearers.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    "word", ["Male", "Laos", "Finn", "Dane", "Kiwi", "May", "March", "Mobile", "Nice", "Reading", "Turkey Day", "Oran"]
)
def test_a_word_that_means_something_else_is_no_adjective_or_demonym(word: str) -> None:
    assert found(word, NameForm.ADJECTIVE, NameForm.DEMONYM, NameForm.CAPITAL) == []


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Türkiye", "Turkey"), ("turkish", "Turkey"), ("Turks", "Turkey"), ("Ankara", "Turkey"),
        ("Azeris", "Azerbaijan"), ("Azerbaijanis", "Azerbaijan"), ("Saudis", "Saudi Arabia"), ("Israelis", "Israel"),
        ("Iranians", "Iran"), ("U.S.", "United States"), ("US", "United States"), ("America", "United States"),
        ("Washington", "United States"), ("UK", "United Kingdom"), ("Britons", "United Kingdom"),
        ("UAE", "United Arab Emirates"), ("DPRK", "North Korea"), ("Kiev", "Ukraine"), ("Kyiv", "Ukraine"),
        ("Burma", "Myanmar"),
        ("Zaire", "Democratic Republic of Congo"), ("Swaziland", "Eswatini"), ("Rhodesia", "Zimbabwe"),
        ("Côte d'Ivoire", "Ivory Coast"), ("Czechia", "Czech Republic"), ("Soviets", "Soviet Union"),
        ("USSR", "Soviet Union"), ("Moscow", "Russia"), ("Belgrade", "Serbia"), ("Yugoslav", "Yugoslavia"),
        ("Viet Nam", "Vietnam"), ("Yemen", "Yemen"), ("Bavaria", "Kingdom of Bavaria"), ("Kazakh", "Kazakhstan"),
    ],
)  # fmt: skip
def test_a_state_is_found_by_any_of_its_names(name: str, state: str) -> None:
    assert found(name) == [state]


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("Congo", {"Democratic Republic of Congo", "Republic of Congo"}),
        ("Congolese", {"Democratic Republic of Congo", "Republic of Congo"}),
        ("Korea", {"North Korea", "South Korea", "Korean Empire"}),
        ("Dominican", {"Dominica", "Dominican Republic"}),
    ],
)
def test_a_shared_name_finds_all_who_bear_it(name: str, states: set[str]) -> None:
    assert {*found(name)} == states


@pytest.mark.parametrize(
    ("code", "year", "state"),
    [
        ("365", 1914, "Russia"), ("365", 1980, "Soviet Union"), ("365", 1991, "Soviet Union"), ("365", 2000, "Russia"),
        ("255", 1938, "Germany"), ("255", 1980, None), ("255", 2000, "Germany"), ("260", 1980, "West Germany"),
        ("260", 2000, "Germany"), ("265", 1980, "East Germany"), ("345", 1980, "Yugoslavia"),
        ("345", 2000, "Serbia and Montenegro"), ("345", 2010, "Serbia"), ("315", 1960, "Czechoslovakia"),
        ("316", 2000, "Czech Republic"), ("640", 1912, "Ottoman Empire"), ("640", 1990, "Turkey"),
        ("300", 1910, "Austria-Hungary"), ("816", 1970, "North Vietnam"), ("816", 1990, "Vietnam"),
        ("817", 1970, "South Vietnam"), ("678", 1980, "North Yemen"), ("680", 1980, "South Yemen"),
        ("679", 2000, "Yemen"), ("730", 1900, "Korean Empire"),
        ("731", 2010, "North Korea"), ("511", 1963, "Sultanate of Zanzibar"), ("2", None, "United States"),
        ("2", 2024, "United States"), ("999", None, None),
    ],
)  # fmt: skip
def test_a_cow_code_is_the_state_of_its_year(code: str, year: int | None, state: str | None) -> None:
    known = REGISTER.get_by_code("cow", code, year)
    assert (known.name if known else None) == state


@pytest.mark.parametrize(
    ("code", "year", "state"),
    [
        ("210", 1942, "Netherlands"), ("94", 1907, "Costa Rica"), ("260", 1953, "West Germany"),
        ("365", 1815, "Russia"), ("345", 1942, "Yugoslavia"), ("345", 1912, "Serbia"), ("816", 1945, "North Vietnam"),
        ("365", 1991, "Soviet Union"), ("999", 2000, None),
    ],
)  # fmt: skip
def test_a_cow_code_has_a_bearer_in_the_gaps_of_its_years(code: str, year: int, state: str | None) -> None:
    known = REGISTER.get_bearer("cow", code, year)
    assert (known.name if known else None) == state


def test_a_code_means_nobody_in_a_gap_between_two_bearers(tmp_path: Path) -> None:
    first = "- {id: Q1, name: One, cow: [{code: '1', since: 1900, until: 1910}]}\n"
    second = "- {id: Q2, name: Two, cow: [{code: '1', since: 1920}]}\n"
    (tmp_path / "own.yaml").write_text(f"State:\n{first}{second}")
    register = load_register(tmp_path)
    bearers = [register.get_bearer("cow", "1", year) for year in (1899, 1910, 1915, 1919, 1920)]
    assert [known and known.name for known in bearers] == ["One", "One", None, None, "Two"]


@pytest.mark.parametrize(
    ("code", "year", "state"),
    [
        ("260", 1980, "West Germany"), ("260", 2000, "Germany"), ("678", 1980, "North Yemen"), ("678", 2000, "Yemen"),
        ("340", 2010, "Serbia"), ("345", 1980, "Yugoslavia"), ("345", 2000, "Serbia and Montenegro"),
        ("365", 1980, "Soviet Union"), ("970", 2000, "Kiribati"), ("971", 2000, "Nauru"), ("55", 1983, "Grenada"),
        ("572", 2010, "Eswatini"), ("751", 1948, "Hyderabad State"),
    ],
)  # fmt: skip
def test_a_code_of_gleditsch_and_ward_is_the_state_of_its_year(code: str, year: int, state: str) -> None:
    known = REGISTER.get_by_code("gw", code, year)
    assert known
    assert known.name == state


@pytest.mark.parametrize("scheme", ["cow", "gw"])
def test_a_code_means_one_state_a_year(scheme: str) -> None:
    spells = [(code, known) for known in STATES for code in known.codes if code.scheme == scheme]
    for year in range(1816, 2025):
        held = [code.value for code, _ in spells if (code.since or year) <= year <= (code.until or year)]
        assert [code for code, times in Counter(held).items() if times > 1] == []


def test_shusha_and_shushi_are_one_place_with_the_side_that_uses_each_name() -> None:
    (shusha,) = REGISTER.find("Shushi")
    assert REGISTER.find("SHUSHA") == (shusha,)
    used_by = {name.text: name.used_by for name in shusha.names}
    assert (used_by["Shusha"], used_by["Shushi"]) == ("Q227", "Q399")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stepanakert", "Khankendi"), ("Nagorno-Karabakh", "Artsakh"), ("Donbas", "Donbass"), ("Luhansk", "Lugansk"),
        ("Bakhmut", "Artyomovsk"), ("Spratly Islands", "Nansha"), ("Senkaku", "Diaoyu"), ("Falklands", "Malvinas"),
        ("Arunachal Pradesh", "South Tibet"), ("West Bank", "Judea and Samaria"), ("Persian Gulf", "Arabian Gulf"),
    ],
)  # fmt: skip
def test_two_names_of_a_contested_place_are_one(one: str, other: str) -> None:
    assert found(one) == found(other)
    assert len(found(one)) == 1


def test_no_place_is_said_to_belong_to_anybody() -> None:
    assert all(place.parent is None and place.speaks_for is None for place in REGISTER.iter_known("Place"))


def test_a_city_of_that_name_goes_before_the_state_whose_capital_it_is() -> None:
    assert [known.id for known in REGISTER.find("Jerusalem")] == ["place:jerusalem"]
    assert found("Jerusalem", NameForm.CAPITAL) == ["Israel"]


@pytest.mark.parametrize(
    ("name", "type_", "speaks_for"),
    [
        ("NATO", "Alliance", None), ("CSTO", "Alliance", None), ("Warsaw Pact", "Alliance", None),
        ("UN", "IntergovernmentalOrganization", None), ("EU", "IntergovernmentalOrganization", None),
        ("Kremlin", "GovernmentBody", "Q159"), ("White House", "GovernmentBody", "Q30"),
        ("Élysée", "GovernmentBody", "Q142"), ("IDF", "GovernmentBody", "Q801"), ("IRGC", "GovernmentBody", "Q794"),
        ("AP", "MediaOutlet", None), ("apnews.com", "MediaOutlet", None), ("Ansar Allah", "ArmedGroup", None),
        ("ISIS", "ArmedGroup", None), ("Raytheon", "Company", None), ("Rosoboronexport", "Company", None),
    ],
)  # fmt: skip
def test_an_organization_is_found_as_what_it_is(name: str, type_: str, speaks_for: str | None) -> None:
    (known,) = REGISTER.find(name)
    assert (known.type, known.speaks_for) == (type_, speaks_for)


def test_the_weapons_are_one_tree() -> None:
    weapons = [*REGISTER.iter_known("Weapon")]
    assert [weapon.id for weapon in weapons if not weapon.parent] == ["weapon:weapon"]
    assert {weapon.id for weapon in weapons} == {*REGISTER.iter_below("weapon:weapon")}


@pytest.mark.parametrize(
    ("system", "category"),
    [
        ("F-16s", "weapon:aircraft"), ("Bayraktar", "weapon:drone"), ("Shahed", "weapon:drone"),
        ("S-400", "weapon:air-defence-system"), ("Iskander", "weapon:missile"), ("howitzers", "weapon:artillery"),
        ("T-72", "weapon:armoured-vehicle"), ("Kalashnikovs", "weapon:small-arms"), ("frigates", "weapon:ship"),
    ],
)  # fmt: skip
def test_a_system_stands_below_its_category(system: str, category: str) -> None:
    (known,) = REGISTER.find(system)
    assert known.id in {*REGISTER.iter_below(category)}


def test_every_id_is_of_its_class() -> None:
    for known in REGISTER.known:
        assert re.fullmatch(rf"(Q\d+|{SCHEMA.classes[known.type].prefix}:[a-z0-9-]+)", known.id)
        assert REGISTER.get(known.id) == known


def test_the_files_are_read_only_when_they_are_asked_for() -> None:
    code = "import sys, ontology.register; sys.exit('ontology.register.loading' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


STATE = "- {id: Q399, name: Armenia, iso2: AM, cow: [{code: '371', since: 1991}], adjectives: [Armenian]}\n"


def test_a_folder_of_ones_own_is_read(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        f"State:\n{STATE}Place:\n- {{id: place:x, name: X, names: [{{text: Y, used_by: Armenia, shared: true}}]}}\n"
    )
    place, state = (load_register(tmp_path).find(name)[0] for name in ("y", "armenian"))
    assert place.names[0].used_by == state.id == "Q399"
    assert place.names[0].shared


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"State:\n{STATE}{STATE}", 'own.yaml:3: "Q399" is the id of another entity already'),
        ("Wizard:\n- {id: x, name: X}\n", 'own.yaml:1: "Wizard" is no class of the schema'),
        ("State: {id: x}\n", 'own.yaml:1: "State" is not a list of entities'),
        ("State:\n- Armenia\n", "own.yaml:2: not a mapping of fields"),
        ("State:\n- {id: x}\n", 'own.yaml:2: "name" is missing'),
        ("State:\n- {id: x, name: X, colour: red}\n", 'own.yaml:2: "colour" is no field of the register'),
        ("State:\n- {id: x, name: Norway, iso2: NO}\n", "own.yaml:2: false is a boolean here: put the code or name in"),
        ("State:\n- {id: x, name: X,\n   acronyms: [US,\n   NO]}\n", "own.yaml:4: false is a boolean here"),
        ("State:\n- {id: x, name: X, iso3: 17}\n", "own.yaml:2: 17 is not a text"),
        ("State:\n- {id: x, name: X, names: Y}\n", 'own.yaml:2: "names" is not a list'),
        ("State:\n- {id: x, name: X, since: long ago}\n", "own.yaml:2: 'long ago' is not a year"),
        ("State:\n- {id: x, name: X, cow: ['371']}\n", "own.yaml:2: not a mapping of code and years"),
        ("State:\n- {id: x, name: X, cow: [{code: 371}]}\n", "own.yaml:2: 371 is not a text"),
        ("State:\n- {id: x, name: X, cow: [{code: '1', since: yes}]}\n", "own.yaml:2: True is not a year"),
        ("State:\n- {id: x, name: X, cow: [{code: '1', to: 2}]}\n", 'own.yaml:2: "to" is no field of a spell'),
        ("State:\n- {id: x, name: X, names: [{text: Y, of: Z}]}\n", 'own.yaml:2: "of" is no field of a name'),
        ("State:\n- {id: x, name: X, names: [{text: Y, shared: 1}]}\n", "own.yaml:2: 1 is neither true nor false"),
        (
            "Place:\n- {id: x, name: X, names: [{text: Y, used_by: Z}]}\n",
            'own.yaml:2: "Z" is the id or first name of no',
        ),
        ("Weapon:\n- {id: x, name: X, parent: Y}\n", 'own.yaml:2: "Y" is the id or first name of nobody'),
        (
            "Weapon:\n- {id: x, name: X, parent: Y}\n- {id: y, name: Y, parent: X}\n",
            "own.yaml:2: X stands below itself",
        ),
        ("GovernmentBody:\n- {id: x, name: X, speaks_for: Y}\n", 'own.yaml:2: "Y" is the id or first name of nobody'),
        ("State:\n- {id: x, name: X, name: Y}\n", "own.yaml:2: a key is given twice"),
        ("State:\n- {id: x, name: [}\n", "own.yaml:2: "),
    ],
)
def test_what_is_wrong_is_said_by_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SchemaError, match=f"^{re.escape(message)}"):
        load_register(tmp_path)
