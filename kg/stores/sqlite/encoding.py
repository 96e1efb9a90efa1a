"""What is derived as rows of the tables, in the order of their columns."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.answers import Entity, Shortcut
from kg.naming import backwards
from kg.rows import PropositionRow
from kg.shortcut import get_quoted
from kg.standing import Standing
from kg.stores.sqlite.statement import to_text
from ontology.identity import fold

Row = tuple[Any, ...]


def proposition_row(row: PropositionRow, standing: Standing) -> Row:
    """A proposition with its standing."""
    return (row.id, row.kind, to_text(row.roles), row.private_to, *standing_row(standing))


def standing_row(standing: Standing) -> Row:
    """The columns of a proposition that tell where it stands."""
    asserted_by, denied_by = to_text(standing.asserted_by), to_text(standing.denied_by)
    return (standing.status, asserted_by, denied_by, standing.origins, standing.claims)


def telling_rows(standings: Mapping[str, Standing]) -> list[Row]:
    """The origins that affirm each proposition."""
    return [(id_, key, origin) for id_, standing in standings.items() for key, origin in standing.told.items()]


def shortcut_row(edge: Shortcut, standing: Standing) -> Row:
    """The derived edge of a proposition, made of its standing."""
    quoted = get_quoted(standing.affirming)
    ends = (edge.proposition, edge.kind, edge.relationship, edge.source, edge.target, edge.status)
    return (*ends, *summary_row(edge, quoted.claim if quoted else None))


def summary_row(edge: Shortcut, quoted: str | None) -> Row:
    """The columns of an edge that sum up claims; `quoted` is the claim whose quote it shows."""
    return (to_text(edge.items), edge.first, edge.last, edge.claims, edge.origins, edge.quote, quoted)


def entity_row(entity: Entity) -> Row:
    """An entity."""
    return (entity.id, entity.type, entity.name, to_text(entity.names))


def name_rows(entities: Iterable[Entity]) -> Iterator[Row]:
    """The names by which entities are found; those that fold alike are one."""
    for entity in entities:
        for folded, name in {fold(name): name for name in entity.names}.items():
            yield (folded, entity.id, backwards(name))
