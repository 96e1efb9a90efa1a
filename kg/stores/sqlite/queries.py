"""The questions as statements: pure functions from filters to text and parameters, never one within the other."""

# ruff: noqa: S608 (nothing is spliced into a text but the constants of this module)

from collections.abc import Iterable, Iterator

from kg.naming import backwards
from kg.store import ClaimFilter, EntityFilter, PropositionFilter, ToldFilter
from kg.stores.sqlite.statement import Parameter, Statement, listed
from ontology.identity import fold
from ontology.schema import SCHEMA

Condition = tuple[str, tuple[Parameter, ...]]

_DOCUMENT = "id, key, version, form, publisher, url, title, published, language, agency, parts"
_PROPOSITION = "id, kind, roles, private_to, status, asserted_by, denied_by, origins, claims"
_CLAIM = "id, document, claimant, relayed_by, stance, content, said_on, at, evidence"
_AMONG = "IN (SELECT value FROM json_each(?))"
_SHOWN = "form <> 'rejected'"


def document(id_: str) -> Statement:
    """One document, its text last."""
    return Statement(f"SELECT {_DOCUMENT}, text FROM documents WHERE id = ? AND {_SHOWN}", (id_,))


def documents(after: str, limit: int | None, ids: Iterable[str] | None) -> Statement:
    """The documents, none of their texts."""
    conditions: list[Condition] = [("id > ?", (after,)), (_SHOWN, ()), *_among(ids)]
    return _select(f"{_DOCUMENT}, NULL FROM documents", conditions, "id", limit)


def rejected() -> Statement:
    """The bundles of files that were rejected, or some of their lines, by the ids of their documents."""
    return Statement(
        "SELECT log.bundle FROM documents JOIN log ON log.sequence = documents.sequence"
        " WHERE documents.form = 'rejected' ORDER BY documents.id"
    )


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
    if where.ending is not None:
        conditions.append(_begins("backwards", backwards(where.ending)))
    if where.beginning is not None:
        conditions.append(_begins("folded", where.beginning))
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
    conditions = [*_proposition_fits(where)]
    if where.heaviest:
        return _select(f"{_PROPOSITION} FROM propositions", conditions, "origins DESC, claims DESC, id", where.limit)
    return _select(f"{_PROPOSITION} FROM propositions", [("id > ?", (where.after,)), *conditions], "id", where.limit)


def count_propositions(where: PropositionFilter) -> Statement:
    """How many propositions fit."""
    return _count("propositions", [*_proposition_fits(where)])


def _proposition_fits(where: PropositionFilter) -> Iterator[Condition]:
    yield from _standing(where.kind, where.statuses)
    for role, among in sorted(where.roles.items()):
        yield f"id IN (SELECT proposition FROM roles WHERE role = ? AND value {_AMONG})", (role, listed(among))
    yield from _about(where.about)
    claimed = [*_claimed(where.by, where.document)]
    if claimed:
        claims = f"SELECT id FROM claims WHERE {_all_of(claimed)}"
        yield f"id IN (SELECT proposition FROM positions WHERE claim IN ({claims}))", _parameters(claimed)


def propositions_by_id(ids: Iterable[str]) -> Statement:
    """The propositions of some ids."""
    return Statement(f"SELECT {_PROPOSITION} FROM propositions WHERE id {_AMONG}", (listed(ids),))


def claim(id_: str) -> Statement:
    """One claim."""
    return Statement(f"SELECT {_CLAIM} FROM claims WHERE id = ?", (id_,))


def claims(where: ClaimFilter) -> Statement:
    """The claims that fit."""
    conditions = [("(at, id) > (?, ?)", where.after), *_claim_fits(where)]
    return _select(f"{_CLAIM} FROM claims", conditions, "at, id", where.limit)


def count_claims(where: ClaimFilter) -> Statement:
    """How many claims fit."""
    return _count("claims", [*_claim_fits(where)])


def _claim_fits(where: ClaimFilter) -> Iterator[Condition]:
    yield from _among(where.ids)
    yield from _claimed(where.by, where.document)
    if where.bare:
        yield "NOT EXISTS (SELECT 1 FROM positions WHERE claim = claims.id)", ()
    taken = [*_standing(where.kind, where.statuses), *_about(where.about), *_among(where.propositions)]
    if taken:
        fitting = f"SELECT id FROM propositions WHERE {_all_of(taken)}"
        yield f"id IN (SELECT claim FROM positions WHERE proposition IN ({fitting}))", _parameters(taken)


def told(where: ToldFilter) -> Statement:
    """The positions that fit, in short."""
    conditions: list[Condition] = [(f"p.proposition {_AMONG}", (listed(where.propositions),))]
    conditions.extend(_claimed(where.by, where.document))
    if where.since is not None or where.until is not None:
        conditions.append(("p.until >= ? AND p.since <= ?", (where.since or "0", where.until or "9999-12-31")))
    return Statement(
        "SELECT p.proposition, p.claim, p.place, c.claimant, c.quote IS NULL, c.stance, p.polarity, p.modality, c.at,"
        " p.since, p.until, p.qualifiers FROM positions p JOIN claims c ON c.id = p.claim"
        f" WHERE {_all_of(conditions)} ORDER BY p.proposition, p.claim, p.place",
        _parameters(conditions),
    )


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


def _claimed(by: Iterable[str] | None, document_id: str | None) -> Iterator[Condition]:
    if by is not None:
        yield f"claimant {_AMONG}", (listed(by),)
    if document_id is not None:
        yield "document = ?", (document_id,)


def _about(among: Iterable[str] | None) -> Iterator[Condition]:
    if among is not None:
        yield f"id IN (SELECT proposition FROM roles WHERE value {_AMONG})", (listed(among),)


def _among(ids: Iterable[str] | None) -> Iterator[Condition]:
    if ids is not None:
        yield f"id {_AMONG}", (listed(ids),)


def _select(what: str, conditions: list[Condition], order: str, limit: int | None) -> Statement:
    where = f" WHERE {_all_of(conditions)}" if conditions else ""
    text = f"SELECT {what}{where} ORDER BY {order} LIMIT ?"
    return Statement(text, (*_parameters(conditions), -1 if limit is None else limit))


def _count(table: str, conditions: list[Condition]) -> Statement:
    where = f" WHERE {_all_of(conditions)}" if conditions else ""
    return Statement(f"SELECT COUNT(*) FROM {table}{where}", _parameters(conditions))


def _begins(column: str, begun: str) -> Condition:
    """Entities with a name that begins so in a column; nothing that is read stands behind the last character."""
    found = f"SELECT entity FROM names WHERE {column} >= ? AND {column} < ?"
    return f"id IN ({found})", (begun, begun + "\U0010ffff")


def _all_of(conditions: Iterable[Condition]) -> str:
    return " AND ".join(condition for condition, _ in conditions)


def _parameters(conditions: Iterable[Condition]) -> tuple[Parameter, ...]:
    return tuple(parameter for _, parameters in conditions for parameter in parameters)
