import json
from dataclasses import asdict, replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.bundle import Bundle, Reject, Run, make_bundle
from ontology.canonical import Written, bundle_version, from_json, to_json
from ontology.claim import Claim, Evidence, Modality, Polarity, Position, Stance
from ontology.document import Document, Form, Part, PartKind
from ontology.errors import BundleError
from tests.ontology.said import DOCUMENT, EGYPT, ENTITIES, FIRST, FRANCE, HERALD, JETS, SALE, SINAI, claim, entity

BUNDLE = make_bundle(DOCUMENT, ENTITIES, [claim(FIRST, HERALD.id, SALE)])

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MAYBE = st.none() | WORDS
DATES = st.none() | st.dates().map(lambda day: day.isoformat())
ACTORS = st.sampled_from([FRANCE.id, EGYPT.id])
SALES = st.builds(
    Position,
    st.just("ArmsSale"),
    st.fixed_dictionaries({"supplier": ACTORS, "recipient": ACTORS}),
    st.sampled_from(Polarity),
    st.sampled_from(Modality),
    st.fixed_dictionaries(
        {},
        optional={
            "item": st.just(JETS.id),
            "number": st.none() | st.integers(-(2**63), 2**63 - 1),
            "value": WORDS,
            "delivered": st.just("1957; 1958"),
            "stage": st.sampled_from(["agreed", "completed"]),
            "uncertain": st.lists(WORDS, max_size=3).map(tuple),
        },
    ),
)
HELD = st.builds(
    Position, st.just("Control"), st.fixed_dictionaries({"controller": ACTORS, "place": st.just(SINAI.id)})
)
CLAIMS = st.builds(
    Claim,
    st.sampled_from([None, HERALD.id, FRANCE.id]),
    WORDS,
    st.sampled_from(Stance),
    st.lists(st.just(HERALD.id), max_size=1).map(tuple),
    DATES,
    st.lists(st.builds(Evidence, record=WORDS.filter(bool)), min_size=1, max_size=2).map(tuple),
    st.lists(SALES | HELD, max_size=3).map(tuple),
)
DOCUMENTS = st.builds(
    Document,
    key=WORDS.map(lambda word: f"id:{word}"),
    publisher=st.just(HERALD.id),
    form=st.sampled_from(Form),
    title=MAYBE,
    published=DATES,
    text=MAYBE,
    parts=st.lists(st.builds(Part, st.sampled_from(PartKind), st.just(0), st.just(3)), max_size=2).map(tuple),
)
BUNDLES = st.builds(
    make_bundle,
    DOCUMENTS,
    st.just(ENTITIES),
    st.lists(CLAIMS, max_size=4),
    st.lists(st.builds(Reject, WORDS, WORDS, WORDS), max_size=2),
    st.none() | st.builds(Run, WORDS, WORDS, DATES),
)


@settings(deadline=None)  # the first example imports pydantic
@given(BUNDLES)
def test_what_is_written_is_read_again(bundle: Bundle) -> None:
    assert from_json(to_json(bundle)) == bundle
    assert to_json(from_json(to_json(bundle))) == to_json(bundle)


@settings(deadline=None)  # the first example imports pydantic
@given(BUNDLES)
def test_a_bundle_is_one_line(bundle: Bundle) -> None:
    assert "\n" not in to_json(bundle)


@given(BUNDLES)
def test_the_bytes_are_those_of_the_standard_library(bundle: Bundle) -> None:
    written = Written.of(bundle)
    assert written.json == to_json(bundle) == _by_the_library(bundle)
    assert written.version == sha256(_by_the_library(replace(bundle, run=None)).encode()).hexdigest()[:20]


def test_half_of_a_character_is_written_as_the_standard_library_does() -> None:
    bundle = replace(BUNDLE, document=replace(DOCUMENT, title="half \ud800"))
    assert to_json(bundle) == _by_the_library(bundle)
    with pytest.raises(UnicodeEncodeError):
        Written.of(bundle)


def _by_the_library(bundle: Bundle) -> str:
    return json.dumps(asdict(bundle), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_the_version_does_not_know_who_read_it_and_when() -> None:
    read = replace(BUNDLE, run=Run("reader", "1", "2020-11-08T10:00:00Z"))
    assert bundle_version(read) == bundle_version(BUNDLE)


def test_the_version_changes_with_what_is_said() -> None:
    versions = {
        bundle_version(bundle)
        for bundle in (
            BUNDLE,
            make_bundle(DOCUMENT, ENTITIES, [claim(FIRST, HERALD.id)]),
            make_bundle(replace(DOCUMENT, title="Jets"), ENTITIES, [claim(FIRST, HERALD.id, SALE)]),
            make_bundle(DOCUMENT, [*ENTITIES, entity("Person", "X")], [claim()]),
        )
    }
    assert len(versions) == 4


def test_the_golden_version() -> None:
    assert bundle_version(BUNDLE) == "03b5583e86d917ad7fdb"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"document": {"key": 7}}', "half a bundle {", "\x00"])
def test_what_is_no_bundle_is_refused(text: str) -> None:
    with pytest.raises(BundleError, match=r"^not a bundle"):
        from_json(text)
