"""A Cypher statement as a value: its text, its parameters, and what it is meant to change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Statement:
    """Text that holds no data, parameters that hold it all.

    `changes` names counters of the server's summary and what each must say (`nodes_created`: 3); a statement that does
    something else is an error, and its transaction is rolled back.
    """

    text: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    changes: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_idle(self) -> bool:
        """Whether it unwinds an empty list, and need not be sent."""
        return self.text.startswith(("UNWIND $rows", "UNWIND $ids")) and not (
            self.parameters.get("rows") or self.parameters.get("ids")
        )
