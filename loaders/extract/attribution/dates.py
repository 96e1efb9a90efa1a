"""When something was said: the date beside the cue, counted back from the day of publication where it is relative."""

import re
from datetime import date, timedelta

from loaders.extract.passage import Passage
from ontology.dates import first_day
from ontology.errors import DateError
from ontology.extraction import Span

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WHEN = re.compile(
    r"\b(?:(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!,?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    rf"|{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}}))?"
    rf"|(?P<day_first>\d{{1,2}})\s+{_MONTH.replace('month', 'month_behind')}(?:,?\s+(?P<year_behind>\d{{4}}))?"
    r"|(?P<near>yesterday|today))\b"
)
_BEFORE_CUE, _BEHIND_CUE = 40, 60


def find_said_on(passage: Passage, cue: Span, contents: tuple[Span, ...]) -> str | None:
    """The day that stands beside a cue, in its sentence and outside of the contents."""
    sentence = passage.sentence_at(cue.start)
    if sentence is None:
        return None
    start, end = max(sentence.span.start, cue.start - _BEFORE_CUE), min(sentence.span.end, cue.end + _BEHIND_CUE)
    for match in _WHEN.finditer(passage.text, start, end):
        if not any(c.start <= match.start() < c.end for c in contents) and (
            day := _day(match, passage.document.published)
        ):
            return day.isoformat()
    return None


def _day(match: re.Match[str], published: str | None) -> date | None:
    try:
        day_of_issue = first_day(published) if published and len(published) == len("2020-11-08") else None
        if match["month"] or match["month_behind"]:
            return _named_day(match, day_of_issue)
    except (DateError, ValueError):
        return None
    if day_of_issue is None:
        return None
    if match["near"]:
        return day_of_issue - timedelta(days=match["near"] == "yesterday")
    back = (day_of_issue.weekday() - _DAYS.index(match["weekday"].casefold())) % 7
    return day_of_issue - timedelta(days=back)


def _named_day(match: re.Match[str], day_of_issue: date | None) -> date | None:
    month = _MONTHS.index((match["month"] or match["month_behind"])[:3].casefold()) + 1
    day, year = int(match["day"] or match["day_first"]), match["year"] or match["year_behind"]
    if year:
        return date(int(year), month, day)
    if day_of_issue is None:
        return None
    this_year = date(day_of_issue.year, month, day)
    return this_year if this_year <= day_of_issue + timedelta(days=7) else date(day_of_issue.year - 1, month, day)
