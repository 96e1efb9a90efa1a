"""The articles that the contract tests tell: one world, several papers."""

from ontology.bundle import Bundle
from tests.kg.articles import (
    ALIYEV,
    ARMENIA,
    AZERBAIJAN,
    DRONES,
    HERALD,
    OFFICIALS,
    RUSSIA,
    SHUSHA,
    STEPANYAN,
    TRIBUNE,
    TURKEY,
    WIRE,
    Said,
    Somebody,
    arms,
    article,
    control,
    stated,
)

TAKEN = control(AZERBAIJAN, SHUSHA)
CEASEFIRE = stated("Agreement", {"a": ARMENIA, "b": AZERBAIJAN}, modality="rumoured")
SHUSHA_TAKEN = article(
    "url:https://herald.example/1",
    Said(ALIYEV, "Shusha is ours.", (TAKEN,), relayed_by=(HERALD,)),
    Said(HERALD, "Turkey sold drones to Azerbaijan.", (arms(TURKEY, AZERBAIJAN, item=DRONES),)),
    Said(None, "A ceasefire may be near.", (CEASEFIRE,)),
)
SHUSHA_DENIED = article(
    "url:https://tribune.example/2",
    Said(OFFICIALS, "Shusha has not fallen.", (control(AZERBAIJAN, SHUSHA, polarity="negates"),)),
    Said(STEPANYAN, "The fighting goes on.", (stated("Hostility", {"a": ARMENIA, "b": AZERBAIJAN}),)),
    publisher=TRIBUNE,
)
TOLLS = article(
    "url:https://herald.example/3",
    Said(HERALD, "Putin put it at 5,000.", (stated("Casualties", {"harm": "killed"}, low=5000, high=5000),)),
    Said(HERALD, "Hundreds died in Shusha.", (stated("Casualties", {"harm": "killed", "place": SHUSHA}, low=100),)),
    published=None,
)
SHUSHA_TAKEN_CORRECTED = article(
    "url:https://herald.example/1",
    Said(ALIYEV, "Shusha is ours.", (TAKEN,), relayed_by=(HERALD,)),
    Said(HERALD, "Russia sold arms to Armenia.", (arms(RUSSIA, ARMENIA),)),
)
STORIES = (SHUSHA_TAKEN, SHUSHA_DENIED, TOLLS)


def wire(key: str, paper: Somebody, content: str, agency: Somebody | None = WIRE, day: str = "2020-11-08") -> Bundle:
    """A paper that prints, in these words, that Russia sold arms to Armenia."""
    return article(key, Said(paper, content, (arms(RUSSIA, ARMENIA),)), publisher=paper, agency=agency, published=day)
