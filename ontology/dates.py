"""Dates that carry their precision: `2020`, `2020-11` and `2020-11-08` are three different statements.

Kept as text (the calendar part of ISO 8601), so that they sort, print and travel as they are.
"""

import calendar
import re
from datetime import date
from functools import lru_cache

from ontology.errors import DateError

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_TIME = re.compile(r"(?<=\d)[T ]\d{1,2}:\d{2}\b.*", re.ASCII)


@lru_cache(maxsize=1 << 12)
def parse_date(text: str) -> str:
    """The date if it is one, at its own precision; a time of day behind it is cut off. Raises DateError.

    >>> parse_date("2020-11-08T10:30:00Z"), parse_date("2020-11"), parse_date("1957")
    ('2020-11-08', '2020-11', '1957')
    """
    calendar_part = _TIME.sub("", text.strip())
    try:
        first_day(calendar_part)
    except ValueError as exc:
        raise DateError(f'"{text[:40]}" is not a date: write it as 2020, 2020-11 or 2020-11-08') from exc
    return calendar_part


def first_day(text: str) -> date:
    """The first day that a date may mean.

    >>> first_day("2020-11").isoformat()
    '2020-11-01'
    """
    year, month, day = _numbers(text)
    return date(year, 1 if month is None else month, 1 if day is None else day)


def last_day(text: str) -> date:
    """The last day that a date may mean.

    >>> last_day("2020-02").isoformat()
    '2020-02-29'
    """
    year, month, day = _numbers(text)
    month = 12 if month is None else month
    return date(year, month, calendar.monthrange(year, month)[1] if day is None else day)


def may_overlap(from_a: str | None, to_a: str | None, from_b: str | None, to_b: str | None) -> bool:
    """Whether two spells can share a day; an open or unknown end excludes nothing.

    >>> may_overlap("1988", "1994", "2020-09", None), may_overlap(None, None, "2020", None)
    (False, True)
    """
    return _may_begin_by(from_a, to_b) and _may_begin_by(from_b, to_a)


def _may_begin_by(begin: str | None, end: str | None) -> bool:
    return begin is None or end is None or first_day(begin) <= last_day(end)


def _numbers(text: str) -> tuple[int, int | None, int | None]:
    match = _SHAPE.fullmatch(text)
    if not match:
        raise DateError(f'"{text[:40]}" is not a date: write it as 2020, 2020-11 or 2020-11-08')
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None
