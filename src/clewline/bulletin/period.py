"""Periods as people name and say them: a day, a week from its first day, a financial year, a calendar month."""

import re
from calendar import monthrange
from datetime import date, timedelta

from clewline.errors import Misused

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""English, whatever the machine's locale: what is printed says that it is English."""

_YEAR = re.compile(r"(\d{4})/(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def period(start: str, end: str | None = None) -> tuple[date, date]:
    """Return the first and last day of a period.

    `2023-02-27` is the week from that day, or up to `end` where one is given; `2022/23` is the financial year from
    1 April; `2023-02` is the calendar month.

    :raises Misused: it is none of these, or ends before it starts.
    """
    if found := _YEAR.fullmatch(start):
        year = int(found[1])
        if int(found[2]) != (year + 1) % 100 or end is not None:
            raise Misused(f"{start!r} is not a financial year; write it as 2022/23, without an end.")
        return date(year, 4, 1), date(year + 1, 3, 31)
    if found := _MONTH.fullmatch(start):
        year, month = int(found[1]), int(found[2])
        if not 1 <= month <= 12 or end is not None:
            raise Misused(f"{start!r} is not a month; write it as 2023-02, without an end.")
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    first = _day(start)
    last = first + timedelta(days=6) if end is None else _day(end)
    if last < first:
        raise Misused("The period ends before it starts.")
    return first, last


def day_words(day: date) -> str:
    """Return the day as people say it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_words(day: date) -> str:
    """Return the month as people say it."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def period_words(start: date, end: date) -> str:
    """Return the period, what both days share said once."""
    if start == end:
        return day_words(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day_words(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} to {day_words(end)}"
    return f"{day_words(start)} to {day_words(end)}"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Misused(
            f"{text!r} is not a period; write a day as 2023-02-27, a month as 2023-02 or a financial year as 2022/23."
        ) from None
