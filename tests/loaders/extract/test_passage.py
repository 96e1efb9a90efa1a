import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract.passage import make_passage
from ontology.document import Document, Part, PartKind
from tests.loaders.extract.texts import document


def sentences(text: str) -> list[str]:
    passage = make_passage(document(text))
    return [passage.quote(sentence.span) for sentence in passage.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended. Nobody came.", ["It ended.", "Nobody came."]),
        ("Mr. Odhiambo met Gen. Ruiz. They left.", ["Mr. Odhiambo met Gen. Ruiz.", "They left."]),
        (
            "The U.S. Navy sailed. Talks in the U.S. The fleet left.",
            ["The U.S. Navy sailed.", "Talks in the U.S.", "The fleet left."],
        ),
        ("It fell on Sept. 27 and left J. K. Osei dead.", ["It fell on Sept. 27 and left J. K. Osei dead."]),
        ("He asked: “Why now?” Nobody spoke.", ["He asked: “Why now?”", "Nobody spoke."]),
        ("“Why now?” he asked.", ["“Why now?” he asked."]),
        ("They sell gas.Tanks rolled in, he said.", ["They sell gas.", "Tanks rolled in, he said."]),
        ("A headline\n\nThe text begins.", ["A headline", "The text begins."]),
        ("One line.\nAnother line.", ["One line.", "Another line."]),
        ("It rose by 3.5 percent. That was much.", ["It rose by 3.5 percent.", "That was much."]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_lines_of_a_fixed_width_are_no_sentences() -> None:
    text = (
        "The ministry said that the\nfirst ships had left the port\nin the night. The rest would\nfollow "
        "in the morning."
    )
    assert len(sentences(text)) == 2


def test_only_headline_body_and_caption_are_mined() -> None:
    text = "OSLO (AP) — The talks ended. (AP Photo/N. N.)"
    parts = (Part(PartKind.DATELINE, 0, 12), Part(PartKind.BODY, 12, 28), Part(PartKind.CREDIT, 29, len(text)))
    passage = make_passage(Document(key="id:x", publisher="p", text=text, parts=parts))
    assert [passage.quote(s.span) for s in passage.sentences] == ["The talks ended."]


def test_a_sentence_that_is_printed_again_is_read_once() -> None:
    caption = "Soldiers stand at the gate of the base in Faya."
    text = f"{caption}\nThe siege went on.\n{caption}"
    passage = make_passage(document(text))
    assert [passage.quote(s.span) for s in passage.sentences] == [caption, "The siege went on."]
    assert [passage.quote(span) for span in passage.copies[0]] == [caption]
    assert passage.copies[0][0].start == text.rindex(caption)


def test_tokens_keep_abbreviations_numbers_and_possessives() -> None:
    passage = make_passage(document("The U.S. sold Kenya's navy 1,200 co-produced jets."))
    words = [t.text for t in passage.tokens_of(passage.sentences[0])]
    assert words == ["The", "U.S.", "sold", "Kenya", "'s", "navy", "1,200", "co-produced", "jets", "."]


def test_the_sentence_at_an_offset() -> None:
    passage = make_passage(document("One is here.  Two is there."))
    assert passage.sentence_at(3) == passage.sentences[0]
    assert passage.sentence_at(13) is None
    assert passage.sentence_at(20) == passage.sentences[1]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_gives_sentences_that_stand_in_it_in_order(text: str) -> None:
    passage = make_passage(document(text))
    at = 0
    for sentence in passage.sentences:
        assert at <= sentence.span.start < sentence.span.end <= len(text)
        assert all(passage.text[t.start : t.end] == t.text for t in passage.tokens_of(sentence))
        at = sentence.span.end


def test_a_sentence_that_nobody_would_write_is_read_in_pieces() -> None:
    text = " ".join(f"France sold {n} jets to Egypt and" for n in range(1, 300))

    found = sentences(text)

    assert max(map(len, found)) <= 2_000
    assert " ".join(found) == text
