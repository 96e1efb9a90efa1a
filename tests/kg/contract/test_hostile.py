import pytest

from kg.store import EntityFilter, Store
from ontology.identity import document_id
from tests.kg.articles import AZERBAIJAN, DRONES, HERALD, RUSSIA, Said, Somebody, arms, article
from tests.kg.dump import dump
from tests.kg.stories import SHUSHA_TAKEN

HOSTILE = [
    "Robert'); DROP TABLE claims; --",
    '"quoted" and \\"escaped\\"',
    "`backticks`) DETACH DELETE n //",
    "}) MATCH (n) DETACH DELETE n RETURN 1 //",
    "$parameter {braces} ?1 :name @name %s",
    "nul \x00 inside",
    "line\r\nend\u2028and\x85more\t\x1f",
    "emoji 🚀 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢, \u202eright to left",
    "é composed, e\u0301 decomposed",
    "\\u0041 \\N{BULLET} \\x00",
    " leading and trailing ",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_as_it_is(store: Store, text: str) -> None:
    store.put(SHUSHA_TAKEN)
    before = dump(store)
    somebody = Somebody(text, "Organization", mentions=(text + "!",))
    deal = arms(somebody, AZERBAIJAN, item=DRONES, value=text, condition=text)
    bundle = article(f"id:{text}", Said(somebody, text, (deal,)), publisher=somebody)
    store.put(bundle)
    (claim,) = [claim for claim in store.iter_claims() if claim.content == text]
    assert claim.evidence[0].quote == text
    assert claim.claimant
    assert claim.claimant.name == text
    assert claim.positions[0].qualifiers["value"] == text
    assert [entity.name for entity in store.iter_entities(EntityFilter(name=text + "!"))] == [text]
    document = store.get_document(document_id(bundle.document.key))
    assert document
    assert (document.key, document.text, document.title) == (f"id:{text}", text, f"Title of id:{text}")
    assert [entry.bundle for entry in store.iter_log()] == [SHUSHA_TAKEN, bundle]
    store.withdraw(document.id)
    assert dump(store) == before


def test_a_very_long_text_is_kept(store: Store) -> None:
    text = "long " * 200_000
    store.put(article("id:long", Said(HERALD, text, (arms(RUSSIA, AZERBAIJAN),))))
    (claim,) = store.iter_claims()
    assert claim.content == text
    (edge,) = store.iter_shortcuts()
    assert edge.quote == text
