"""The manifest of a dataset's release: which parts it has, how they were counted, and whether it is in whole."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ontology.errors import ManifestError


@dataclass(frozen=True, slots=True)
class PartCount:
    """One part: the key and version of its document, and its rows: rows = stored + duplicate + rejected + left aside.

    `claims` are the claims that its stored rows became; `left_aside` are rows skipped on purpose.
    """

    key: str
    version: str
    rows: int
    claims: int
    duplicate: int
    rejected: int
    left_aside: int

    @property
    def stored(self) -> int:
        """How many rows brought something in."""
        return self.rows - self.duplicate - self.rejected - self.left_aside


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that the register does not know, and how many records speak of it."""

    type: str
    name: str
    records: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """A release. `release` is its date. `left_aside` counts rows skipped on purpose, by reason.

    `leaving` are parts of older releases that are still to be withdrawn; a whole release has none.
    """

    dataset: str
    title: str
    release: str | None
    source: str | None
    licence: str | None
    parts: tuple[PartCount, ...]
    unresolved: tuple[Unresolved, ...] = ()
    left_aside: Mapping[str, int] | None = None
    leaving: tuple[str, ...] = ()
    whole: bool = False


def to_text(manifest: Manifest) -> str:
    """The manifest as the text of its document: JSON, keys sorted."""
    return json.dumps(asdict(manifest), ensure_ascii=False, sort_keys=True, indent=1)


def from_text(text: str) -> Manifest:
    """The manifest that `to_text` wrote. Raises ManifestError."""
    try:
        data: dict[str, Any] = json.loads(text)
        parts = tuple(PartCount(**part) for part in data.pop("parts"))
        unresolved = tuple(Unresolved(**name) for name in data.pop("unresolved"))
        return Manifest(**{**data, "parts": parts, "unresolved": unresolved, "leaving": tuple(data["leaving"])})
    except (ValueError, TypeError, KeyError, AttributeError) as exc:
        raise ManifestError(f"not a manifest: {exc}") from exc
