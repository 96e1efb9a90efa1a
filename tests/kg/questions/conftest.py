"""A store in which one article has Russia arm both sides, Turkey send drones, and Shusha contested."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import Store
from kg.stores import open_store
from ontology.bundle import Reject
from ontology.claim import Stance
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
    Said,
    arms,
    article,
    control,
    stated,
)

WAR = article(
    "url:https://herald.example/war",
    Said(HERALD, "Russia sells arms to both sides.", (arms(RUSSIA, AZERBAIJAN), arms(RUSSIA, ARMENIA))),
    Said(HERALD, "Turkey sent drones.", (arms(TURKEY, AZERBAIJAN, item=DRONES, delivered="2019; 2020"),)),
    Said(ALIYEV, "Shusha is ours.", (control(AZERBAIJAN, SHUSHA),), said_on="2020-11-08", relayed_by=(HERALD,)),
    Said(OFFICIALS, "It is not taken.", (control(AZERBAIJAN, SHUSHA, polarity="negates"),), stance=Stance.DENIES),
    Said(STEPANYAN, "The fighting goes on."),
    Said(None, "A truce is near.", (stated("Agreement", {"a": ARMENIA, "b": AZERBAIJAN}, modality="rumoured"),)),
    Said(HERALD, "A hundred died.", (stated("Casualties", {"harm": "killed", "place": SHUSHA}, low=100, high=None),)),
    rejects=(Reject("claim 9", "the quote is not in the text"),),
)
DENIAL = article(
    "id:denial",
    Said(TURKEY, "Turkey sends no arms.", (arms(TURKEY, AZERBAIJAN, polarity="negates"),), stance=Stance.DENIES),
    Said(TRIBUNE, "France may sell tanks.", (arms(ARMENIA, AZERBAIJAN, modality="rumoured"),)),
    publisher=TRIBUNE,
    published="2021-05",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The store with both articles."""
    with open_store(f"sqlite:{tmp_path / 'asked.db'}", create=True) as opened:
        opened.put(WAR)
        opened.put(DENIAL)
        yield opened
