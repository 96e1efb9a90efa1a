"""An entity as one document reads it; who it is across documents, `ontology.identity` tells."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what one document speaks of.

    `id` is the entity as read (`person:shushan-stepanyan@1f0c…`), `type` a class of the schema, `name` its longest name
    in the document, `mentions` every form that the document uses. `known` is its id in the register or in a dataset;
    `private` keeps a nameless one ("an official") to its document.
    """

    id: str
    type: str
    name: str
    mentions: tuple[str, ...] = ()
    known: str | None = None
    private: bool = False
