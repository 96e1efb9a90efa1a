"""Who says it: the contents of a text with their claimants, cues and stances. The cues are data in `cues.yaml`.

Nothing here asks what a content states.
"""

from loaders.extract.attribution.attribute import attribute
from loaders.extract.attribution.attribution import Attribution

__all__ = ["Attribution", "attribute"]
