"""Who and what a text speaks of, and where: names by the register and the reader, then pronouns and descriptions.

Nothing here asks who says what; names of the world stand in the register, word lists in `words.yaml`.
"""

from loaders.extract.mentions.finding import find_mentions
from loaders.extract.mentions.mentions import Mentions

__all__ = ["Mentions", "find_mentions"]
