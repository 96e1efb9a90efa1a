from dataclasses import replace
from itertools import permutations

import pytest

from ontology.bundle import Bundle, check_bundle, make_bundle
from ontology.claim import Claim, Evidence, Polarity, Position, Stance
from ontology.document import Document, Form
from ontology.entity import Entity
from ontology.errors import BundleError
from tests.ontology.said import DOCUMENT, ENTITIES, FIRST, FRANCE, HERALD, KEY, SALE, SECOND, TEXT, claim


def test_the_same_words_are_one_claim_with_more_evidence() -> None:
    twice = replace(DOCUMENT, text=f"{TEXT} {TEXT}")
    bundle = make_bundle(twice, ENTITIES, [claim(at=len(TEXT) + 1), claim()])
    assert [len(c.evidence) for c in bundle.claims] == [2]
    assert [e.start for e in bundle.claims[0].evidence] == [0, len(TEXT) + 1]


def test_other_words_are_another_claim() -> None:
    assert len(make_bundle(DOCUMENT, ENTITIES, [claim(), claim(SECOND)]).claims) == 2


def test_the_same_words_of_another_are_another_claim() -> None:
    assert len(make_bundle(DOCUMENT, ENTITIES, [claim(), claim(FIRST, None)]).claims) == 2


def test_a_position_that_is_taken_twice_is_kept_once() -> None:
    again = Position(SALE.kind, dict(reversed([*SALE.roles.items()])), qualifiers=SALE.qualifiers)
    bundle = make_bundle(DOCUMENT, ENTITIES, [claim(FIRST, HERALD.id, SALE, again)])
    assert bundle.claims[0].positions == (SALE,)


def test_the_order_of_what_comes_in_does_not_show() -> None:
    negated = replace(SALE, polarity=Polarity.NEGATES)
    said = [claim(FIRST, HERALD.id, SALE), claim(FIRST, HERALD.id, negated), claim(SECOND)]
    said.append(replace(said[0], stance=Stance.CONFIRMS))
    said.append(replace(said[0], content=FIRST.upper()))
    bundles = {repr(make_bundle(DOCUMENT, reversed(ENTITIES), order)) for order in permutations(said)}
    assert len(bundles) == 1
    assert repr(make_bundle(DOCUMENT, ENTITIES, said)) in bundles


def quoted(quote: str, start: int | None = None, end: int | None = None) -> Claim:
    return replace(claim(), evidence=(Evidence(quote, start, end),))


@pytest.mark.parametrize(
    ("document", "entities", "claims", "reason"),
    [
        (DOCUMENT, [FRANCE], [], "the-herald.* is spoken of, but not among the entities"),
        (replace(DOCUMENT, agency="organization:nobody"), ENTITIES, [], "nobody is spoken of"),
        (DOCUMENT, ENTITIES, [claim(FIRST, "person:nobody")], "nobody is spoken of"),
        (DOCUMENT, ENTITIES, [replace(claim(), relayed_by=("person:nobody",))], "nobody is spoken of"),
        (DOCUMENT, ENTITIES, [Claim(HERALD.id, "Nothing.")], 'the claim "Nothing." has no evidence'),
        (DOCUMENT, ENTITIES, [claim(at=1)], "does not stand at 1"),
        (DOCUMENT, ENTITIES, [quoted(SECOND, -len(SECOND), len(TEXT))], f"does not stand at -{len(SECOND)}"),
        (DOCUMENT, ENTITIES, [quoted(TEXT)], "does not stand at None"),
        (DOCUMENT, ENTITIES, [quoted("", 0, 0)], "here it is neither"),
        (DOCUMENT, ENTITIES, [replace(claim(), evidence=(Evidence(),))], "here it is neither"),
        (replace(DOCUMENT, text=None), ENTITIES, [claim()], "does not stand at 0"),
        (replace(DOCUMENT, published="8 Novembr"), ENTITIES, [], 'published: "8 Novembr" is not a date'),
        (DOCUMENT, ENTITIES, [replace(claim(), said_on="soon")], 'said on: "soon" is not a date'),
        (DOCUMENT, [*ENTITIES, Entity("x:y@1", "Wizard", "Y")], [], 'of the class "Wizard"'),
        (DOCUMENT, ENTITIES, [claim(FIRST, HERALD.id, Position("Romance", {}))], "no kind of proposition"),
    ],
)
def test_a_bundle_that_contradicts_itself_is_refused(
    document: Document, entities: list[Entity], claims: list[Claim], reason: str
) -> None:
    with pytest.raises(BundleError, match=f"^id:a: .*{reason}"):
        make_bundle(document, entities, claims)


@pytest.mark.parametrize(
    ("bundle", "reason"),
    [
        (Bundle(DOCUMENT), "not among the entities"),
        (Bundle(DOCUMENT, (Entity("person:x@1", "Person", "X"),)), "person:x@1 is private, and not of this document"),
        (Bundle(DOCUMENT, (HERALD, HERALD)), "the entity organization:the-herald.* is listed 2 times"),
        (
            Bundle(DOCUMENT, (HERALD,), (claim(), replace(claim(), content=FIRST.upper()))),
            "the claim .* is listed 2 times",
        ),
    ],
)
def test_a_bundle_that_was_not_made_here_is_checked_as_well(bundle: Bundle, reason: str) -> None:
    with pytest.raises(BundleError, match=reason):
        check_bundle(bundle)


def test_names_of_one_id_are_one_entity_under_its_longest_name() -> None:
    taliban = Entity("organization:the-taliban@1", "Organization", "The Taliban", ("The Taliban", "Taliban"))
    others = (
        replace(taliban, type="ArmedGroup", name="The-Taliban", mentions=("The-Taliban",)),
        replace(taliban, name="the  Taliban", mentions=("the  Taliban",), known="Q42418", private=True),
    )
    for order in permutations((taliban, *others)):
        (entity,) = (e for e in make_bundle(DOCUMENT, [*ENTITIES, *order], []).entities if e.id == taliban.id)
        assert (entity.name, entity.type, entity.known, entity.private) == (
            "the  Taliban", "ArmedGroup", "Q42418", False,
        )  # fmt: skip
        assert entity.mentions == ("the  Taliban", "The-Taliban", "The Taliban", "Taliban")


def test_two_who_are_known_apart_need_two_ids() -> None:
    one = Entity("person:john-smith@1", "Person", "John Smith", known="person:reign-1")
    with pytest.raises(BundleError, match="john-smith@1 is person:reign-1 and person:reign-2 at once"):
        make_bundle(DOCUMENT, [*ENTITIES, one, replace(one, known="person:reign-2")], [])


def test_a_record_of_a_dataset_is_evidence_enough() -> None:
    document = Document("id:register#1", HERALD.id, Form.DATASET)
    bundle = make_bundle(document, [HERALD], [Claim(HERALD.id, "row 17", evidence=(Evidence(record="17"),))])
    assert bundle.claims[0].evidence[0].record == "17"


def test_a_long_key_does_not_fill_the_message() -> None:
    with pytest.raises(BundleError) as caught:
        make_bundle(replace(DOCUMENT, key=KEY * 1000), [], [])
    assert len(str(caught.value)) < 400
