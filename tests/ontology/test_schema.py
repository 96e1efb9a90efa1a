from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from ontology.errors import SchemaError
from ontology.schema import SCHEMA, load_schema

FILES = {
    "Actor": dedent("""\
        label: Actor
        definition: Whoever can act.
        parents: []
        neo4j: {label: Actor}
        """),
    "State": dedent("""\
        label: State
        definition: A state.
        parents:
          - Actor
        neo4j: {label: State}
        """),
    "Support": dedent("""\
        label: Support
        definition: One actor backs another.
        sentence: "{supporter} supports {supported}"
        roles:
          supporter: {range: Actor, required: true}
          supported: {range: Actor, required: true}
          place: {range: Actor}
        qualifiers:
          kind: {code: [political, military]}
          from: {type: date}
        neo4j:
          label: Support
          shortcut: SUPPORTS
          from: supporter
          to: supported
        """),
}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def changed(name: str, before: str, after: str) -> dict[str, str]:
    assert before in FILES[name]
    return FILES | {name: FILES[name].replace(before, after)}


def test_a_folder_is_read(tmp_path: Path) -> None:
    schema = load_schema(write(tmp_path, FILES))
    assert schema.is_a("State", "Actor")
    assert schema.kinds["Support"].identity == ("supporter", "supported")
    assert schema.kinds["Support"].shortcut == "SUPPORTS"


@pytest.mark.parametrize(
    ("name", "before", "after", "message"),
    [
        (
            "Support",
            "supporter: {range: Actor,",
            "supporter: {range: Wizard,",
            'Support.yaml:5: the range "Wizard" is no',
        ),
        ("Support", "label: Support\ndefin", "defin", 'Support.yaml:1: "label" is missing'),
        ("Support", "definition: One actor backs another.\n", "", 'Support.yaml:1: "definition" is missing'),
        ("Support", "neo4j:", "neo:", 'Support.yaml:11: "neo" is no field here'),
        ("Support", "from: {type: date}", "from: {type: day}", 'Support.yaml:10: "day" is no type of a qualifier'),
        ("Support", "from: {type: date}", "from: {typ: date}", 'Support.yaml:10: "typ" is no field here'),
        ("Support", "from: {type: date}", "from: {label: begin}", 'Support.yaml:10: the qualifier "from" has one of'),
        ("Support", "from: {type: date}", "from: {type: text, many: true}", "Support.yaml:10: only of a date"),
        ("Support", "from: {type: date}", "from: {type: date, bound: least}", "Support.yaml:10: a bound is of an"),
        ("Support", "from: {type: date}", "from: {type: integer, bound: low}", "Support.yaml:10: a bound is .* most"),
        (
            "Support",
            "from: {type: date}",
            "from: {type: date, broadens: kind}",
            "Support.yaml:10: what is broadened is",
        ),
        (
            "Support",
            "from: {type: date}",
            "how: {range: Actor}\n  wide: {range: State, broadens: how}",
            "Support.yaml:11: what is broadened is another qualifier of the same range",
        ),
        (
            "Support",
            "from: {type: date}",
            "wide: {range: Actor, broadens: wide}",
            "Support.yaml:10: what is broadened is",
        ),
        ("Support", "from: {type: date}", "wide: {range: Actor, broadens: [x]}", "Support.yaml:10: .* is not a text"),
        ("Support", "from: {type: date}", "From: {type: date}", 'Support.yaml:10: "From" is not written as'),
        ("Support", "from: {type: date}", "supporter: {type: text}", 'Support.yaml:10: "supporter" is taken by a role'),
        ("Support", "from: {type: date}", "modality: {type: text}", 'Support.yaml:10: "modality" is taken by'),
        ("Support", "from: {type: date}", "item_id: {type: text}", 'Support.yaml:10: "item_id" is taken by'),
        ("Support", "[political, military]", "[political, NO]", "Support.yaml:9: false is a boolean here"),
        ("Support", "[political, military]", "political", "Support.yaml:9: codes are a list of words"),
        ("Support", "[political, military]", "[]", "Support.yaml:9: codes are a list of words"),
        (
            "Support",
            "place: {range: Actor}",
            "place: {}",
            'Support.yaml:7: the role "place" has either a range or codes',
        ),
        ("Support", "place: {range: Actor}", "place: Actor", 'Support.yaml:7: "place" is not a mapping'),
        ("Support", "{range: Actor}", "{range: Actor, required: maybe}", "Support.yaml:7: 'maybe' is neither true nor"),
        (
            "Support",
            "to: supported",
            "to: suported",
            "Support.yaml:15: the shortcut's \"to\" is 'suported', not a required",
        ),
        ("Support", "to: supported", "to: place", "Support.yaml:15: the shortcut's \"to\" is 'place', not a required"),
        ("Support", "  to: supported\n", "", 'Support.yaml:11: the shortcut\'s "to" is None'),
        ("Support", "SUPPORTS", "supports) DELETE (x", "Support.yaml:13: .* is not written as"),
        (
            "Support",
            "label: Support\n  short",
            "label: a b\n  short",
            "Support.yaml:12: .* is not written",
        ),
        ("Support", "supports {supported}", "supports {helped}", 'Support.yaml:3: the sentence speaks of "helped"'),
        ("Support", "roles:", "anchors: [supporter]\nroles:", 'Support.yaml:4: "supporter" is required'),
        ("Support", "roles:", "anchors: [town]\nroles:", 'Support.yaml:4: "town" is no role of this kind'),
        ("Support", "roles:", "symmetric: [supporter, place]\nroles:", "Support.yaml:4: what is symmetric"),
        ("Support", "roles:", "label: Support\nroles:", "Support.yaml:1: a key is given twice"),
        ("State", "- Actor", "- Wizard", 'State.yaml:4: "Wizard" is no class of the schema'),
        ("State", "parents:\n  - Actor\n", "", 'State.yaml:1: "parents" is missing'),
        (
            "State",
            "label: State\ndefinition",
            "label: NO\ndefinition",
            "State.yaml:1: false is a boolean",
        ),
        ("State", "{label: State}", "{label: Actor}", 'State.yaml:5: State and Actor have the Neo4j label "Actor"'),
        ("State", "{label: State}", "{label: State, shortcut: X}", 'State.yaml:5: "shortcut" is no field here'),
        ("State", "label: State\nd", "prefix: doc\nlabel: State\nd", 'State.yaml:1: ids cannot begin with "doc"'),
        ("State", "label: State\nd", "prefix: a b\nlabel: State\nd", 'State.yaml:1: ids cannot begin with "a b"'),
        ("State", "{label: State}", "State", 'State.yaml:5: "neo4j" is not a mapping'),
        ("Actor", "parents: []", "parents: [State]", "Actor.yaml:3: Actor stands below itself, by way of State"),
        ("Actor", "label: Actor\nd", "label: [Actor\nd", "Actor.yaml:2: "),
        ("Actor", FILES["Actor"], "- a list\n", "Actor.yaml:1: not a mapping of keys to values"),
    ],
)
def test_what_is_wrong_is_said_by_file_and_line(
    tmp_path: Path, name: str, before: str, after: str, message: str
) -> None:
    with pytest.raises(SchemaError, match=f"^{message}"):
        load_schema(write(tmp_path, changed(name, before, after)))


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("SUPPORTS", "SUPPORTS", 'Support.yaml:13: Support and Aid have the Neo4j shortcut "SUPPORTS" in common'),
        ("shortcut: SUPPORTS", "shortcut: AIDS", 'Support.yaml:12: Support and Aid have the Neo4j label "Support"'),
    ],
)
def test_two_kinds_cannot_look_the_same_in_neo4j(tmp_path: Path, before: str, after: str, message: str) -> None:
    aid = FILES["Support"].replace(before, after)
    aid = aid.replace("label: Support\n  ", "label: Aid\n  ") if before == after else aid
    with pytest.raises(SchemaError, match=message):
        load_schema(write(tmp_path, FILES | {"Aid": aid}))


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "from: {type: date}",
            "from: {type: text}",
            'Support.yaml:10: "from" is of the type text here and date in Aid',
        ),
        (
            "place: {range: Actor}",
            "place: {code: [here]}",
            'Support.yaml:7: "place" is of the type code here and entity',
        ),
    ],
)
def test_one_name_is_of_one_type_in_all_kinds(tmp_path: Path, before: str, after: str, message: str) -> None:
    aid = FILES["Support"].replace("label: Support", "label: Aid").replace("SUPPORTS", "AIDS")
    with pytest.raises(SchemaError, match=message):
        load_schema(write(tmp_path, changed("Support", before, after) | {"Aid": aid}))


def test_a_class_that_is_reached_twice_is_no_cycle() -> None:
    assert [*SCHEMA.iter_ancestors("State")] == ["State", "Actor", "Place", "Entity"]


def test_every_class_and_kind_of_the_design_is_there() -> None:
    assert {*SCHEMA.kinds} == {
        "ArmsSale", "AllianceTie", "Support", "Hostility", "Control", "Office", "Membership", "Sanction", "Agreement",
        "Casualties", "Trade",
    }  # fmt: skip
    assert {name for name in SCHEMA.classes if SCHEMA.is_a(name, "Actor")} == {
        "Actor", "State", "Person", "Organization", "ArmedGroup", "IntergovernmentalOrganization", "Alliance",
        "Company", "MediaOutlet", "GovernmentBody", "Group",
    }  # fmt: skip


def test_a_toll_without_place_or_event_lacks_its_anchor() -> None:
    assert SCHEMA.kinds["Casualties"].identity == ("harm", "place", "event")
    assert SCHEMA.kinds["Casualties"].shortcut is None


def test_a_toll_has_a_least_and_a_most() -> None:
    assert {q.name: q.bound for q in SCHEMA.kinds["Casualties"].qualifiers.values() if q.bound} == {
        "low": "least",
        "high": "most",
    }


def test_deliveries_may_be_many() -> None:
    assert SCHEMA.kinds["ArmsSale"].qualifiers["delivered"].many
    assert not SCHEMA.kinds["ArmsSale"].qualifiers["ordered"].many


@pytest.mark.parametrize(
    ("kind", "names", "words"),
    [
        ("Control", {"controller": "Azerbaijan", "place": "Shusha"}, "Azerbaijan controls Shusha"),
        ("Control", {"controller": "{place} [x]"}, "{place} [x] controls …"),
        ("Casualties", {"harm": "killed"}, "people killed"),
        ("Casualties", {"harm": "killed", "event": "the war"}, "people killed in the war"),
        ("Casualties", {"harm": "killed", "place": "Kyiv"}, "people killed at Kyiv"),
    ],
)
def test_a_proposition_in_words(kind: str, names: dict[str, str], words: str) -> None:
    assert SCHEMA.kinds[kind].in_words(names) == words
