import numpy as np
import pytest

from loaders.extract.model import MODALITIES, Reading, read
from loaders.extract.passage import make_passage
from ontology.claim import Modality
from ontology.extraction import Span
from tests.loaders.extract.texts import document

TEXT = "Finland sold forty tanks to Latvia in May, President Sauli Virtanen said."


def reading(text: str = TEXT) -> Reading:
    return read(make_passage(document(text)))[0]


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_names_speakers_contents_and_triggers_are_tagged() -> None:
    one = reading()
    tagged = {(TEXT[t.span.start : t.span.end], t.label) for head in ("ner", "att", "men") for t in one.tagged(head)}
    assert {("Finland", "LOC"), ("Sauli Virtanen", "PER"), ("said", "CUE"), ("Finland", "state")} <= tagged
    assert any(t.label == "ArmsSale" and 0.5 < t.prob <= 1 for t in one.triggers())


def test_roles_tell_the_supplier_from_the_recipient() -> None:
    one = reading()
    trigger = next(t for t in one.triggers() if t.label == "ArmsSale")
    roles = one.roles(trigger, [span("Finland"), span("Latvia"), span("May"), Span(900, 905)])
    assert roles.argmax(1).tolist()[:2] == [1, 2]
    assert roles[3].tolist() == [1, 0, 0]


def test_polarity_and_modality_of_a_plain_sentence() -> None:
    polarity, modality = reading().polarity_modality(span("sold forty tanks"))
    assert polarity.argmax() == 0
    assert MODALITIES[int(modality.argmax())] is Modality.ASSERTED


def test_words_outside_of_the_window_have_no_polarity() -> None:
    with pytest.raises(ValueError, match="does not stand in this window"):
        reading().polarity_modality(Span(900, 905))


def test_sources_are_chosen_among_those_given() -> None:
    content = span("Finland sold forty tanks to Latvia in May")
    assert reading().sources([content], [span("Latvia"), span("Sauli Virtanen")])[0].argmax() == 2
    assert reading().sources([content], []).shape == (1, 1)


def test_the_same_text_gives_the_same_bytes() -> None:
    assert np.array_equal(reading().x, reading().x)
    assert reading().tagged("att") == reading().tagged("att")


def test_an_empty_text_has_no_readings() -> None:
    assert read(make_passage(document(" \n "))) == ()
