"""Which language an article is written in. Short texts are English, unless they clearly are not."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_COMMON = frozenset(
    {"the", "and", "that", "with", "from", "said", "has", "have", "were", "his", "her", "they"}
    | {"by", "which", "after", "would", "been", "this", "their", "for", "not"}
)
_LOOKED_AT = 5_000
_CLEARLY_ENGLISH = 0.12
_MAYBE_ENGLISH = 0.07
_FEWEST_WORDS = 12
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f]")
_CONFIDENT, _VERY_CONFIDENT = 0.9, 0.999


def get_language(text: str) -> str:
    """The language's two letters in ISO 639-1."""
    head = text[:_LOOKED_AT]
    words = re.findall(r"[^\W\d_]+", head.casefold())
    english = sum(word in _COMMON for word in words) / max(1, len(words))
    if english >= _CLEARLY_ENGLISH or not words:
        return "en"  # most articles end here, and the model takes a while to load
    language, probability = _identifier().classify(head)
    if 2 * len(_LATIN.findall(head)) < sum(map(len, words)):
        return str(language)
    needed = _CONFIDENT if len(words) >= _FEWEST_WORDS and english < _MAYBE_ENGLISH else _VERY_CONFIDENT
    return language if probability >= needed else "en"


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
