"""Deriving: standings, shortcuts and the names of entities, only where a write touched them."""

# ruff: noqa: S608 (nothing is spliced into a text but the constants of this module)

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from kg.naming import Heard, make_entity
from kg.shortcut import make_shortcut
from kg.standing import Standing, Vote, get_standing
from kg.stores.sqlite.encoding import entity_row, name_rows, shortcut_row, telling_rows
from kg.stores.sqlite.statement import listed
from kg.stores.sqlite.writing import insert_rows, update_standings
from ontology.claim import Modality, Polarity, Stance, Value

_CHUNK = 500
_AMONG = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Touched:
    """The propositions and entities that a write may change."""

    propositions: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()


def touched_by(connection: sqlite3.Connection, document: str) -> Touched:
    """What a document speaks of as it stands."""
    return Touched(
        _ids(
            connection,
            "SELECT proposition FROM positions WHERE claim IN (SELECT id FROM claims WHERE document = ?)",
            document,
        ),
        _ids(connection, "SELECT entity FROM readings WHERE document = ?", document),
    )


def derive(connection: sqlite3.Connection, touched: Touched) -> None:
    """Derive again what was touched; what no document speaks of any more goes."""
    for ids in _chunks(touched.propositions):
        _derive_propositions(connection, ids)
    for ids in _chunks(touched.entities):
        _derive_entities(connection, ids)


def _derive_propositions(connection: sqlite3.Connection, ids: list[str]) -> None:
    standings = {id_: get_standing(votes) for id_, votes in _votes(connection, ids).items()}
    gone = [(id_,) for id_ in ids if id_ not in standings]
    connection.execute(f"DELETE FROM shortcuts WHERE proposition {_AMONG}", (listed(ids),))
    connection.execute(f"DELETE FROM tellings WHERE proposition {_AMONG}", (listed(ids),))
    connection.executemany("DELETE FROM propositions WHERE id = ?", gone)
    connection.executemany("DELETE FROM roles WHERE proposition = ?", gone)
    update_standings(connection, standings)
    insert_rows(connection, "tellings", telling_rows(standings))
    insert_rows(connection, "shortcuts", [*_shortcuts(connection, standings)])


def _votes(connection: sqlite3.Connection, ids: list[str]) -> Mapping[str, list[Vote]]:
    votes: dict[str, list[Vote]] = defaultdict(list)
    for proposition, claim, claimant, at, stance, polarity, modality, qualifiers, origins, quote in connection.execute(
        "SELECT p.proposition, c.id, c.claimant, c.at, c.stance, p.polarity, p.modality, p.qualifiers, c.origins,"
        f" c.quote FROM positions p JOIN claims c ON c.id = p.claim WHERE p.proposition {_AMONG}",
        (listed(ids),),
    ):
        votes[proposition].append(
            Vote(
                claim,
                claimant,
                at,
                _STANCES[stance],
                _POLARITIES[polarity],
                _MODALITIES[modality],
                qualifiers_from(qualifiers),
                _strings(origins),
                quote,
            )
        )
    return votes


_STANCES = {stance.value: stance for stance in Stance}
_POLARITIES = {polarity.value: polarity for polarity in Polarity}
_MODALITIES = {modality.value: modality for modality in Modality}


def _shortcuts(connection: sqlite3.Connection, standings: Mapping[str, Standing]) -> Iterator[tuple[Any, ...]]:
    for id_, kind, roles in connection.execute(
        f"SELECT id, kind, roles FROM propositions WHERE id {_AMONG}", (listed(standings),)
    ):
        if shortcut := make_shortcut(id_, kind, json.loads(roles), standings[id_]):
            yield shortcut_row(shortcut, standings[id_])


def _derive_entities(connection: sqlite3.Connection, ids: list[str]) -> None:
    entities = [make_entity(id_, heard) for id_, heard in _heard(connection, ids).items()]
    connection.execute(f"DELETE FROM entities WHERE id {_AMONG}", (listed(ids),))
    connection.execute(f"DELETE FROM names WHERE entity {_AMONG}", (listed(ids),))
    insert_rows(connection, "entities", [entity_row(entity) for entity in entities])
    insert_rows(connection, "names", [*name_rows(entities)])


def _heard(connection: sqlite3.Connection, ids: list[str]) -> Mapping[str, list[Heard]]:
    """One reading stands for all its like, since one outlet is in all its articles; types alone are counted in full."""
    alike = _readings(connection, ids, "GROUP BY entity, type, name, names")
    many = [id_ for id_, readings in alike.items() if len({reading.type for reading in readings}) > 1]
    return {**alike, **_readings(connection, many)}


def _readings(connection: sqlite3.Connection, ids: list[str], grouping: str = "") -> dict[str, list[Heard]]:
    heard: dict[str, list[Heard]] = defaultdict(list)
    for entity, document, type_, name, names in connection.execute(
        f"SELECT entity, document, type, name, names FROM readings WHERE entity {_AMONG} {grouping}", (listed(ids),)
    ):
        heard[entity].append(Heard(document, type_, name, _strings(names)))
    return heard


@lru_cache(maxsize=1 << 16)
def qualifiers_from(text: str) -> Mapping[str, Value]:
    """Qualifiers as they were written; the same text gives the same mapping, which nobody may change."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(text).items()}


@lru_cache(maxsize=1 << 16)
def _strings(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _ids(connection: sqlite3.Connection, text: str, *parameters: str) -> frozenset[str]:
    return frozenset(id_ for (id_,) in connection.execute(text, parameters))


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    ordered = iter(sorted(ids))
    while chunk := list(islice(ordered, _CHUNK)):
        yield chunk
