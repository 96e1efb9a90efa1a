"""Who somebody is: every name, where it is spoken of, and what is claimed of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.answers import Entity
from kg.errors import NeverMentioned, QuestionError
from kg.questions.names import resolve
from kg.questions.propositions import PropositionSummary, summary
from kg.store import EntityFilter, PropositionFilter, Reader
from ontology.schema import SCHEMA


@dataclass(frozen=True, slots=True)
class EntitiesQuery:
    """Which entities: of a class, its subclasses among them, and bearing a name."""

    type: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class EntityAnswer:
    """An entity with all its names, the documents that speak of it, and the propositions in which it stands."""

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    documents: tuple[str, ...]
    propositions: tuple[PropositionSummary, ...]


def iter_entities(store: Reader, query: EntitiesQuery, after: str = "") -> Iterator[Entity]:
    """The entities that fit, by id, after one. Raises QuestionError."""
    type_ = _class_named(query.type) if query.type is not None else None
    return store.iter_entities(EntityFilter(type=type_, name=query.name, after=after))


def get_entity(store: Reader, name: str) -> EntityAnswer:
    """Whoever a name or id means. Raises AmbiguousName, UnknownName."""
    meant = resolve(store, name)
    entity = store.get_entity(meant.id)
    if entity is None:
        raise NeverMentioned(meant.name)
    about = PropositionFilter(about=frozenset({entity.id}))
    propositions = tuple(map(summary, store.iter_propositions(about)))
    return EntityAnswer(entity.id, entity.type, entity.name, entity.names, entity.documents, propositions)


def _class_named(text: str) -> str:
    classes = {name.casefold(): name for name in SCHEMA.classes}
    if text.casefold() not in classes:
        raise QuestionError(f'"{text}" is no class of entities: take one of {", ".join(SCHEMA.classes)}')
    return classes[text.casefold()]
