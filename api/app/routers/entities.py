"""Who is spoken of."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.app.dependencies import StoreDep
from api.app.examples import ENTITY, ENTITY_ANSWER, one, page_of
from api.app.paging import Page, from_cursor
from api.app.parameters import EntitiesParameters
from kg.answers import Entity
from kg.questions import entity as question
from kg.questions.entity import EntitiesQuery, EntityAnswer

router = APIRouter(tags=["questions"])


@router.get("/entities", summary="Who and what is spoken of", responses=page_of(ENTITY))
def list_entities(asked: Annotated[EntitiesParameters, Query()], store: StoreDep) -> Page[Entity]:
    """Each with every name that it bears, and the documents that speak of it."""
    [after] = from_cursor(asked.after, str) or [""]
    found = question.iter_entities(store, EntitiesQuery(asked.type, asked.name), str(after))
    return Page[Entity].of(((one, (one.id,)) for one in found), asked.limit)


@router.get("/entities/{id:path}", summary="Who somebody is, and what is claimed of it", responses=one(ENTITY_ANSWER))
def get_entity(id: str, store: StoreDep) -> EntityAnswer:  # noqa: A002 (the path names it)
    """By id, by a known name, or by the unique last part of one."""
    return question.get_entity(store, id)
