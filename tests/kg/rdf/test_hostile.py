from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answers import Claim, Document, Entity, Named, Position, Proposition, Shortcut, Status
from kg.rdf.claims import iter_claim
from kg.rdf.documents import iter_document
from kg.rdf.entities import iter_entity
from kg.rdf.nquads import to_line
from kg.rdf.propositions import iter_proposition
from kg.rdf.shortcuts import iter_shortcut
from kg.rdf.terms import Quad, Triple, thing
from kg.rdf.turtle import iter_trig
from ontology.claim import Evidence, Modality, Polarity, Stance, Value
from ontology.document import Form
from tests.kg.rdf.reading import read

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


def said_everywhere(words: str) -> Iterator[Triple]:
    """The words as every name, id, address, date, quote and qualifier that a document can bring."""
    who = Named(words, words)
    sale = Proposition(words, "ArmsSale", {"supplier": who, "recipient": who}, Status.OPEN, (who,), (who,), 1, words)
    qualifiers: dict[str, Value] = {
        "item": words,
        "item_id": words,
        "ordered": words,
        "condition": words,
        "uncertain": (words,),
    }
    position = Position(sale, Polarity.AFFIRMS, Modality.ASSERTED, qualifiers)
    evidence = (Evidence(words, 0, len(words)), Evidence(record=words))
    url = f"https://a.example/{words}"
    yield from iter_document(Document(words, words, words, Form.ARTICLE, who, url, words, words, words, who))
    yield from iter_claim(Claim(words, words, who, Stance.ASSERTS, words, (who,), words, "", evidence, (position,)))
    yield from iter_entity(Entity(words, "Person", words, (words, f"{words} again"), (words,)))
    yield from iter_proposition(sale)
    yield from iter_shortcut(
        Shortcut("ArmsSale", "SELLS_ARMS_TO", words, words, words, Status.OPEN, (words,), words, words, 1, 1, words)
    )


@settings(deadline=None)
@given(ANY_TEXT)
def test_whatever_a_document_says_comes_back_as_it_went(words: str) -> None:
    quads: list[Quad] = [(*triple, thing(words)) for triple in said_everywhere(words)]
    assert set(read("".join(map(to_line, quads)), "nquads").quads()) == set(quads)
    assert set(read("".join(iter_trig(quads)), "trig").quads()) == set(quads)
