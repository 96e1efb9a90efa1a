"""The rules of `rules.yaml`, compiled once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from loaders.articles.clean.houses import house_pattern
from ontology.extraction import Span

LONGEST = 1_000
"""Characters of a paragraph's start or end that a rule looks at: what it seeks is short, and text may be hostile."""

_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u2009\u202f"), " ")

KINDS = ("dateline", "byline", "photo", "caption", "credit")


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph, and what its rule takes of it: nothing where `finds` is None."""

    text: str
    finds: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing a dateline, a byline, a caption or a credit. Its spans are within the given paragraph."""

    name: str
    at: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    opening: bool
    wire: bool
    examples: tuple[Example, ...]

    def find(self, paragraph: str) -> Span | None:
        """Where the rule holds in a paragraph without space around it: at its start, at its end or in whole."""
        begin = max(0, len(paragraph) - LONGEST) if self.at in ("end", "anywhere") else 0
        match = self._match(_with_plain_spaces(paragraph[begin : begin + LONGEST]), len(paragraph))
        if match is None or (self.unless and self.unless.fullmatch(match["lone"])):
            return None
        return Span(begin + match.start("found"), begin + match.end("found"))

    def iter_found(self, paragraph: str) -> Iterator[Span]:
        """Everywhere that the rule holds in a paragraph."""
        return (Span(m.start("found"), m.end("found")) for m in self.pattern.finditer(paragraph))

    def _match(self, window: str, length: int) -> re.Match[str] | None:
        if self.at == "start":
            return self.pattern.match(window)
        if self.at == "whole":
            return self.pattern.fullmatch(window) if length <= LONGEST else None
        return self.pattern.search(window)


@lru_cache(maxsize=8)
def _with_plain_spaces(window: str) -> str:
    """Remembered for the next rules, which look at the same words."""
    return window.translate(_SPACES)


@cache
def get_rules(kind: str) -> tuple[Rule, ...]:
    """The rules of a kind, in the order of the file: the first that holds is taken."""
    data = yaml.safe_load(Path(__file__).with_name("rules.yaml").read_text(encoding="utf-8"))
    pieces = _expanded(data["pieces"])
    return tuple(_rule(row, pieces) for row in data[kind])


def find_first(kind: str, paragraph: str, *, opening: bool = True) -> Span | None:
    """What the first rule of a kind that holds takes of a paragraph."""
    rules = (rule for rule in get_rules(kind) if opening or not rule.opening)
    return next((span for rule in rules if (span := rule.find(paragraph))), None)


def _expanded(pieces: Mapping[str, str]) -> dict[str, str]:
    done = {"house": house_pattern()}
    for name, pattern in pieces.items():
        done[name] = _fill(pattern, done)
    return done


def _fill(pattern: str, pieces: Mapping[str, str]) -> str:
    for name, piece in pieces.items():
        pattern = pattern.replace(f"{{{name}}}", piece)
    return pattern


def _rule(row: Mapping[str, Any], pieces: Mapping[str, str]) -> Rule:
    before = rf"(?:(?<={row['after']})\s*|\A)" if "after" in row else ""
    after = r"\Z" if row["at"] == "end" else ""
    return Rule(
        name=row["rule"],
        at=row["at"],
        pattern=re.compile(f"{before}(?P<found>{_fill(row['pattern'], pieces)}){after}"),
        unless=re.compile(_fill(row["unless"], pieces)) if "unless" in row else None,
        opening=row.get("opening", False),
        wire=row.get("wire", False),
        examples=tuple(Example(e["text"], e.get("finds")) for e in row["examples"]),
    )
