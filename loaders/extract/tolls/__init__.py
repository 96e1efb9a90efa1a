"""Tolls: how many are said to be killed, wounded, displaced or captured, as bounds. Its words are data beside this.

Nothing here knows entities; where a toll belongs, `propositions` finds out.
"""

from loaders.extract.tolls.finding import find_tolls
from loaders.extract.tolls.numbers import Amount, iter_amounts, to_number
from loaders.extract.tolls.toll import Toll

__all__ = ["Amount", "Toll", "find_tolls", "iter_amounts", "to_number"]
