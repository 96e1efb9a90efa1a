"""An arms deal is not also an agreement: one of two that trade arms, in a sentence about arms, is the sale again."""

from collections.abc import Iterator, Sequence

from loaders.extract.passage import Passage
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.statement import Statement

_OF_THEIR_OWN = ("ceasefire", "treaty")


def iter_without_arms_deals(
    passage: Passage, contexts: Sequence[Context], statements: Sequence[Statement]
) -> Iterator[Statement]:
    """The statements, those left out that tell of an arms deal as an agreement."""
    sold = {frozenset(s.roles.values()) for s in statements if s.kind == "ArmsSale"}
    for statement in statements:
        is_deal = statement.kind == "Agreement" and statement.qualifiers.get("kind") not in _OF_THEIR_OWN
        if not (is_deal and frozenset(statement.roles.values()) in sold and _of_arms(passage, contexts, statement)):
            yield statement


def _of_arms(passage: Passage, contexts: Sequence[Context], statement: Statement) -> bool:
    sentence = passage.sentence_at(statement.trigger.start)
    return sentence is not None and any(symbol.letter == "W" for symbol in contexts[sentence.index].line.symbols)
