"""How an entity is called across documents: the register's word, else what most or the longest of them say."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.answers import Entity
from ontology.identity import fold, slug
from ontology.register import NameForm, get_register

_SEARCHED = frozenset({NameForm.NAME, NameForm.ACRONYM})


@dataclass(frozen=True, slots=True)
class Heard:
    """How one document reads an entity: its type and name there, and every form that it uses."""

    document: str
    type: str
    name: str
    names: tuple[str, ...]


def make_entity(id_: str, heard: Iterable[Heard]) -> Entity:
    """The entity of an id, from all current documents that speak of it (at least one), in any order."""
    readings = tuple(heard)
    known = get_register().get(id_)
    return Entity(
        id=id_,
        type=known.type if known else _most_frequent({(reading.document, reading.type) for reading in readings}),
        name=known.name if known else _longest({reading.name for reading in readings}),
        names=tuple(sorted({name for reading in readings for name in reading.names} | set(_known_names(id_)))),
        documents=tuple(sorted({reading.document for reading in readings})),
    )


def grow_entity(entity: Entity, heard: Iterable[Heard]) -> Entity | None:
    """The entity with the readings of one more document; None if all have to be asked, since they differ on its type.

    The entity's own documents are not looked at.
    """
    readings, known = tuple(heard), get_register().get(entity.id)
    if not known and any(reading.type != entity.type for reading in readings):
        return None
    names = {name for reading in readings for name in reading.names}
    return replace(
        entity,
        name=entity.name if known else _longest({entity.name, *(reading.name for reading in readings)}),
        names=entity.names if names <= set(entity.names) else tuple(sorted({*entity.names, *names})),
    )


def spelled(name: str) -> str:
    """A name as the words that it is searched by, accents and signs aside; names that fold alike are spelled alike.

    >>> spelled("Recep Tayyip  Erdoğan")
    'recep-tayyip-erdogan'
    """
    return slug(fold(name))


@lru_cache(maxsize=1 << 14)
def backwards(name: str) -> str:
    """A name that names of the same last words begin with, so that an index finds them.

    >>> backwards("Ilham Aliyev").startswith(backwards("Aliyev"))
    True
    """
    return spelled(name)[::-1] + "-"


def searched(names: Iterable[str]) -> str:
    """Names as lines of words, to be searched by words and last words."""
    return "\n".join(sorted({in_words(name) for name in names}))


def in_words(name: str) -> str:
    """A name as words with a space between."""
    return spelled(name).replace("-", " ")


def _known_names(id_: str) -> Iterator[str]:
    if known := get_register().get(id_):
        yield known.name
        yield from (name.text for name in known.names if name.form in _SEARCHED)


def _most_frequent(typed: Iterable[tuple[str, str]]) -> str:
    counts = Counter(type_ for _, type_ in typed)
    return min(counts, key=lambda type_: (-counts[type_], type_))


def _longest(names: Iterable[str]) -> str:
    return min(names, key=lambda name: (-len(name), name))
