"""What the factbook's text of "international organization participation" says, organization by organization."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_PREFACE = re.compile(r"^[^,()]*:\s*")
_COMMA = re.compile(r",\s*(?![^()]*\))")
_ENTRY = re.compile(r"(?P<organization>.*?)(?P<brackets>(?:\s*\([^()]*\))*)", re.DOTALL)
_NOBODY = "none"


@dataclass(frozen=True, slots=True)
class Participation:
    """One organization as the factbook abbreviates it, and what stands in brackets behind it."""

    organization: str
    standing: str | None = None

    def __str__(self) -> str:
        return f"{self.organization} ({self.standing})" if self.standing else self.organization


def iter_participations(text: str) -> Iterator[Participation]:
    """The organizations of a list, each once; a sentence before a colon is no part of it.

    >>> [str(one) for one in iter_participations("ADB (nonregional member), G- 9, NATO, ICC (national committees)")]
    ['ADB (nonregional member)', 'G-9', 'NATO', 'ICC (national committees)']
    """
    seen: dict[Participation, None] = {}
    for part in _COMMA.split(_PREFACE.sub("", " ".join(html.unescape(text).split()))):
        found = _ENTRY.fullmatch(part.strip())
        if found and found["organization"] not in ("", _NOBODY):
            seen[_participation(found["organization"], found["brackets"])] = None
    yield from seen


def _participation(organization: str, brackets: str) -> Participation:
    told = "; ".join(re.findall(r"\(([^()]*)\)", brackets))
    return Participation(re.sub(r"(?<=-)\s+(?=\d)", "", organization), told or None)
