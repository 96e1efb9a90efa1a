"""An article's text in parts: headline, byline, dateline, body, captions and credits kept apart.

The rules are data (`rules.yaml`, `houses.yaml`), each with its own examples; nothing here changes the text.
"""

from loaders.articles.clean.dateline import Dateline, get_dateline
from loaders.articles.clean.houses import House, get_credited, get_house
from loaders.articles.clean.parts import find_parts

__all__ = ["Dateline", "House", "find_parts", "get_credited", "get_dateline", "get_house"]
