"""What the tests of analyses tell: wars with their times, pacts, a chain of dealers, two blocs."""

from itertools import combinations

from ontology.bundle import Bundle
from tests.kg.articles import (
    ARMENIA,
    AZERBAIJAN,
    HERALD,
    RUSSIA,
    TRIBUNE,
    TURKEY,
    Said,
    Somebody,
    Stated,
    arms,
    article,
    stated,
)
from tests.kg.questions.conftest import DENIAL, WAR

PACT = Somebody("Common Pact", "Alliance")
A, B, C, D, E, F = (Somebody(f"State {letter}", "State", f"state:{letter.lower()}") for letter in "ABCDEF")


def tie(one: Somebody, other: Somebody, **dates: str) -> Stated:
    return stated("AllianceTie", {"a": one, "b": other}, **dates)


SIDES = {"a": ARMENIA, "b": AZERBAIJAN}
FIGHTS = article(
    "id:wars",
    Said(HERALD, "They fought at first.", (stated("Hostility", SIDES, from_="1992", to="1994"),)),
    Said(HERALD, "They fought again \x1b<&.", (stated("Hostility", SIDES, from_="2020-09", to="2020-11"),)),
)
PACTS = article(
    "id:pacts",
    Said(HERALD, "Armenia signed.", (tie(ARMENIA, PACT, from_="2002"),)),
    Said(HERALD, "Russia signed.", (tie(RUSSIA, PACT, from_="2002"),)),
    Said(TRIBUNE, "They were allies for a while.", (tie(AZERBAIJAN, RUSSIA, from_="1993", to="1999"),)),
    Said(TRIBUNE, "They are allies.", (tie(AZERBAIJAN, TURKEY, from_="2010"),)),
)
DEALERS = article(
    "id:dealers",
    Said(HERALD, "A and D arm B, which arms C.", (arms(A, B), arms(D, B), arms(B, C))),
    Said(A, "We arm nobody.", (arms(A, B, polarity="negates"),)),
)
BLOCS = article(
    "id:blocs",
    Said(
        HERALD,
        "Three and three, and a bridge.",
        (*(tie(*pair) for three in ((A, B, C), (D, E, F)) for pair in combinations(three, 2)), arms(C, D)),
    ),
)
ALL: tuple[Bundle, ...] = (WAR, DENIAL, FIGHTS, PACTS, BLOCS)
