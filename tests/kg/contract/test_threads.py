import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from kg.store import Store
from ontology.bundle import Bundle
from ontology.identity import document_id
from tests.kg.articles import ARMENIA, AZERBAIJAN, DRONES, HERALD, RUSSIA, TRIBUNE, TURKEY, WIRE, Said, arms, article
from tests.kg.dump import dump

THREADS = 8
STATES = (RUSSIA, ARMENIA, AZERBAIJAN, TURKEY)


def test_eight_threads_end_in_the_same_store_as_one(store: Store, another: Callable[[], Store]) -> None:
    bundles = [_overlapping(number) for number in range(48)]
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(store.put, bundles))
    alone = another()
    for bundle in bundles:
        alone.put(bundle)
    assert dump(store) == dump(alone)
    assert len(list(store.iter_log())) == len(bundles)


def test_eight_threads_that_put_and_withdraw_leave_what_was_there(store: Store) -> None:
    store.put(_overlapping(0))
    before = dump(store)

    def come_and_go(number: int) -> None:
        store.put(_overlapping(number))
        store.withdraw(document_id(f"id:{number}"))

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(come_and_go, range(1, 25)))
    assert dump(store) == before


def test_a_reader_sees_one_moment_while_others_write(store: Store) -> None:
    for number in range(3):
        store.put(_overlapping(number))
    claims = store.iter_claims()
    first = next(claims)
    store.put(_overlapping(3))
    store.withdraw(document_id("id:0"))
    seen = [first, *claims]
    assert {claim.document for claim in seen} == {document_id(f"id:{number}") for number in range(3)}


def _overlapping(number: int) -> Bundle:
    dice = random.Random(number)
    supplier, recipient = dice.sample(STATES, 2)
    sign = dice.choice(["affirms", "negates"])
    deal = arms(supplier, recipient, item=DRONES, polarity=sign)
    paper = dice.choice([HERALD, TRIBUNE])
    said = Said(dice.choice(STATES), f"Sale number {number % 7}.", (deal,), relayed_by=(paper,))
    agency = WIRE if number % 3 == 0 else None
    return article(f"id:{number}", said, publisher=paper, published=f"2020-11-{1 + number % 9:02}", agency=agency)
