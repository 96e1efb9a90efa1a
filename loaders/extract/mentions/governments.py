"""Governments called by their head: "the N administration" is the state whose president the text says that N is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.extract.mentions.mentions import Mentions
from loaders.extract.mentions.offices import Bearer
from ontology.entity import Entity

_CALLED = re.compile(r"(?P<head>.+)\s+(?:administration|government|regime)")
_HEADS = ("president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "leader")


def as_states(mentions: Mentions, bearers: Sequence[Bearer]) -> Mentions:
    """The mentions, those of a government that is called by its head as mentions of the state."""
    heads = {b.person: b.of for b in bearers if b.of and b.title in _HEADS and mentions.is_a(b.of, "State")}
    states = {id_: state for id_, one in mentions.entities.items() if (state := _state_of(mentions, one, heads))}
    if not states:
        return mentions
    entities = {id_: one for id_, one in mentions.entities.items() if id_ not in states}
    for id_, state in states.items():
        names = {*entities[state].mentions, *mentions.entities[id_].mentions}
        entities[state] = replace(entities[state], mentions=tuple(sorted(names)))
    spoken = (
        replace(m, entities=tuple(dict.fromkeys(states.get(e, e) for e in m.entities))) for m in mentions.mentions
    )
    return replace(mentions, entities=entities, mentions=tuple(spoken))


def _state_of(mentions: Mentions, one: Entity, heads: Mapping[str, str]) -> str | None:
    called = _CALLED.fullmatch(one.name) if mentions.is_a(one.id, "Organization") and not one.known else None
    if called is None:
        return None
    states = {state for person, state in heads.items() if _is_name_of(mentions.entities[person].name, called["head"])}
    return states.pop() if len(states) == 1 else None


def _is_name_of(person: str, part: str) -> bool:
    """Whether a name is the person's, or the surname."""
    return f" {person}".endswith(f" {part}")
