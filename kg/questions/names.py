"""Who a name means: the store's own entities first, then the register."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from kg.answers import Entity, Named
from kg.errors import AmbiguousName, UnknownName
from kg.store import EntityFilter, Reader
from ontology.identity import fold, slug
from ontology.register import Known, NameForm, get_register

_OWN_NAMES = (NameForm.NAME, NameForm.ACRONYM)
_ALIKE = 0.75
"""How much of two names must agree (difflib's ratio) to be offered as a correction."""

_FIRST_LETTERS = 2
"""How many letters an index is asked by for names of the store to compare with."""


def resolve(store: Reader, text: str) -> Named:
    """Whoever an id, a known name, or the unique last part of one ("Aliyev") means.

    Raises AmbiguousName with those who may be meant, UnknownName with names that look alike.
    """
    for search, spoken in product((_by_id, _by_name, _by_last_part), _ways_to_say(text)):
        found = search(store, spoken)
        if len(found) > 1:
            raise AmbiguousName(text, found)
        if found:
            return found[0]
    raise UnknownName(text, _look_alikes(store, text))


def _ways_to_say(text: str) -> tuple[str, ...]:
    bare = re.sub(r"\Athe\s+", "", text.strip(), flags=re.IGNORECASE)
    return (text,) if bare == text else (text, bare)


def _by_id(store: Reader, text: str) -> Sequence[Named]:
    found = store.get_entity(text) or get_register().get(text)
    return [_named(found)] if found else []


def _by_name(store: Reader, text: str) -> Sequence[Named]:
    if sharers := _sharers(text):
        return sharers
    return _closest(store.iter_entities(EntityFilter(name=text)), text) or _known(store, text)


def _by_last_part(store: Reader, text: str) -> Sequence[Named]:
    part = slug(text)
    if stored := [*store.iter_entities(EntityFilter(ending=text))]:
        return _closest(stored, text)
    return [_named(k) for k in get_register().iter_known() if _ends_with(part, _own_names(k))]


def _sharers(text: str) -> Sequence[Named]:
    """Those who share a name that the register marks as shared: the store's use of it tells nobody apart."""
    wanted = fold(text)
    return [_named(k) for k in get_register().find(text) if any(n.shared and fold(n.text) == wanted for n in k.names)]


def _closest(entities: Iterable[Entity], text: str) -> Sequence[Named]:
    """The best-fitting bearers of a name: those known beyond one document first, then those it is the first name of."""
    ranked: dict[tuple[bool, bool], list[Named]] = {}
    for entity in entities:
        ranked.setdefault(("@" in entity.id, fold(entity.name) != fold(text)), []).append(_named(entity))
    return ranked[min(ranked)] if ranked else []


def _known(store: Reader, text: str) -> Sequence[Named]:
    register = get_register()
    found = register.find(text, _OWN_NAMES) or register.find(text)
    spoken_of = [k for k in found if store.get_entity(k.id)] if len(found) > 1 else []
    return [_named(k) for k in spoken_of or found]


def _ends_with(part: str, names: Iterable[str]) -> bool:
    return any(f"-{slug(name)}".endswith(f"-{part}") for name in names)


def _look_alikes(store: Reader, text: str) -> tuple[str, ...]:
    names = {fold(name): name for name in _names_like(store, text)}
    close = difflib.get_close_matches(fold(text), names, n=5, cutoff=_ALIKE)
    return tuple(names[folded] for folded in close)


def _names_like(store: Reader, text: str) -> Iterator[str]:
    """All names of the register, and those of the store that begin as the text does."""
    for known in get_register().iter_known():
        yield from _own_names(known)
    for entity in store.iter_entities(EntityFilter(beginning=fold(text)[:_FIRST_LETTERS])):
        yield from (entity.name, *entity.names)


def _own_names(known: Known) -> Iterator[str]:
    yield known.name
    yield from (name.text for name in known.names if name.form in _OWN_NAMES)


def _named(found: Entity | Known) -> Named:
    return Named(found.id, found.name)
