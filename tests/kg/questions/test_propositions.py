import pytest

from kg.answers import Status
from kg.errors import UnknownProposition
from kg.questions.propositions import PropositionsQuery, get_proposition, iter_propositions, sentence
from kg.store import Store
from ontology.claim import Stance
from tests.kg.articles import ALIYEV, AZERBAIJAN, SHUSHA, Said, article, control


def test_a_proposition_has_its_claims_by_position(store: Store) -> None:
    store.put(article("id:1", Said(ALIYEV, "Give Shusha back.", (control(AZERBAIJAN, SHUSHA),), stance=Stance.DEMANDS)))
    [found] = iter_propositions(store, PropositionsQuery(kind="Control"))

    answer = get_proposition(store, found.id)

    assert answer.status is Status.CONTESTED
    assert [row.content for row in answer.affirmed] == ["Shusha is ours."]
    assert [row.content for row in answer.negated] == ["It is not taken."]
    assert [row.content for row in answer.open] == ["Give Shusha back."]


def test_propositions_are_listed_by_whom_they_are_about_and_status(store: Store) -> None:
    about = PropositionsQuery(about="Armenia", statuses=frozenset({Status.UNCONTESTED}))
    assert [sentence(p.kind, p.roles) for p in iter_propositions(store, about)] == ["Russia sells arms to Armenia"]


def test_goes_on_after_an_id(store: Store) -> None:
    every = list(iter_propositions(store, PropositionsQuery()))
    assert list(iter_propositions(store, PropositionsQuery(), after=every[2].id)) == every[3:]


def test_what_is_not_there_is_an_error(store: Store) -> None:
    with pytest.raises(UnknownProposition):
        get_proposition(store, "prop:0")


def test_a_role_that_is_missing_is_three_dots() -> None:
    assert sentence("Casualties", {}) == "people …"
