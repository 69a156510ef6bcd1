"""Dates as a text writes them, with the weekday beside them, and ranges from one date to another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from clewline.bulletin.claim import Reading

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ANY_YEAR = range(2000, 2028)
"""Years in which each date falls on each weekday, with every leap year's shape: 28 in a row have them all."""

_DAY = r"(?:Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:rs|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b\.?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NUMBER = r"(?:0?[1-9]|[12]\d|3\d)(?:st|nd|rd|th)?(?![\d,.]*\d)"
_YEAR = r"(?:,?\s+(?:19|20)\d\d\b(?!,\d))"


def _named(n: int) -> str:
    return rf"(?:(?P<weekday{n}>{_DAY})(?:,?\s+(?:the\s+)?|\s*\())?"


def _day_first(n: int, *, month: str) -> str:
    """Return a pattern for `Monday 3 October 2022`; `month` is `?` where the month may be left out."""
    return rf"{_named(n)}(?P<day{n}>{_NUMBER})(?:(?:\s+of)?\s+(?P<month{n}>{_MONTH})(?P<year{n}>{_YEAR})?){month}"


def _month_first(n: int) -> str:
    return rf"{_named(n)}(?P<month{n}>{_MONTH})\s+(?P<day{n}>{_NUMBER})(?P<year{n}>{_YEAR})?"


_TO = r"\s*(?:\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b|[-–—])\s*(?:the\s+)?"
_RANGES = (
    re.compile(rf"\b{_day_first(1, month='?')}{_TO}{_day_first(2, month='')}"),
    re.compile(rf"\b{_month_first(1)}{_TO}(?:{_month_first(2)})"),
    re.compile(rf"\b{_month_first(1)}{_TO}{_named(2)}(?P<day2>{_NUMBER})(?P<year2>{_YEAR})?(?!\s+{_MONTH})"),
)
_IN_DIGITS = re.compile(
    rf"\b{_named(1)}(?P<day1>\d\d?)[/.](?P<digits>0?[1-9]|1[0-2])[/.](?P<year1>(?:19|20)\d\d)\b"
)
_BEHIND = rf"(?:(?:\s*\(|,\s+an?\s+)(?P<behind>{_DAY})(?=\)|,|\s))?"
"""A weekday behind its date: `12 October (Wednesday)`, `12 October, a Wednesday,`."""
_SINGLES = (
    re.compile(_IN_DIGITS.pattern + _BEHIND),
    re.compile(rf"\b{_day_first(1, month='')}{_BEHIND}"),
    re.compile(rf"\b{_month_first(1)}{_BEHIND}"),
)


@dataclass(frozen=True, kw_only=True)
class Written:
    """A date as written: the year and the weekday only where the text has them."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    """0 for Monday."""

    def on(self, year: int) -> date | None:
        """Return the date in that year; None where its month has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, kw_only=True)
class Span:
    """The days from one date to another (the same, for a single date), with their characters in the text."""

    start: int
    end: int
    first: Written
    last: Written

    @property
    def single(self) -> bool:
        """Return whether the text has one date and no range."""
        return self.first is self.last

    def days(self, year: int) -> tuple[date | None, date | None]:
        """Return the first and last day where the last lies in `year`; written years count before it."""
        ends = self.last.year or year
        begins = self.first.year or (ends - 1 if self.last.month < self.first.month else ends)
        return self.first.on(begins), self.last.on(ends)


def spans(text: str) -> list[Span]:
    """Return the dates and ranges of a text in order; a date within a range is not given again."""
    found: list[Span] = []
    taken: set[int] = set()
    for pattern, m in chain(_found(_RANGES, text), _found(_SINGLES, text)):
        characters = set(range(m.start(), m.end()))
        if characters & taken or (pattern in _RANGES and not _is_range(text, m)):
            continue
        taken |= characters
        found.append(_span(m))
    return sorted(found, key=lambda s: s.start)


def _found(
    patterns: tuple[re.Pattern[str], ...], text: str
) -> Iterator[tuple[re.Pattern[str], re.Match[str]]]:
    for pattern in patterns:
        for m in pattern.finditer(text):
            yield pattern, m


def _is_range(text: str, m: re.Match[str]) -> bool:
    """Whether `and` joins the ends of a range: `between 3 and 9 October`, but `on 3 and 9 October` are two days."""
    return not re.search(r"\band\b", m[0]) or (
        re.search(r"\bbetween\s*$", text[max(0, m.start() - 12) : m.start()], re.IGNORECASE) is not None
    )


def _span(m: re.Match[str]) -> Span:
    found = m.groupdict()
    digits = found.get("digits")
    month = MONTHS[int(digits) - 1] if digits else next(filter(None, map(found.get, ("month1", "month2"))))
    last_month = found.get("month2") or month
    first = _written(found, 1, month)
    last = _written(found, 2, last_month) if "day2" in found else first
    return Span(start=m.start(), end=m.end(), first=first, last=last)


def _written(found: dict[str, str | None], n: int, month: str) -> Written:
    year, weekday = found.get(f"year{n}"), found.get(f"weekday{n}") or found.get("behind")
    return Written(
        day=int("".join(c for c in found[f"day{n}"] or "" if c.isdigit())),
        month=_index(MONTHS, month),
        year=int(year[-4:]) if year else None,
        weekday=_index(DAYS, weekday) - 1 if weekday else None,
    )


def _index(names: tuple[str, ...], name: str) -> int:
    """Return the place of a name, from 1, by its first three letters."""
    return 1 + [n[:3] for n in names].index(name[:3])


def years(span: Span, reading: Reading) -> tuple[int, ...]:
    """Return the years in which the span's last day may lie: as written, the nearest to publication, or any."""
    if written := span.last.year or span.first.year:
        return (written,)
    published = reading.published
    if published is None:
        return tuple(ANY_YEAR)
    # the 28th is in every month, and near enough to tell the year
    near = (date(published.year + n, span.last.month, min(span.last.day, 28)) for n in (-1, 0, 1))
    return (min(near, key=lambda day: abs(day - published)).year,)
