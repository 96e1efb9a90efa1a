import pytest

from ontology.extraction import Extraction
from tests.loaders.extract.texts import OUTLET, name_of, read_text, taken

CAPTION = "Belarus sold forty tanks to Sudan in May."


def own_kinds(extraction: Extraction) -> set[str]:
    return {p.kind for c in extraction.claims if c.claimant == OUTLET.id for p in c.positions}


def test_what_stands_in_a_content_is_never_the_outlets_own() -> None:
    extraction = read_text("Finland sold forty tanks to Latvia, President Sauli Virtanen said.")
    holders = {name_of(extraction, c.claimant) for c in extraction.claims for p in c.positions if p.kind == "ArmsSale"}
    assert holders == {"Sauli Virtanen"}


def test_an_office_told_by_a_title_is_the_outlets_own() -> None:
    assert "Office" in own_kinds(read_text("Finnish President Sauli Virtanen said that the talks had ended."))


def test_what_the_article_says_itself_hangs_on_its_sentence() -> None:
    extraction = read_text(CAPTION)
    claim = next(c for c in extraction.claims if c.claimant == OUTLET.id)
    assert [p.kind for p in claim.positions] == ["ArmsSale"]
    assert CAPTION[claim.content[0].start : claim.content[0].end] == CAPTION


def test_a_sentence_that_is_printed_thrice_is_one_claim_with_three_places() -> None:
    extraction = read_text(f"{CAPTION}\nThe deal was kept secret.\n{CAPTION}\nNobody spoke.\n{CAPTION}")
    claims = [c for c in extraction.claims if any(p.kind == "ArmsSale" for p in c.positions)]
    assert [len(c.evidence) for c in claims] == [3]


def test_others_words_are_relayed_by_the_outlet() -> None:
    extraction = read_text("Finland said that the talks had ended.")
    assert [c.relayed_by for c in extraction.claims if c.claimant != OUTLET.id] == [(OUTLET.id,)]


def test_who_quotes_another_relays_him() -> None:
    extraction = read_text('Kenya said that Uganda denied that its troops had left. "They know," Finland said.')
    relayed = {
        name_of(extraction, c.claimant): [name_of(extraction, r) for r in c.relayed_by] for c in extraction.claims
    }
    assert relayed == {"Kenya": ["Test Wire"], "Uganda": ["Test Wire", "Kenya"], "Finland": ["Test Wire"]}


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Kenya has denied that it will supply Chad with rockets.", "Kenya"),
        ("Peru denied reports that it had agreed to sell rifles to Fiji.", "Peru"),
        ("Chad denied that it allegedly sold rifles to Fiji.", "Chad"),
    ],
)
def test_a_denial_is_neither_a_plan_nor_a_rumour(text: str, denier: str) -> None:
    assert {one for one in taken(text) if one[1] == "ArmsSale"} == {(denier, "ArmsSale", "negates", "asserted")}


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Peru denied that it had sent the tanks with which Chad bombed Niger.", "Peru"),
        ("Kenya denied that it had sold the rifles to the men who attacked Somalia.", "Kenya"),
        ("Fiji denied that it had closed its port after Chad bombed Niger.", "Fiji"),
    ],
)
def test_a_denial_takes_for_granted_what_its_asides_tell(text: str, denier: str) -> None:
    fights = {(who, polarity) for who, kind, polarity, _ in taken(text) if kind == "Hostility"}
    assert (denier, "negates") not in fights


@pytest.mark.parametrize("verb", ["denies backing", "has denied supporting", "denied arming"])
def test_who_denies_doing_something_denies_it_himself(verb: str) -> None:
    told = {(who, polarity) for who, kind, polarity, _ in taken(f"Rwanda {verb} the M23.") if kind == "Support"}
    assert told <= {("Rwanda", "negates")}
