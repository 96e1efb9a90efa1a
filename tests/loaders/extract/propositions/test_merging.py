from dataclasses import replace

from loaders.extract.attribution import Attribution
from loaders.extract.propositions.merging import merge
from loaders.extract.propositions.statement import Statement
from ontology.extraction import Span

SENTENCE = Span(0, 100)
SOLD = Statement("ArmsSale", {"supplier": "s:a", "recipient": "s:b"}, Span(10, 14), SENTENCE)
READ = replace(SOLD, roles={"supplier": "s:a", "recipient": "s:c"}, trigger=Span(8, 20), score=0.8)
HELD = Statement("Control", {"controller": "s:a", "place": "l:p"}, Span(10, 14), SENTENCE)


def test_a_frame_is_believed_over_the_reader_on_the_same_words() -> None:
    assert merge([SOLD], [READ], ()) == (SOLD,)


def test_the_reader_adds_what_no_frame_sees() -> None:
    elsewhere = replace(READ, trigger=Span(40, 44))
    assert merge([SOLD], [elsewhere], ()) == (SOLD, elsewhere)


def test_a_frame_settles_who_holds_a_place_in_its_sentence() -> None:
    other = replace(HELD, roles={"controller": "s:z", "place": "l:p"}, trigger=Span(60, 64), score=0.9)
    assert merge([HELD], [other], ()) == (HELD,)
    assert merge([HELD], [replace(other, sentence=Span(50, 100))], ()) == (HELD, replace(other, sentence=Span(50, 100)))


def test_one_thing_is_stated_once_a_sentence_with_all_that_is_told_of_it() -> None:
    again = replace(SOLD, trigger=Span(40, 44), qualifiers={"stage": "agreed"}, score=0.7)
    (merged,) = merge([SOLD], [again], ())
    assert merged.trigger == SOLD.trigger
    assert merged.qualifiers == {"stage": "agreed"}


def test_what_two_speakers_say_stays_apart() -> None:
    again = replace(SOLD, trigger=Span(40, 44), score=0.7)
    said = Attribution((Span(30, 60),), claimant="p:x")
    assert merge([SOLD], [again], (said,)) == (SOLD, again)


def test_two_tolls_in_a_sentence_stay_two() -> None:
    killed = Statement("Casualties", {"harm": "killed"}, Span(0, 9), SENTENCE, qualifiers={"low": 5, "high": 5})
    other = replace(killed, trigger=Span(20, 29), qualifiers={"low": 9, "high": 9})
    assert merge([killed, other], [], ()) == (killed, other)
