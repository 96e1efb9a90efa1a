"""What an invented text states, by the whole way from text to statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from loaders.extract.attribution import attribute
from loaders.extract.mentions import Mentions, find_mentions
from loaders.extract.model import read
from loaders.extract.passage import Passage, make_passage
from loaders.extract.propositions import find_statements
from loaders.extract.propositions.statement import Statement
from ontology.document import Document


@dataclass(frozen=True)
class Stated:
    """The statements of a text, with names for ids."""

    passage: Passage
    mentions: Mentions
    statements: Sequence[Statement]

    def of(self, kind: str) -> list[tuple[str, ...]]:
        """The roles of each statement of a kind, as names, those of a symmetric kind sorted."""
        named = [tuple(self.name(value) for value in s.roles.values()) for s in self.all(kind)]
        symmetric = kind in ("AllianceTie", "Hostility", "Agreement")
        return sorted({tuple(sorted(names)) if symmetric else names for names in named})

    def all(self, kind: str) -> list[Statement]:
        return [s for s in self.statements if s.kind == kind]

    def name(self, id_: str) -> str:
        return self.mentions.entities[id_].name if id_ in self.mentions.entities else id_


@cache
def stated(text: str) -> Stated:
    passage = make_passage(Document(key="id:t", publisher="organization:p", text=text, language="en"))
    readings = read(passage)
    mentions = find_mentions(passage, readings)
    return Stated(
        passage, mentions, find_statements(passage, mentions, readings, attribute(passage, mentions, readings))
    )
