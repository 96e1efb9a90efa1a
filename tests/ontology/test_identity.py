"""The golden values: where one of them changes, `VERSION` changes with it, and every store has to be rebuilt."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.claim import Claim
from ontology.entity import Entity
from ontology.identity import (
    VERSION,
    as_read_id,
    canonical_id,
    claim_id,
    digest,
    document_id,
    document_key,
    fold,
    is_private,
    ordered_roles,
    proposition_id,
    slug,
)

KEY = document_key(url="HTTPS://Example.org/a#top")
STEPANYAN = as_read_id(KEY, "Person", "Shushan Stepanyan")


def test_the_golden_values_are_of_version_1() -> None:
    assert VERSION == 1


def test_a_document_is_its_url_else_its_given_id_else_its_text() -> None:
    assert KEY == "url:https://example.org/a"
    assert document_id(KEY) == "doc:010cec320b0ab0d07e31"
    assert document_key(given=" 17 ") == "id:17"
    assert document_key(text="hello") == "text:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def test_an_entity_is_first_as_read_then_across_documents() -> None:
    assert STEPANYAN == "person:shushan-stepanyan@010cec320b0ab0d07e31"
    assert canonical_id(Entity(STEPANYAN, "Person", "Shushan Stepanyan")) == "person:shushan-stepanyan"
    assert canonical_id(Entity(STEPANYAN, "Person", "Shushan Stepanyan", known="person:reign-7")) == "person:reign-7"


def test_a_claim_is_its_claimant_and_its_words() -> None:
    assert claim_id(KEY, Claim(STEPANYAN, "“Shusha  is ours”")) == "claim:b859d24f8b00c023755c"
    assert claim_id(KEY, Claim(STEPANYAN, '"shusha is OURS"')) == "claim:b859d24f8b00c023755c"
    assert claim_id(KEY, Claim(None, "“Shusha  is ours”")) != "claim:b859d24f8b00c023755c"


def test_a_proposition_is_its_kind_and_roles() -> None:
    assert proposition_id("Control", {"controller": "Q227", "place": "place:shusha"}) == "prop:905c0b47a25ce9d80200"
    assert proposition_id("Casualties", {"harm": "killed"}, document_id(KEY)) == "prop:cb656fd066f7dc8977ed"


def test_a_symmetric_proposition_is_the_same_both_ways_round() -> None:
    assert proposition_id("Hostility", {"a": "Q43", "b": "Q399"}) == "prop:bae19cba74cffb4a342b"
    assert proposition_id("Hostility", {"a": "Q399", "b": "Q43"}) == "prop:bae19cba74cffb4a342b"
    assert ordered_roles("Hostility", {"a": "Q43", "b": "Q399"}) == {"a": "Q399", "b": "Q43"}


def test_a_sale_is_not_the_same_both_ways_round() -> None:
    there, back = {"supplier": "Q1", "recipient": "Q2"}, {"supplier": "Q2", "recipient": "Q1"}
    assert proposition_id("ArmsSale", there) != proposition_id("ArmsSale", back)


@pytest.mark.parametrize(
    ("type_", "name", "private"),
    [
        ("Person", "Ovannisian", True),
        ("Person", "Artsrun Ovannisian", False),
        ("Group", "Armenian officials", True),
        ("Place", "Shusha", False),
    ],
)
def test_who_cannot_be_told_apart_stays_private(type_: str, name: str, private: bool) -> None:
    entity = Entity(as_read_id(KEY, type_, name), type_, name)
    assert is_private(entity) is private
    assert canonical_id(entity).endswith(digest(KEY)) is private


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("O’Brien", "obrien"),
        ("Côte d'Ivoire", "cote-divoire"),
        ("Восток-1", "восток-1"),
        ("../../etc/passwd", "etc-passwd"),
        ("Łódź", "łodz"),
    ],
)
def test_a_slug_is_letters_digits_and_hyphens(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=300))
def test_every_name_has_a_slug_of_its_own_that_is_safe_to_keep(name: str) -> None:
    found = slug(name)
    assert 0 < len(found) <= 90
    assert not set(found) & set(" /@:'\"\n{}")


@pytest.mark.parametrize("text", ["“Shusha  is\nours”,", "‘SHUSHA’ — ours", "ﬁve  Straße", "İstanbul"])
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_parts_of_a_digest_do_not_run_into_each_other() -> None:
    assert digest("a", "b") == "f04cdced9736a69da610"
    assert digest("ab", "") != digest("a", "b") != digest("a\x1fb")
    assert len({digest(text) for text in ("a\x1fb", "a b", "a\x1e1b", "a\x1eb", "a\x1e0b")}) == 5


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_folds_as_all_text_does(text: str) -> None:
    assert fold(text) == fold(f"{text} é").removesuffix("é").rstrip()


@given(st.lists(st.text(st.sampled_from("a01\x1e\x1f")), max_size=4))
def test_a_digest_is_of_its_parts_with_their_separators_escaped(parts: list[str]) -> None:
    escaped = (part.replace("\x1e", "\x1e0").replace("\x1f", "\x1e1") for part in parts)
    assert digest(*parts) == sha256("\x1f".join(escaped).encode()).hexdigest()[:20]
