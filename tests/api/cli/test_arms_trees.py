"""A pair of which a register holds many records, as it is drawn."""

from collections.abc import Iterator

from api.cli.arms_trees import arms_trees, documents_of
from api.cli.drawing import Branch
from kg.answers import Document, Named, Status
from kg.questions.arms import ArmsLink, ArmsPair
from kg.questions.records import Records
from ontology.claim import Modality, Polarity
from ontology.document import Form

REGISTER = Named("organization:register", "The Register")
PART = Document("doc:1", "register#1-0", "v", Form.DATASET, REGISTER, title="Register, part 1-0", published="2025")


def pair(records: Records, total: int) -> ArmsPair:
    supplier, recipient = Named("Q1", "Arcadia"), Named("Q2", "Borduria")
    standing = (Status.UNCONTESTED, records.items, (REGISTER,), (), 1)
    return ArmsPair(ArmsLink("prop:1", supplier, recipient, *standing, total, ()), (records,))


def records(polarity: Polarity = Polarity.AFFIRMS, items: tuple[str, ...] = ("Harop", "Heron")) -> Records:
    told = (("claim:1", 0), ("claim:2", 0))
    return Records(REGISTER, polarity, Modality.ASSERTED, "1993", "2021", items, told, PART.id)


def lines(one: ArmsPair) -> list[str]:
    [tree] = arms_trees([one], {PART.id: PART})
    return [*_iter_words(tree)]


def _iter_words(tree: Branch) -> Iterator[str]:
    yield from (line.words for line in tree.lines)
    for below in tree.below:
        yield from _iter_words(below)


def test_records_are_one_line_with_their_source() -> None:
    told = lines(pair(records(), 2))
    assert told[0] == "Arcadia → Borduria"
    assert told[2:] == [
        "The Register: 2 records, 1993 to 2021: Harop, Heron",
        "The Register, 2025, “Register, part 1-0”, doc:1",
    ]


def test_claims_that_are_not_shown_are_counted() -> None:
    assert lines(pair(records(), 5))[-1] == "3 more claims: --claims N"


def test_records_that_deny_say_so() -> None:
    assert "The Register: 2 records that deny it, 1993 to 2021" in lines(pair(records(Polarity.NEGATES, ()), 2))


def test_of_many_items_some_are_named() -> None:
    told = lines(pair(records(items=tuple(f"Type {n}" for n in range(20))), 2))
    assert told[2].endswith("Type 11 and 8 others")


def test_the_documents_of_records_are_asked_for() -> None:
    assert documents_of([pair(records(), 2)]) == {"doc:1"}
