import pytest

from tests.loaders.extract.texts import said


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ('"We will defend every village," General Tomas Varga said.', "vows"),
        ("Finland said its forces would return in May.", "vows"),
        ("Minister Helga Brandt said the government will not pay.", "vows"),
        ("Finland said the bridge would be a problem.", "asserts"),
        ('"We can confirm that two jets are missing," General Tomas Varga said.', "confirms"),
        ('"We categorically reject this accusation," Helga Brandt told reporters.', "denies"),
        ('"I warn you that the dam may break," Helga Brandt said.', "warns"),
        ("Norway issued a statement calling on Iceland to return the ships.", "demands"),
        ("Norway called the deal a mistake for all.", "asserts"),
        ('"The reports that Kenya has sold rifles to Chad are invented," Helga Brandt said.', "denies"),
        ("Norway said that the claims that it had lost ships were completely false.", "denies"),
        ('"The published news that Kenya is sending tanks to Chad has political aims," Helga Brandt said.', "doubts"),
        ("Norway said the report of a fire was important.", "asserts"),
    ],
)
def test_what_an_utterance_does(text: str, stance: str) -> None:
    assert [s for _, s, _ in said(text)] == [stance]
