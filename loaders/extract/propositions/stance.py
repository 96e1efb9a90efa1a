"""The polarity and the modality of a trigger: by the reader, and by words before it that negate."""

from loaders.extract.frames import Hedge, find_hedge, is_aside, is_threat
from loaders.extract.model import MODALITIES
from loaders.extract.propositions.context import Context
from loaders.extract.propositions.limits import get_limits
from ontology.claim import Modality, Polarity
from ontology.extraction import Span


def find_stance(context: Context, trigger: Span, index: int, *, by_words: bool = False) -> tuple[Polarity, Modality]:
    """Whether the words at a symbol of the line affirm or negate, and how firmly; `by_words` leaves the reader out."""
    if is_threat(context.line, index):
        return Polarity.AFFIRMS, Modality.PLANNED
    hedge = find_hedge(context.line, index)
    aside = is_aside(context.line, index)
    if by_words or context.reading is None or not context.reading.holds(trigger):
        return _by_words(hedge)
    polarity, modality = context.reading.polarity_modality(trigger)
    negated = hedge.polarity is Polarity.NEGATES or (not aside and float(polarity[1]) > get_limits().negates)
    return Polarity.NEGATES if negated else Polarity.AFFIRMS, MODALITIES[int(modality.argmax())]


def _by_words(hedge: Hedge) -> tuple[Polarity, Modality]:
    return hedge.polarity or Polarity.AFFIRMS, hedge.modality or Modality.ASSERTED
