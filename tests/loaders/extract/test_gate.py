import dataclasses

import pytest

from loaders.extract.gate import to_bundle
from ontology.claim import Position
from ontology.entity import Entity
from ontology.extraction import Extraction, FoundClaim, Span
from ontology.identity import as_read_id
from tests.loaders.extract.texts import KEY, OUTLET, document

TEXT = "Kenya said the port is open. Nobody else spoke."
KENYA = Entity(as_read_id(KEY, "State", "Kenya"), "State", "Kenya", ("Kenya",), "Q114")
GOOD = FoundClaim(KENYA.id, (Span(11, 27),), (Span(0, 28),), relayed_by=(OUTLET.id,))


def extraction(*claims: FoundClaim) -> Extraction:
    return Extraction(document(TEXT), (OUTLET, KENYA), (), claims)


def test_what_stands_in_the_text_goes_through_with_its_whole_sentence() -> None:
    bundle = to_bundle(extraction(GOOD))
    assert [(c.claimant, c.content, c.relayed_by) for c in bundle.claims] == [
        (KENYA.id, "the port is open", (OUTLET.id,))
    ]
    assert [(e.quote, e.start, e.end) for e in bundle.claims[0].evidence] == [("Kenya said the port is open.", 0, 28)]
    assert bundle.rejects == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"content": (Span(11, 270),)}, "its words do not stand in the text"),
        ({"content": (Span(20, 11),)}, "its words do not stand in the text"),
        ({"content": ()}, "it has no words of its own in the text"),
        ({"evidence": (Span(29, 47),)}, "its content does not stand in its evidence"),
        ({"claimant": "state:peru@x"}, "it speaks of state:peru@x, which is not among the entities"),
        ({"positions": (Position("Rumour", {}),)}, '"Rumour" is no kind of proposition'),
        ({"positions": (Position("Control", {"controller": KENYA.id}),)}, "Control: place is missing"),
        (
            {"positions": (Position("Control", {"controller": KENYA.id, "place": KENYA.id, "x": KENYA.id}),)},
            "Control: x is unknown; its roles are controller, place",
        ),
        (
            {"positions": (Position("Control", {"controller": KENYA.id, "place": "place:x@x"}),)},
            "Control: place: 'place:x@x' is not among the entities",
        ),
        (
            {
                "positions": (
                    Position("Control", {"controller": KENYA.id, "place": KENYA.id}, qualifiers={"from": "soon"}),
                )
            },
            "Control: from: 'soon' is not a date",
        ),
    ],
)
def test_what_does_not_fit_is_rejected_with_its_reason(change: dict[str, object], reason: str) -> None:
    wrong = dataclasses.replace(GOOD, **change)  # type: ignore[arg-type]
    bundle = to_bundle(extraction(wrong, GOOD))
    assert [reject.reason for reject in bundle.rejects] == [reason]
    assert len(bundle.claims) == 1


def test_who_says_it_is_not_said_to_relay_it() -> None:
    own = FoundClaim(OUTLET.id, (Span(0, 28),), (Span(0, 28),), relayed_by=(OUTLET.id,))
    assert to_bundle(extraction(own)).claims[0].relayed_by == ()


def test_a_split_content_is_joined() -> None:
    split = dataclasses.replace(GOOD, content=(Span(0, 5), Span(11, 27)))
    assert to_bundle(extraction(split)).claims[0].content == "Kenya … the port is open"
