"""Frames: what must be exact, as data. A file a kind holds patterns over sentences, with their own examples.

Nothing here asks a model, and no pattern names a person or a place.
"""

from loaders.extract.frames.hedges import Hedge, find_hedge, is_aside, is_threat
from loaders.extract.frames.lexicon import Frame, load_frames
from loaders.extract.frames.line import Line, join_line, make_line
from loaders.extract.frames.match import Match, match_frames
from loaders.extract.frames.offices import (
    Office,
    find_offices,
    find_unnamed_offices,
    get_own_titles,
    is_same_title,
    is_sent,
    is_title,
    to_title,
)
from loaders.extract.frames.symbol import Symbol

__all__ = [
    "Frame",
    "Hedge",
    "Line",
    "Match",
    "Office",
    "Symbol",
    "find_hedge",
    "find_offices",
    "find_unnamed_offices",
    "get_own_titles",
    "is_aside",
    "is_same_title",
    "is_sent",
    "is_threat",
    "is_title",
    "join_line",
    "load_frames",
    "make_line",
    "match_frames",
    "to_title",
]
