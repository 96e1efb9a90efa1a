import dataclasses
import json

from loaders.extract import extract, to_report
from loaders.extract.report import TYPES, Report
from tests.loaders.extract.texts import OUTLET, document

TEXT = (
    "Finnish President Sauli Virtanen said that Finland sold forty tanks to Latvia. Rumours surfaced that Chad and "
    "Niger are negotiating a truce. Analysts say at least 300 people were killed. Belarus sold jets to Sudan."
)


def report() -> Report:
    return to_report(extract(document(TEXT), (OUTLET,)), "article-7")


def test_a_report_is_plain_json_under_the_callers_id() -> None:
    assert json.loads(json.dumps(dataclasses.asdict(report())))["id"] == "article-7"


def test_types_are_the_six_of_the_guidelines() -> None:
    one = report()
    assert {e.type for e in one.entities} | {m.type for m in one.mentions} <= set(TYPES)


def test_mentions_are_names_as_they_stand() -> None:
    words = [TEXT[m.start : m.end] for m in report().mentions]
    assert {"Sauli Virtanen", "Finland", "Latvia", "Belarus", "Sudan"} <= set(words)
    assert not {"Finnish", "Analysts"} & set(words)


def test_adjectives_stand_in_the_entity() -> None:
    finland = next(e for e in report().entities if e.name == "Finland")
    assert finland.mentions == ("Finland", "Finnish")


def test_claims_hold_what_others_say_and_rumours() -> None:
    one = report()
    names = {e.id: e.name for e in one.entities}
    said = {(names.get(c.claimant or ""), TEXT[c.content[0] : c.content[1]]) for c in one.claims}
    assert ("Sauli Virtanen", "Finland sold forty tanks to Latvia") in said
    assert (None, "Chad and Niger are negotiating a truce") in said
    assert OUTLET.id not in {c.claimant for c in one.claims}


def test_propositions_of_the_outlet_have_no_claimant() -> None:
    sales = {p.claimant is None: p for p in report().propositions if p.kind == "ArmsSale"}
    assert set(sales) == {True, False}
    start, end = sales[True].evidence[0]
    assert TEXT[start:end] == "Belarus sold jets to Sudan."


def test_tolls_have_bounds() -> None:
    toll = next(p for p in report().propositions if p.kind == "Casualties")
    assert (toll.low, toll.high) == (300, None)
