"""What can be true or not, and where it stands."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.app.dependencies import StoreDep
from api.app.examples import PROPOSITION, PROPOSITION_ANSWER, one, page_of
from api.app.paging import Page, from_cursor
from api.app.parameters import PropositionsParameters, statuses
from kg.questions import propositions as question
from kg.questions.propositions import PropositionAnswer, PropositionsQuery, PropositionSummary

router = APIRouter(tags=["questions"])


@router.get("/propositions", summary="What is claimed of the world, with its status", responses=page_of(PROPOSITION))
def list_propositions(asked: Annotated[PropositionsParameters, Query()], store: StoreDep) -> Page[PropositionSummary]:
    """Each with who affirms and who denies it, and one sentence that explains its status."""
    [after] = from_cursor(asked.after, str) or [""]
    where = PropositionsQuery(asked.about, asked.kind, statuses(asked.status))
    found = question.iter_propositions(store, where, str(after))
    return Page[PropositionSummary].of(((one, (one.id,)) for one in found), asked.limit)


@router.get(
    "/propositions/{id}", summary="One proposition, with its claims by position", responses=one(PROPOSITION_ANSWER)
)
def get_proposition(id: str, store: StoreDep) -> PropositionAnswer:  # noqa: A002 (the path names it)
    """Who affirms it, who negates it, and what leaves it open."""
    return question.get_proposition(store, id)
