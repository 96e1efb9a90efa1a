"""The questions as statements: pure functions from filters to text and parameters, never one within the other."""

# ruff: noqa: S608 (nothing is spliced into a text but the constants of this module)

from collections.abc import Iterable, Iterator

from kg.store import ClaimFilter, EntityFilter, PropositionFilter
from kg.stores.sqlite.statement import Parameter, Statement, listed
from ontology.identity import fold
from ontology.schema import SCHEMA

Condition = tuple[str, tuple[Parameter, ...]]

_DOCUMENT = "id, key, version, form, publisher, url, title, published, language, agency, parts"
_PROPOSITION = "id, kind, roles, private_to, status, asserted_by, denied_by, origins"
_CLAIM = "id, document, claimant, relayed_by, stance, content, said_on, at, evidence"
_AMONG = "IN (SELECT value FROM json_each(?))"


def document(id_: str) -> Statement:
    """One document, its text last."""
    return Statement(f"SELECT {_DOCUMENT}, text FROM documents WHERE id = ?", (id_,))


def documents(after: str, limit: int | None, ids: Iterable[str] | None) -> Statement:
    """The documents, none of their texts."""
    conditions: list[Condition] = [("id > ?", (after,)), *_among(ids)]
    return _select(f"{_DOCUMENT}, NULL FROM documents", conditions, "id", limit)


def rejects(document_id: str) -> Statement:
    """What a document could not bring in."""
    return Statement("SELECT place, reason, text FROM rejects WHERE document = ? ORDER BY number", (document_id,))


def entity(id_: str) -> Statement:
    """One entity."""
    return Statement("SELECT id, type, name, names FROM entities WHERE id = ?", (id_,))


def entities(where: EntityFilter) -> Statement:
    """The entities that fit."""
    conditions: list[Condition] = [("id > ?", (where.after,))]
    if where.type is not None:
        below = [name for name in SCHEMA.classes if SCHEMA.is_a(name, where.type)]
        conditions.append((f"type {_AMONG}", (listed(below),)))
    if where.name is not None:
        conditions.append(("id IN (SELECT entity FROM names WHERE folded = ?)", (fold(where.name),)))
    return _select("id, type, name, names FROM entities", conditions, "id", where.limit)


def documents_of(entity_ids: Iterable[str]) -> Statement:
    """Entity and document, for each document that speaks of one."""
    return Statement(
        f"SELECT DISTINCT entity, document FROM readings WHERE entity {_AMONG} ORDER BY document", (listed(entity_ids),)
    )


def names_of(entity_ids: Iterable[str]) -> Statement:
    """Id and name of entities."""
    return Statement(f"SELECT id, name FROM entities WHERE id {_AMONG}", (listed(entity_ids),))


def proposition(id_: str) -> Statement:
    """One proposition."""
    return Statement(f"SELECT {_PROPOSITION} FROM propositions WHERE id = ?", (id_,))


def propositions(where: PropositionFilter) -> Statement:
    """The propositions that fit."""
    conditions: list[Condition] = [("id > ?", (where.after,))]
    conditions.extend(_standing(where.kind, where.statuses))
    for role, among in sorted(where.roles.items()):
        conditions.append(
            (f"id IN (SELECT proposition FROM roles WHERE role = ? AND value {_AMONG})", (role, listed(among)))
        )
    conditions.extend(_about(where.about))
    return _select(f"{_PROPOSITION} FROM propositions", conditions, "id", where.limit)


def propositions_by_id(ids: Iterable[str]) -> Statement:
    """The propositions of some ids."""
    return Statement(f"SELECT {_PROPOSITION} FROM propositions WHERE id {_AMONG}", (listed(ids),))


def claim(id_: str) -> Statement:
    """One claim."""
    return Statement(f"SELECT {_CLAIM} FROM claims WHERE id = ?", (id_,))


def claims(where: ClaimFilter) -> Statement:
    """The claims that fit."""
    conditions: list[Condition] = [("(at, id) > (?, ?)", where.after)]
    if where.by is not None:
        conditions.append((f"claimant {_AMONG}", (listed(where.by),)))
    if where.document is not None:
        conditions.append(("document = ?", (where.document,)))
    taken = [*_standing(where.kind, where.statuses), *_about(where.about), *_among(where.propositions)]
    if taken:
        fitting = f"SELECT id FROM propositions WHERE {_all_of(taken)}"
        conditions.append(
            (f"id IN (SELECT claim FROM positions WHERE proposition IN ({fitting}))", _parameters(taken)),
        )
    return _select(f"{_CLAIM} FROM claims", conditions, "at, id", where.limit)


def positions_of(claim_ids: Iterable[str]) -> Statement:
    """The positions of claims, each claim's in order."""
    return Statement(
        "SELECT claim, proposition, polarity, modality, qualifiers FROM positions"
        f" WHERE claim {_AMONG} ORDER BY claim, place",
        (listed(claim_ids),),
    )


def shortcuts() -> Statement:
    """The derived edges."""
    return Statement(
        "SELECT kind, relationship, source, target, proposition, status, items, first, last, claims, origins, quote"
        " FROM shortcuts ORDER BY proposition"
    )


def log(after: int) -> Statement:
    """What was written after a place of the log."""
    return Statement(
        "SELECT sequence, document, recorded, bundle, purged FROM log WHERE sequence > ? ORDER BY sequence", (after,)
    )


def log_length() -> Statement:
    """How many writes the log holds."""
    return Statement("SELECT count(*) FROM log")


def faults() -> Statement:
    """What SQLite finds wrong with its file: one row that says "ok" if nothing is."""
    return Statement("PRAGMA integrity_check")


def current(document_id: str) -> Statement:
    """Version of a current document, and its place in the log."""
    return Statement("SELECT version, sequence FROM documents WHERE id = ?", (document_id,))


def current_bundles() -> Statement:
    """Place and bundle of the last write of each document that was not withdrawn."""
    return Statement(
        "SELECT sequence, bundle FROM log AS l WHERE bundle IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM log WHERE document = l.document AND sequence > l.sequence) ORDER BY sequence"
    )


def _standing(kind: str | None, statuses: Iterable[str] | None) -> Iterator[Condition]:
    if kind is not None:
        yield "kind = ?", (kind,)
    if statuses is not None:
        yield f"status {_AMONG}", (listed(statuses),)


def _about(among: Iterable[str] | None) -> Iterator[Condition]:
    if among is not None:
        yield f"id IN (SELECT proposition FROM roles WHERE value {_AMONG})", (listed(among),)


def _among(ids: Iterable[str] | None) -> Iterator[Condition]:
    if ids is not None:
        yield f"id {_AMONG}", (listed(ids),)


def _select(what: str, conditions: list[Condition], order: str, limit: int | None) -> Statement:
    text = f"SELECT {what} WHERE {_all_of(conditions)} ORDER BY {order} LIMIT ?"
    return Statement(text, (*_parameters(conditions), -1 if limit is None else limit))


def _all_of(conditions: Iterable[Condition]) -> str:
    return " AND ".join(condition for condition, _ in conditions)


def _parameters(conditions: Iterable[Condition]) -> tuple[Parameter, ...]:
    return tuple(parameter for _, parameters in conditions for parameter in parameters)
