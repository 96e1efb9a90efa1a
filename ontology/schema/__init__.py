"""The classes of entities and the kinds of propositions: one YAML file each, checked when they are loaded.

Data and the code that reads it; what the data says is changed in the files only.
"""

from ontology.schema.classes import EntityClass, PropositionKind, Qualifier, Role, Schema
from ontology.schema.loading import load_schema

SCHEMA: Schema = load_schema()

__all__ = ["SCHEMA", "EntityClass", "PropositionKind", "Qualifier", "Role", "Schema", "load_schema"]
