"""The closed lists of labels and relationship types, all of them from the schema: nothing else is written into Cypher.

Labels of entities are those of their class and of every class above it; a proposition bears its kind's; a role is the
relationship of its name in capitals.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kg.errors import StoreMismatch
from ontology.schema import SCHEMA

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def _safe(word: str) -> str:
    if not _WORD.fullmatch(word):
        raise StoreMismatch(f'the schema calls something "{word}" in Neo4j: letters, digits and _ only')
    return word


CLASS_LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        name: tuple(_safe(SCHEMA.classes[above].neo4j_label) for above in reversed([*SCHEMA.iter_ancestors(name)]))
        for name in SCHEMA.classes
    }
)
"""The labels of an entity by its class, `Entity` first."""

ENTITY_LABELS = tuple(sorted({label for labels in CLASS_LABELS.values() for label in labels}))

CONTESTED = "Contested"
"""The label that a proposition bears beside its kind's as long as it is contested."""

KIND_LABELS: Mapping[str, str] = MappingProxyType({name: _safe(k.neo4j_label) for name, k in SCHEMA.kinds.items()})
"""The label of a proposition by its kind."""

ROLE_RELATIONSHIPS: Mapping[str, str] = MappingProxyType(
    {
        role.name: _safe(role.name.upper())
        for kind in SCHEMA.kinds.values()
        for role in kind.roles.values()
        if role.range
    }
)
"""The relationship from a proposition to the entity in a role, by the role."""

ROLES: Mapping[str, str] = MappingProxyType({relationship: role for role, relationship in ROLE_RELATIONSHIPS.items()})

CODE_ROLES = frozenset(role.name for kind in SCHEMA.kinds.values() for role in kind.roles.values() if role.codes)
"""The roles whose values are codes: properties of the proposition."""

CODES = frozenset(code for kind in SCHEMA.kinds.values() for role in kind.roles.values() for code in role.codes)
"""What may stand in such a role."""

SHORTCUTS: Mapping[str, str] = MappingProxyType(
    {name: _safe(kind.shortcut) for name, kind in SCHEMA.kinds.items() if kind.shortcut}
)
"""The derived relationship between two entities, by the kind of proposition."""

KINDS_BY_SHORTCUT: Mapping[str, str] = MappingProxyType({shortcut: kind for kind, shortcut in SHORTCUTS.items()})


def typed(name: str) -> str:
    """A label or relationship type in a pattern. Quoted: `:OF` is a keyword to Cypher, :`OF` is none."""
    return f":`{name}`"


def alternatives(names: Iterable[str]) -> str:
    """Any of some relationship types in a pattern."""
    return f":{'|'.join(f'`{name}`' for name in names)}"


AFFIRMS, NEGATES, MENTIONS = "AFFIRMS", "NEGATES", "MENTIONS"

POSITIONS = alternatives((AFFIRMS, NEGATES, MENTIONS))
"""From a claim to what it speaks of; MENTIONS where the claim demands, warns or doubts, and counts for nothing."""

ROLE = alternatives(ROLE_RELATIONSHIPS.values())
"""From a proposition to whoever stands in one of its roles."""

SHORTCUT = alternatives(SHORTCUTS.values())
"""From an entity to another, derived."""
