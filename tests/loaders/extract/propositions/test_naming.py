import pytest

from loaders.extract.mentions import Mentions
from loaders.extract.passage import make_passage
from loaders.extract.propositions.naming import iter_named_ties
from ontology.document import Document
from ontology.entity import Entity
from ontology.extraction import Mention, Span

KENYA = Entity("state:kenya", "State", "Kenya", ("Kenya", "Kenyan"))


def ties(name: str, type_: str) -> list[tuple[str, dict[str, str]]]:
    text = f"The {name} left."
    passage = make_passage(Document(key="id:t", publisher="organization:p", text=text, language="en"))
    named = Entity("x", type_, name, (name,))
    mention = Mention(Span(4, 4 + len(name)), ("x",))
    mentions = Mentions({KENYA.id: KENYA, "x": named}, (mention,))
    return [(s.kind, dict(s.roles)) for s in iter_named_ties(passage, mentions)]


@pytest.mark.parametrize("name", ["Kenyan-led coalition", "Kenya-led military alliance", "big Kenyan-led coalition"])
def test_who_leads_an_alliance_is_in_it(name: str) -> None:
    assert ties(name, "Alliance") == [("AllianceTie", {"a": KENYA.id, "b": "x"})]


@pytest.mark.parametrize(
    "name", ["Kenyan-backed militias", "Kenya-sponsored fighters", "Kenyan-supported Northern Front"]
)
def test_whom_a_state_backs_by_name_has_its_support(name: str) -> None:
    assert ties(name, "Group") == [("Support", {"supporter": KENYA.id, "supported": "x"})]


@pytest.mark.parametrize("name", ["Saudi-led coalition", "army-backed militias", "coalition"])
def test_other_names_tell_no_tie(name: str) -> None:
    assert ties(name, "Alliance") == []
