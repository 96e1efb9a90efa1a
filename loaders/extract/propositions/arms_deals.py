"""An arms deal is not also an agreement, nor a halted one a sanction, nor a banned one a sale."""

import re
from collections.abc import Iterator, Sequence

from loaders.extract.passage import Passage
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.statement import Statement
from ontology.extraction import Span

_OF_THEIR_OWN = ("ceasefire", "treaty")
_HALTED = ("suspended", "cancelled")
_PUNISHES = re.compile(r"\b(?:sanction|embargo|blacklist|ban(?:s|ned|ning)?\b)", re.IGNORECASE)
_Pair = tuple[Span, str, str]


def iter_without_arms_deals(
    passage: Passage, contexts: Sequence[Context], statements: Sequence[Statement]
) -> Iterator[Statement]:
    """The statements, those left out that tell of an arms deal again as an agreement, a sanction or a sale."""
    sold = {frozenset(s.roles.values()) for s in statements if s.kind == "ArmsSale"}
    halted = {_pair(s) for s in statements if s.kind == "ArmsSale" and s.qualifiers.get("stage") in _HALTED}
    banned = {_pair(s) for s in statements if s.kind == "Sanction" and s.score == 1.0} - halted
    for statement in statements:
        told_again = {"Sanction": halted, "ArmsSale": banned}.get(statement.kind, set())
        if _pair(statement) in told_again and not _PUNISHES.search(passage.quote(statement.trigger)):
            continue
        is_deal = statement.kind == "Agreement" and statement.qualifiers.get("kind") not in _OF_THEIR_OWN
        if not (is_deal and frozenset(statement.roles.values()) in sold and _of_arms(passage, contexts, statement)):
            yield statement


def _pair(statement: Statement) -> _Pair:
    """Whom a sale or a sanction joins, in the order of its roles."""
    first, *others = statement.roles.values()
    return statement.sentence, first, others[0] if others else ""


def _of_arms(passage: Passage, contexts: Sequence[Context], statement: Statement) -> bool:
    sentence = passage.sentence_at(statement.trigger.start)
    return sentence is not None and any(symbol.letter == "W" for symbol in contexts[sentence.index].line.symbols)
