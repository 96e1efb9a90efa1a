from kg.answers import Named, Told
from kg.questions.choosing import choose
from ontology.claim import Modality, Polarity, Stance

REGISTER, HERALD, MINISTRY = Named("register", "Register"), Named("herald", "Herald"), Named("ministry", "Ministry")
AFFIRMS, NEGATES = Polarity.AFFIRMS, Polarity.NEGATES


def said(
    claim: str,
    who: Named | None,
    at: str,
    polarity: Polarity = AFFIRMS,
    modality: Modality = Modality.ASSERTED,
    *,
    record: bool = False,
) -> Told:
    return Told("prop", claim, 0, who, record, Stance.ASSERTS, polarity, modality, at, at, at)


RECORDS = [said(f"r{n:02}", REGISTER, "2024", record=True) for n in range(40)]


def chosen(told: list[Told], most: int) -> list[str]:
    return [one.claim for one in choose(told, most)]


def test_a_denial_is_not_hidden_by_many_affirmations() -> None:
    told = [
        said("denial", MINISTRY, "1999", NEGATES),
        said("old", HERALD, "2001"),
        said("new", HERALD, "2002"),
        *RECORDS,
    ]
    assert chosen(told, 2) == ["denial", "new"]


def test_everybody_comes_once_before_anybody_comes_twice() -> None:
    told = [said("a", HERALD, "2001"), said("b", HERALD, "2002"), said("c", MINISTRY, "2000"), *RECORDS]
    assert chosen(told, 3) == ["b", "c", "r00"]


def test_articles_come_before_records_and_what_is_asserted_before_rumours() -> None:
    told = [said("record", REGISTER, "2024", record=True), said("article", REGISTER, "2001")]
    assert chosen(told, 1) == ["article"]
    told = [said("rumour", HERALD, "2024", modality=Modality.RUMOURED), said("asserted", HERALD, "2001")]
    assert chosen(told, 1) == ["asserted"]


def test_all_of_few_keep_their_order_and_some_are_left_out() -> None:
    told = [said("a", HERALD, "2001"), said("b", None, "2000")]
    assert choose(told) == told == choose(told, 2)
    assert choose(told, 5, without={("a", 0)}) == told[1:]
