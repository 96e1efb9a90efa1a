"""Every answer of a store, sorted, a line each: two stores with one dump answer alike."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from kg.answers import Claim, Document, Entity, Proposition, Shortcut
from kg.store import Reader
from ontology.bundle import Reject

Answer = Claim | Document | Entity | Proposition | Reject | Shortcut


def dump(store: Reader) -> list[str]:
    """What the store answers, each kind in the order in which it comes."""
    return [*_lines(store)]


def _lines(store: Reader) -> Iterator[str]:
    documents = list(store.iter_documents())
    for answers in (
        documents,
        (store.get_document(document.id) for document in documents),
        (reject for document in documents for reject in store.iter_rejects(document.id)),
        store.iter_entities(),
        store.iter_propositions(),
        store.iter_claims(),
        store.iter_shortcuts(),
    ):
        yield from _each(answers)


def _each(answers: Iterable[Answer | None]) -> Iterator[str]:
    for answer in answers:
        assert answer
        yield f"{type(answer).__name__} {json.dumps(asdict(answer), sort_keys=True)}"
