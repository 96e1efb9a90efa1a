"""Examples for the OpenAPI description, all of one made-up article; a test holds them to the shapes of the answers."""

from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue

Responses = dict[int | str, dict[str, Any]]

_HERALD = {"id": "organization:the-example-herald", "name": "The Example Herald"}
_TURKEY = {"id": "Q43", "name": "Turkey"}
_AZERBAIJAN = {"id": "Q227", "name": "Azerbaijan"}
_SENTENCE = "Turkey delivered drones to Azerbaijan in 2020."

ARTICLE: dict[str, JsonValue] = {
    "text": _SENTENCE,
    "title": "Drones for Azerbaijan",
    "url": "https://example.org/news/1",
    "publisher": "The Example Herald",
    "published": "2020-11-08",
}

CLAIM: Mapping[str, Any] = {
    "id": "claim:cd1f0b5cc2fb1c1d2a3e",
    "claimant": _HERALD,
    "relayed_by": [],
    "stance": "asserts",
    "polarity": "affirms",
    "modality": "asserted",
    "content": _SENTENCE,
    "said_on": None,
    "proposition": {
        "id": "prop:5fb5fb51e972b4296f0c",
        "kind": "ArmsSale",
        "roles": {"supplier": _TURKEY, "recipient": _AZERBAIJAN},
        "status": "uncontested",
    },
    "qualifiers": {"item": "drones", "stage": "completed", "delivered": "2020"},
    "evidence": [{"document": "doc:ef6a7d6dba33101f1cd3", "quote": _SENTENCE, "start": 0, "end": len(_SENTENCE)}],
}

ARMS: Mapping[str, Any] = {
    "proposition": "prop:5fb5fb51e972b4296f0c",
    "supplier": _TURKEY,
    "recipient": _AZERBAIJAN,
    "status": "uncontested",
    "items": ["drones"],
    "asserted_by": [_HERALD],
    "denied_by": [],
    "origins": 1,
    "total": 1,
    "claims": [CLAIM],
    "rest": None,
}

PROPOSITION: Mapping[str, Any] = {
    **CLAIM["proposition"],
    "asserted_by": [_HERALD],
    "denied_by": [],
    "origins": 1,
    "explanation": (
        "Uncontested: The Example Herald affirmed it and no denial stands against it (1 independent origin)."
    ),
}


PROPOSITION_ANSWER: Mapping[str, Any] = {**PROPOSITION, "affirmed": [CLAIM], "negated": [], "open": []}

ENTITY: Mapping[str, Any] = {
    **_TURKEY,
    "type": "State",
    "names": ["Turkey", "Türkiye"],
    "documents": ["doc:ef6a7d6dba33101f1cd3"],
}

ENTITY_ANSWER: Mapping[str, Any] = {**ENTITY, "propositions": [PROPOSITION]}

DOCUMENT_ANSWER: Mapping[str, Any] = {
    "id": "doc:ef6a7d6dba33101f1cd3",
    "key": f"url:{ARTICLE['url']}",
    "version": "3f1d6e4b2a9c8d7e6f50",
    "form": "article",
    "publisher": _HERALD,
    "url": ARTICLE["url"],
    "title": ARTICLE["title"],
    "published": ARTICLE["published"],
    "language": "en",
    "agency": None,
    "text": _SENTENCE,
    "parts": [{"kind": "body", "start": 0, "end": len(_SENTENCE)}],
    "claims": [CLAIM],
    "rejects": [],
}

WITHDRAWN: Mapping[str, Any] = {"outcome": "withdrawn", "document": "doc:ef6a7d6dba33101f1cd3", "sequence": 2}

TAKEN: Mapping[str, Any] = {**WITHDRAWN, "outcome": "stored", "sequence": 1, "note": None}


def page_of(item: Mapping[str, Any]) -> Responses:
    """The responses of a route that answers with a page of such items."""
    return one({"items": [item], "next": None})


def list_of(item: Mapping[str, Any]) -> Responses:
    """The responses of a route that answers with all of such items."""
    return one([item])


def one(answer: object, status: int = 200) -> Responses:
    """The responses of a route that answers so."""
    return {status: {"content": {"application/json": {"example": answer}}}}
