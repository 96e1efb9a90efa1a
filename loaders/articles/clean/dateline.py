"""What a dateline says: who sent the story, and when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.articles.clean.houses import House, get_credited
from ontology.dates import parse_date
from ontology.document import Part, PartKind
from ontology.errors import DateError
from ontology.register import get_register

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})(?!\d)"
    r"|(?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]{2,8})\.?,? (?P<year2>\d{4})(?!\d)"
)

_SENDER = re.compile(r"\((?P<name>[^()]+)\)[.,:]?\s*[-–—]*\s*$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Who sent the story, and on which day: None where the dateline gives no year."""

    house: House | None
    day: str | None


def get_dateline(text: str, parts: Iterable[Part]) -> Dateline | None:
    """The first dateline of an article."""
    part = next((part for part in parts if part.kind is PartKind.DATELINE), None)
    if part is None:
        return None
    words = text[part.start : part.end]
    return Dateline(get_credited(words) or _unlisted(words), _day(words))


def _unlisted(words: str) -> House | None:
    """The agency in brackets that no list holds; a state in brackets only tells where the place is."""
    match = _SENDER.search(words)
    if match is None or get_register().find(match["name"]):
        return None
    return House(match["name"], (match["name"],))


def _day(words: str) -> str | None:
    match = _DAY.search(words)
    if match is None:
        return None
    month = (match["month"] or match["month2"])[:3].lower()
    if month not in _MONTHS:
        return None
    try:
        return parse_date(
            f"{match['year'] or match['year2']}-{_MONTHS.index(month) + 1:02}-{int(match['day'] or match['day2']):02}"
        )
    except DateError:
        return None
