"""The reader: one small network that tags names, speakers, contents and triggers, the same way every time.

Nothing here knows entities or claims; `MODELCARD.md` says what it was trained on and how well it does.
"""

from loaders.extract.model.labels import KINDS, MODALITIES, ROLES
from loaders.extract.model.reading import Reading, Tagged, read

__all__ = ["KINDS", "MODALITIES", "ROLES", "Reading", "Tagged", "read"]
