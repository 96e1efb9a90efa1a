"""Bundles as JSON: one canonical form, its hash, and the way back."""

import hashlib
import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from ontology.bundle import Bundle
from ontology.errors import BundleError

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def to_json(bundle: Bundle) -> str:
    """The bundle as one line of JSON, keys sorted, the run included."""
    return json.dumps(bundle, default=_fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Bundle:
    """The bundle that `to_json` wrote. Raises BundleError."""
    from pydantic import ValidationError  # pydantic takes 0.1 s to import, and most answers never read a bundle

    try:
        return _adapter().validate_json(text)
    except ValidationError as exc:
        raise BundleError(f"not a bundle: {exc.errors()[0]['loc']}: {exc.errors()[0]['msg']}") from exc


def bundle_version(bundle: Bundle) -> str:
    """The hash of what the document says, without who read it and when."""
    return hashlib.sha256(to_json(replace(bundle, run=None)).encode()).hexdigest()[:20]


def _fields(value: Any) -> dict[str, Any]:
    return {field: getattr(value, field) for field in value.__dataclass_fields__}  # asdict copies: four times slower


@cache
def _adapter() -> "TypeAdapter[Bundle]":
    from pydantic import TypeAdapter

    return TypeAdapter(Bundle)
