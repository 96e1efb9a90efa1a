"""Tolls: how many are said to be killed, wounded, displaced or captured, as bounds. Number words and cues are data beside this."""

from loaders.extract.tolls.numbers import Amount, iter_amounts
from loaders.extract.tolls.tolls import Toll, find_tolls

__all__ = ["Amount", "Toll", "find_tolls", "iter_amounts"]
