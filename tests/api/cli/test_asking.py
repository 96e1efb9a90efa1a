import csv
import io
import json

import pytest

from tests.api.conftest import Kg

CLAIM_KEYS = [
    "id",
    "claimant",
    "relayed_by",
    "stance",
    "polarity",
    "modality",
    "content",
    "said_on",
    "proposition",
    "qualifiers",
    "evidence",
]


def test_arms_as_json_has_the_shape_that_others_read(kg: Kg) -> None:
    done = kg("arms", "--supplier", "Turkey", "--json")

    assert done.exit_code == 0
    [link] = json.loads(done.stdout)
    assert list(link) == [
        "proposition",
        "supplier",
        "recipient",
        "status",
        "items",
        "asserted_by",
        "denied_by",
        "origins",
        "total",
        "claims",
    ]
    assert link["total"] == 2
    assert link["supplier"] == {"id": "Q43", "name": "Turkey"}
    assert link["items"] == ["drones"]
    assert [list(claim) for claim in link["claims"]] == [CLAIM_KEYS, CLAIM_KEYS]


def test_claims_as_json_have_the_shape_that_others_read(kg: Kg) -> None:
    done = kg("claims", "--kind", "Casualties", "--json")

    [row] = json.loads(done.stdout)
    assert list(row) == CLAIM_KEYS
    assert list(row["proposition"]) == ["id", "kind", "roles", "status"]
    assert row["proposition"]["roles"]["harm"] == {"id": "killed", "name": "killed"}
    [evidence] = row["evidence"]
    assert list(evidence) == ["document", "quote", "start", "end"]


def test_a_rumour_has_no_claimant_and_a_bare_claim_no_proposition(kg: Kg) -> None:
    rows = json.loads(kg("claims", "--json").stdout)
    assert [row["content"] for row in rows if row["claimant"] is None] == ["A truce is near."]
    assert [row["content"] for row in rows if row["proposition"] is None] == ["The fighting goes on."]


def test_what_is_contested_is_drawn_with_both_sides_and_their_sentences(kg: Kg) -> None:
    done = kg("claims", "--kind", "control", "--status", "contested")

    assert done.exit_code == 0
    assert "Azerbaijan controls Shusha" in done.stdout
    assert "Contested: Ilham Aliyev affirmed it and Armenian officials denied it" in done.stdout
    assert "Ilham Aliyev: affirms, 2020-11-08, relayed by The Herald" in done.stdout
    assert "“Shusha is ours.”" in done.stdout
    assert "Armenian officials: negates (denies)" in done.stdout


def test_arms_are_drawn_with_items_and_sentences(kg: Kg) -> None:
    done = kg("arms", "--recipient", "Azerbaijan", "--item", "drone", "--since", "2019", "--until", "2020")
    assert "Turkey → Azerbaijan" in done.stdout
    assert "Russia" not in done.stdout
    assert "items: drones" in done.stdout
    assert "“Turkey sent drones.”" in done.stdout


def test_of_many_pairs_and_claims_some_are_drawn_and_the_rest_is_told(kg: Kg) -> None:
    done = kg("arms", "--limit", "1", "--claims", "1")
    assert done.stdout.count("→") == 1
    assert "1 more claim: --claims N" in done.stdout
    assert "2 more pairs fit: --limit N" in done.stdout
    assert "More pairs fit" in kg("arms", "--since", "2019", "--limit", "1").stdout
    assert "more" not in kg("arms", "--all").stdout
    done = kg("claims", "--limit", "2")
    assert "More claims fit: --limit N" in done.stdout
    assert "More" not in kg("claims").stdout


def test_a_limit_is_of_lists_for_programs_too(kg: Kg) -> None:
    assert len(json.loads(kg("arms", "--limit", "1", "--json").stdout)) == 1
    assert len(json.loads(kg("claims", "--limit", "2", "--json").stdout)) == 2


def test_the_store_may_be_named_before_the_command_and_the_nearest_name_counts(kg: Kg, url: str) -> None:
    for command in (
        ("--store", url, "entity", "Turkey"),
        ("--store", "sqlite:no.db", "entity", "Turkey", "--store", url),
    ):
        assert "Turkey (State, Q43)" in kg(*command, KG_STORE="sqlite:nowhere.db").stdout
    assert "no.db" in kg("--store", "sqlite:no.db", "entity", "Turkey").stderr


@pytest.mark.parametrize("command", ["arms", "claims"])
def test_lists_are_sheets_too(kg: Kg, command: str) -> None:
    done = kg(command, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == {"arms": 3, "claims": 10}[command]
    assert None not in rows[0]


def test_an_entity_by_the_last_part_of_its_name(kg: Kg) -> None:
    assert json.loads(kg("entity", "Stepanyan", "--json").stdout)["id"] == "person:shushan-stepanyan"
    assert "Shushan Stepanyan (Person, person:shushan-stepanyan)" in kg("entity", "Stepanyan").stdout


def test_a_document_by_its_url(kg: Kg) -> None:
    answer = json.loads(kg("document", "https://herald.example/war", "--json").stdout)
    assert answer["publisher"]["name"] == "The Herald"
    assert len(answer["claims"]) == 8
    drawn = kg("document", "https://herald.example/war").stdout
    assert "publisher: The Herald" in drawn
    assert "not brought in: claim 9: the quote is not in the text" in drawn


@pytest.mark.parametrize(
    "command", [("arms", "--supplier", "Norway"), ("claims", "--about", "Norway"), ("claims", "--since", "2030")]
)
def test_an_empty_answer_is_an_empty_list_and_no_failure(kg: Kg, command: tuple[str, ...]) -> None:
    for more in ((), ("--json",), ("--format", "json")):
        done = kg(*command, *more)
        assert (done.exit_code, done.stdout) == (0, "[]\n")


@pytest.mark.parametrize("command", [("arms", "--supplier"), ("claims", "--by"), ("entity",)])
def test_nobody_is_an_empty_answer_with_a_word_beside_it(kg: Kg, command: tuple[str, ...]) -> None:
    done = kg(*command, "Azerbajan", "--json")
    assert (done.exit_code, done.stdout) == (0, "[]\n")
    assert "nobody is known" in done.stderr
    assert "Azerbaijan" in done.stderr


@pytest.mark.parametrize(
    "command",
    [("arms", "--supplier", ""), ("arms", "--recipient", " "), ("claims", "--about", ""), ("claims", "--by", "")],
)
def test_an_empty_name_is_nobodys_and_not_everybodys(kg: Kg, command: tuple[str, ...]) -> None:
    assert kg(*command, "--json").stdout == "[]\n"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("arms", "--item", ""), "the item is empty"),
        (("arms", "--since", ""), "write it as 2020"),
        (("claims", "--since", "2020", "--until", "2019-12"), "nothing is since 2020 and until 2019-12"),
        (("export", "--format", "jsonl", "-o", "nowhere/x"), "nowhere: the folder is not there: make it"),
        (("claims", "--kind", ""), "take one of"),
        (("arms", "--supplier", "Congo"), "Democratic Republic"),
        (("entity", "Korea"), "South Korea"),
        (("claims", "--kind", "Marriage"), "take one of"),
        (("arms", "--since", "yesterday"), "write it as 2020"),
        (("arms", "--status", "true"), "Invalid value for '--status'"),
        (("document", "doc:0"), 'no document is "doc:0"'),
        (("withdraw", "doc:0"), 'no document is "doc:0"'),
        (("arms", "--store", "mysql://u:secret@h/db"), "is not the address of a store"),
        (("arms", "--store", "sqlite:nowhere.db"), "kg load"),
        (("copy", "sqlite:nowhere.db", "sqlite:other.db"), "kg load"),
        (("marry",), "No such command"),
    ],
)
def test_wrong_usage_is_told_in_a_line_and_ends_with_2(kg: Kg, command: tuple[str, ...], told: str) -> None:
    done = kg(*command)
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.output
    assert "secret" not in done.output
