from rdflib import Literal

from kg.answers import Shortcut, Status
from kg.rdf.namespaces import CG
from kg.rdf.shortcuts import iter_shortcut
from kg.rdf.terms import count, day, thing


def test_a_shortcut_is_a_plain_triple_with_its_summary_on_the_proposition() -> None:
    sale = Shortcut(
        "ArmsSale", "SELLS_ARMS_TO", "Q43", "Q227", "prop:1", Status.UNCONTESTED, ("drones",), "2019", None, 2, 1, "Q."
    )
    assert list(iter_shortcut(sale)) == [
        (thing("Q43"), CG["SELLS_ARMS_TO"], thing("Q227")),
        (thing("prop:1"), CG["items"], Literal("drones")),
        (thing("prop:1"), CG["first"], day("2019")),
        (thing("prop:1"), CG["claims"], count(2)),
        (thing("prop:1"), CG["quote"], Literal("Q.")),
    ]
