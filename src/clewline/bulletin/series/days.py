"""The days that a published value is about, from the words of its period."""

import re
from calendar import monthrange
from datetime import date

from clewline.bulletin.period import MONTHS
from clewline.record.kinds.published import Published

Days = tuple[date | None, date | None]
"""First and last day; None where it is not stated."""

_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
_DATE = r"(?:(?:(?P<{0}d>\d{{1,2}})\s+)?(?P<{0}m>[A-Za-z]{{3}})[a-z]*\.?\s+)?(?P<{0}y>\d{{4}})(?P<{0}f>[/-]\d{{2}})?"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SPAN = re.compile(rf"(?:FY\s*)?{_DATE.format('a')}(?:\s*(?:-|–|to)\s*{_DATE.format('b')})?", re.IGNORECASE)
TOTALS = ("since", "between", "year", "fy")
"""Kinds of period that a text gives to results of a programme or a year."""


def is_total(stated: Published) -> bool:
    """Return whether the value is told as a total since a day, or of a year."""
    return stated.since is not None or stated.period_kind in TOTALS


def days(stated: Published) -> Days:
    """Return the first and the last day of what is counted.

    A total "since Nov 2019" goes on to the last day of the period that its release is about, or to the day of
    publication.
    """
    if stated.since is None:
        return stated.period_start, stated.period_end
    start, end = spanned(stated.since)
    return start, end or stated.period_end or stated.published_on


def spanned(words: str) -> Days:
    """Return the days of `Nov 2019`, `2019`, `3 Nov 2019-Sep 2022`, `2022/23` or `2019-11-01`.

    One date is where the period begins, but for a financial year, which is all of it.
    """
    words = words.strip()
    if _ISO.fullmatch(words):
        return _possible(words), None
    found = _SPAN.fullmatch(words)
    if found is None:
        return None, None
    first, last = _ends(found, "a")
    if found["by"]:
        return first, _ends(found, "b")[1]
    return first, last if found["af"] else None


def _ends(found: re.Match[str], which: str) -> Days:
    """Return the first and the last day of one date: of its day, month, year or financial year."""
    year = int(found[f"{which}y"])
    if found[f"{which}f"]:
        return date(year, 4, 1), date(year + 1, 3, 31)
    if not found[f"{which}m"]:
        return date(year, 1, 1), date(year, 12, 31)
    month = _NUMBERS.get(found[f"{which}m"].lower())
    if month is None:
        return None, None
    if found[f"{which}d"]:
        day = _possible(f"{year}-{month:02}-{int(found[f'{which}d']):02}")
        return day, day
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _possible(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
