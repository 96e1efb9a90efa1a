"""Bundles as JSON: one canonical form, its hash, and the way back."""

import hashlib
import json
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Self

import orjson

from ontology.bundle import Bundle
from ontology.errors import BundleError

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def to_json(bundle: Bundle) -> str:
    """The bundle as one line of JSON, keys sorted, the run included."""
    return _encode(bundle)


def from_json(text: str) -> Bundle:
    """The bundle that `to_json` wrote. Raises BundleError."""
    from pydantic import ValidationError  # pydantic takes 0.1 s to import, and most answers never read a bundle

    try:
        return _adapter().validate_json(text)
    except ValidationError as exc:
        raise BundleError(f"not a bundle: {exc.errors()[0]['loc']}: {exc.errors()[0]['msg']}") from exc


def bundle_version(bundle: Bundle) -> str:
    """The hash of what the document says, without who read it and when."""
    return Written.of(bundle).version


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle as `to_json` writes it, and its version: both for the price of one, since the run stands last."""

    json: str
    version: str

    @classmethod
    def of(cls, bundle: Bundle) -> Self:
        """A bundle written once. Raises UnicodeEncodeError for half of a character."""
        said = _encode(replace(bundle, run=None))
        version = hashlib.sha256(said.encode()).hexdigest()[:20]
        return cls(said.removesuffix(_NO_RUN) + f"{_encode(bundle.run)}}}" if bundle.run else said, version)


_NO_RUN = "null}"


def _encode(value: object) -> str:
    """JSON as the standard library writes it, ten times as fast; what orjson refuses, the library writes itself."""
    try:
        return orjson.dumps(value, _fields, _OPTIONS).decode()
    except orjson.JSONEncodeError:
        return json.dumps(value, default=_fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


_OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS  # its own way with dataclasses sorts no keys


def _fields(value: Any) -> dict[str, Any]:
    return {field: getattr(value, field) for field in value.__dataclass_fields__}  # asdict copies: four times slower


@cache
def _adapter() -> "TypeAdapter[Bundle]":
    from pydantic import TypeAdapter

    return TypeAdapter(Bundle)
