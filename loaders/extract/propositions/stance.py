"""The polarity and the modality of a trigger: by the words before it, where they tell; else by the reader."""

from loaders.extract.frames.hedges import find_hedge
from loaders.extract.model import MODALITIES
from loaders.extract.propositions.context import Context
from ontology.claim import Modality, Polarity
from ontology.extraction import Span


def find_stance(context: Context, trigger: Span, index: int) -> tuple[Polarity, Modality]:
    """Whether the words at a symbol of the line affirm or negate, and how firmly."""
    hedge = find_hedge(context.line, index)
    if context.reading is None or not context.reading.holds(trigger):
        return hedge.polarity or Polarity.AFFIRMS, hedge.modality or Modality.ASSERTED
    polarity, modality = context.reading.polarity_modality(trigger)
    read_polarity = Polarity.NEGATES if polarity[1] > polarity[0] else Polarity.AFFIRMS
    return hedge.polarity or read_polarity, hedge.modality or MODALITIES[int(modality.argmax())]
