"""Articles: what they say, how they come in, how they go out."""

from dataclasses import dataclass
from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Response, status
from pydantic import BaseModel, ConfigDict, Field

from api.app.dependencies import StoreDep
from api.app.examples import ARTICLE, DOCUMENT_ANSWER, TAKEN, WITHDRAWN, one
from api.errors import NotAnArticle
from kg.questions import document as question
from kg.questions.document import DocumentAnswer
from kg.store import Outcome, Receipt
from loaders.articles import Rejected, from_record
from loaders.load import load

router = APIRouter(tags=["documents"])

_reading = Lock()  # one article is read at a time, as one is written: the reader takes a whole core


class Article(BaseModel):
    """An article to take in, as a line of JSONL for `kg load` has it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": ARTICLE})

    text: Annotated[str, Field(min_length=1)]
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: Annotated[str | None, Field(description="2020, 2020-11 or 2020-11-08.")] = None
    id: Annotated[str | None, Field(description="What tells it from others, where it has no URL.")] = None


@dataclass(frozen=True, slots=True)
class Taken(Receipt):
    """What became of an article; `note` says what calls for a word, such as a text that is not English."""

    note: str | None = None


@router.post("/documents", status_code=status.HTTP_201_CREATED, summary="Take in an article", responses=one(TAKEN, 201))
def post_document(article: Article, response: Response, store: StoreDep) -> Taken:
    """Read it and keep who says what. The same again changes nothing; a new version replaces what the old one said."""
    with _reading:
        loaded = load(from_record(article.model_dump()))
    if isinstance(loaded, Rejected):
        raise NotAnArticle(loaded.reason)
    receipt = store.put(loaded.bundle)
    response.headers["Location"] = f"/documents/{receipt.document}"
    if receipt.outcome is not Outcome.STORED:
        response.status_code = status.HTTP_200_OK
    return Taken(receipt.outcome, receipt.document, receipt.sequence, loaded.note)


@router.get("/documents/{id:path}", summary="What a document is, and what it says", responses=one(DOCUMENT_ANSWER))
def get_document(id: str, store: StoreDep) -> DocumentAnswer:  # noqa: A002 (the path names it)
    """By id or URL. With its text, its claims, one item a position, and what could not be brought in."""
    return question.get_document(store, id)


@router.delete("/documents/{id:path}", summary="Take a document out", responses=one(WITHDRAWN))
def delete_document(id: str, store: StoreDep) -> Receipt:  # noqa: A002 (the path names it)
    """The graph is then as if it had never come; the log keeps it."""
    return store.withdraw(question.find_document(store, id).id)
