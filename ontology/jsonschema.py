"""The JSON Schema of a bundle, made of the types and of the schema's kinds: what `ontology.canonical` writes and reads.

`python -m ontology.jsonschema` prints it.
"""

import json
import sys
from typing import Any

from ontology.bundle import Bundle
from ontology.claim import Modality, Polarity
from ontology.schema import SCHEMA, PropositionKind, Qualifier, Role

Json = dict[str, Any]

_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"


def make_json_schema() -> Json:
    """The schema of a bundle as JSON, draft 2020-12; a position is one of the kinds, with its roles and qualifiers."""
    from pydantic import TypeAdapter  # 0.1 s that only this question takes

    schema = TypeAdapter(Bundle).json_schema()
    definitions = {name: _closed(part) for name, part in schema.pop("$defs").items()}
    kinds = {kind.name: _position(kind) for kind in SCHEMA.kinds.values()}
    definitions["Position"] = {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in kinds]}
    definitions["Entity"]["properties"]["type"] = {"enum": sorted(SCHEMA.classes)}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return head | _closed(schema) | {"$defs": definitions | kinds}


def _closed(part: Json) -> Json:
    return part | {"additionalProperties": False} if "properties" in part else part


def _position(kind: PropositionKind) -> Json:
    return {
        "title": kind.label,
        "description": kind.definition,
        "type": "object",
        "properties": {
            "kind": {"const": kind.name},
            "roles": _object(
                {name: _role(role) for name, role in kind.roles.items()},
                [name for name, role in kind.roles.items() if role.required],
            ),
            "polarity": {"enum": [*Polarity]},
            "modality": {"enum": [*Modality]},
            "qualifiers": _object({name: _qualifier(q) for name, q in kind.qualifiers.items()}, []),
        },
        "required": ["kind", "roles"],
        "additionalProperties": False,
    }


def _object(properties: Json, required: list[str]) -> Json:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _role(role: Role) -> Json:
    return _entity(role.range) if role.range else {"enum": [*role.codes]}


def _qualifier(qualifier: Qualifier) -> Json:
    told = {"description": qualifier.label} if qualifier.label != qualifier.name else {}
    return told | {"anyOf": [_value(qualifier), {"type": "null"}]}


def _value(qualifier: Qualifier) -> Json:
    if qualifier.range:
        return _entity(qualifier.range)
    match qualifier.type:
        case "code":
            return {"enum": [*qualifier.codes]}
        case "integer":
            return {"type": "integer"}
        case "words":
            return {"type": "array", "items": {"type": "string"}}
        case "date":
            return {"type": "string", "pattern": f"^{_DATE}(; ?{_DATE})*$" if qualifier.many else f"^{_DATE}$"}
        case _:
            return {"type": "string"}


def _entity(range_: str) -> Json:
    return {"type": "string", "description": f"an entity as read, of the class {range_} or one below it"}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(make_json_schema(), indent=2, ensure_ascii=False) + "\n")
