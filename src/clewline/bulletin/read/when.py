"""The days that a claim is about: explicit dates of the text, and none that it does not state."""

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from clewline.bulletin.claim import Period, PeriodKind
from clewline.bulletin.read.dates import (
    BEGUN,
    COUNTY_LINES,
    DAY,
    FINANCIAL,
    FY,
    HEAD,
    IN_MONTH,
    IN_YEAR,
    LATER,
    MONTH_RANGE,
    OPENS,
    SINCE,
    SINCE_BEGINS,
    SINCE_DAY,
    TWO_YEARS,
    UP_TO,
    WEEK_OF,
    WEEK_OF_BEGINS,
    WEEK_WORD,
    YEAR_TO,
    YEAR_TO_BEGINS,
    YEAR_WORDS,
    Dated,
    Issued,
    day_of,
    holds_year,
    month_of,
    months_in,
    near_months,
    ranges_in,
    stated_year,
)
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.lexicon.weeks import WEEKS
from clewline.bulletin.read.small import in_small, matches

_SAME = in_small(r"\b(?:in|during|over) (?:this|that|the same) (?:period|time)\b")
_TEAM = re.compile(r"\s*The (?:task\s?force|team|unit|programme)\b")
_COMPARED = in_small(r"\b(?:than|compared|since|against|from|between|until)\b")
"""Words before a month that make it the end of a span, or what something is compared with."""
_WORD = re.compile(r"[a-z]+")
_OF_RELEASE = words(
    """published updated posted issued released last first on at by am pm gmt bst news press release statement
    statements date monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"""
)
"""Words beside a day that make its line tell when a text came out."""
_NEAR = 700
"""Characters at a text's beginning that tell of which day it is."""
_SOON = timedelta(days=35)
"""How long after a national week a text without dates may still be about it."""


class When:
    """The periods of a text, and which one a claim is about."""

    def __init__(self, text: str, low: str, out: Issued | None) -> None:
        """`low` is the text in small letters."""
        self._published = out.exact if out else None
        self._first = out.first if out else date.min
        self._last = out.last if out else None
        self._text = text
        self._low = low
        self._read = (-1, -1)
        self._said: Period | None = None
        self._year = out.last.year if out else stated_year(text)
        months = months_in(low)
        self._month_at = [start for start, _ in months]
        self._year_to = next(matches(YEAR_TO, low, YEAR_TO_BEGINS), None) is not None
        self._spans = tuple(near_months(low, months))
        self.ranges = ranges_in(low, self._spans, self._last, self._year)
        self._since = sorted(self._since_dates(), key=lambda d: d.start)
        week = next((d for d in self.ranges if d.period.kind in ("week", "multi_week")), None)
        week = week or self._week_of() or next(iter(self.ranges), None)
        week = week or self._year_of(0, len(low), HEAD)
        self.default = (
            week.period
            if week
            else self._opened()
            or self._national()
            or self._only_day()
            or Period(kind="year" if YEAR_WORDS.search(low[:200]) else self._kind())
        )

    def _kind(self) -> PeriodKind:
        return "week" if WEEK_WORD.search(self._low) else "unknown"

    def at(self, start: int, end: int, earlier: Period | None) -> Period:
        """Return the period of a claim in the sentence from `start` to `end`; `earlier` is that of the claim before."""
        if self._read == (start, end) and self._said is not None:
            return self._said
        self._read, self._said = (start, end), self._stated(start, end)
        if self._said is not None:
            return self._said
        low = self._low[start:end]
        if earlier is not None and ("period" in low or "time" in low) and _SAME.search(low):
            return earlier
        if self._last and "this" in low and FY.search(low):
            year = self._last.year if self._last.month > 3 else self._last.year - 1
            return Period(start=date(year, 4, 1), kind="fy")
        if earlier is not None and earlier.kind == "since" and _TEAM.match(self._text, start, end):
            return earlier
        if (
            self.default.start is None
            and ("year" in low or "fy" in low or "months" in low)
            and YEAR_WORDS.search(low)
        ):
            return Period(kind="year")
        return self.default

    def _stated(self, start: int, end: int) -> Period | None:
        """Return the period that a sentence states itself."""
        for dated in (self._since, self.ranges):
            i = bisect_left(dated, start, key=lambda d: d.start)
            if i < len(dated) and dated[i].start < end:
                return dated[i].period
        if (one := self._day_of(start, end)) is not None:
            return one
        if (month := self._month_of(start, end)) is not None:
            return month
        of_year = self._year_of(start, end, end)
        return of_year.period if of_year is not None else None

    def _day_of(self, start: int, end: int) -> Period | None:
        """Return the day that a sentence names for what it tells; a day of a court or a deadline is none."""
        i = bisect_left(self._month_at, start)
        if i == len(self._month_at) or self._month_at[i] >= end or LATER.search(self._low, start, end):
            return None
        for m in DAY.finditer(self._low, start, end):
            if OPENS.search(self._low, max(start, m.start() - 24), m.start()):
                return None
            day = self._one(m)
            if day and day not in (self.default.start, self.default.end):
                return Period(start=day, end=day, kind="day")
        return None

    def _month_of(self, start: int, end: int) -> Period | None:
        """Return the month that a sentence names for what it tells; one of a beginning or a comparison is none."""
        i = bisect_left(self._month_at, start)
        if i == len(self._month_at) or self._month_at[i] >= end or LATER.search(self._low, start, end):
            return None
        m = IN_MONTH.search(self._low, start, end)
        if m is None or BEGUN.search(self._low, max(start, m.start() - 24), m.start()):
            return None
        if _COMPARED.search(self._low, start, m.start()) or not (m["y"] or self._year):
            return None
        if self._low.find("week", start, end) >= 0:
            return Period(kind="week")  # `a similar week in May`
        first = date(int(m["y"] or self._year or 0), month_of(m["m"]), 1)
        if self._last and not m["y"] and first > self._last:
            first = first.replace(year=first.year - 1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        begun = self.default.start
        if begun is not None and first <= begun <= last:
            return None
        return Period(start=first, end=last, kind="between")

    def _only_day(self) -> Period | None:
        """Return the one day that a text without a longer period names first, near its beginning."""
        days = (m for a, b in self._spans if a < _NEAR for m in DAY.finditer(self._low, a, min(b, _NEAR)))
        m = next((m for m in days if not self._is_date_line(m)), None)
        if m and not LATER.search(self._low, max(0, m.start() - 60), m.start()) and (day := self._one(m)):
            return Period(start=day, end=day, kind="day")
        return None

    def _is_date_line(self, m: re.Match[str]) -> bool:
        """Whether a day has a line of its own, which says when the text came out: `Updated: 2 Feb 2021, 0:54`."""
        first = self._low.rfind("\n", 0, m.start()) + 1
        last = self._low.find("\n", m.end(), m.end() + _NEAR)
        if last < 0 or m.start() - first > _NEAR:
            return False
        beside = self._low[first : m.start()] + " " + self._low[m.end() : last]
        return _OF_RELEASE.issuperset(_WORD.findall(beside))

    def _near_a_month(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = (pattern.search(self._low, a, b) for a, b in self._spans)
        return next(filter(None, found), None)

    def _year_of(self, start: int, end: int, head: int) -> Dated | None:
        """Return the year that words name: `year to 31 March 2024`, `in 2023/24`, before `head` also `during 2022`."""
        if not holds_year(self._low, start, end):
            return None
        if m := YEAR_TO.search(self._low, start, end) if self._year_to else None:
            day = self._one(m)
            if day:
                last = monthrange(day.year - 1, day.month)[1]
                first = date(day.year - 1, day.month, min(day.day, last)) + timedelta(days=1)
                fy = (day.month, day.day) == (3, 31)
                return Dated(Period(start=first, end=day, kind="fy" if fy else "between"), m.start(), m.end())
        if (
            m := FINANCIAL.search(self._text, start, end)
            if TWO_YEARS.search(self._text, start, end)
            else None
        ):
            year = int(m["y"])
            return Dated(
                Period(start=date(year, 4, 1), end=date(year + 1, 3, 31), kind="fy"), m.start(), m.end()
            )
        if m := IN_YEAR.search(self._text, start, head):
            year = int(m["y"])
            return Dated(
                Period(start=date(year, 1, 1), end=date(year, 12, 31), kind="year"), m.start(), m.end()
            )
        return None

    def _since_dates(self) -> list[Dated]:
        low = self._low
        months = []
        for m in (m for a, b in self._spans for m in MONTH_RANGE.finditer(low, a, b)):
            if (one := self._months(m)) is not None:
                months.append(Dated(one, m.start(), m.end()))
        found = list(months)
        for m in matches(SINCE, low, SINCE_BEGINS) if holds_year(low, 0, len(low)) else ():
            if _within(months, m.start()):
                continue
            start = day_of(int(m["y"]), m["m"], m["d"])
            if start:
                end = self._up_to(low[m.end() : m.end() + 60]) or self._published
                if end is not None and end < start:
                    continue
                found.append(Dated(Period(start=start, end=end, kind="since"), m.start(), m.end()))
        return found

    def _up_to(self, text: str) -> date | None:
        """Return the end that follows a `since`: `and up to this September`, `to the end of March 2023`."""
        m = UP_TO.match(text)
        year = int(m["y"]) if m and m["y"] else self._year
        if not m or year is None:
            return None
        month = month_of(m["m"])
        return date(year, month, monthrange(year, month)[1])

    def _months(self, m: re.Match[str]) -> Period | None:
        m1, m2 = m["m1"] or m["m3"], m["m2"] or m["m4"]
        said = (m["y2"] or m["y4"] or "").lower()
        year2 = int(said) if said.isdigit() else self._year
        if year2 is None:
            return None
        if said == "last year":
            year2 -= 1
        year1 = int(m["y1"]) if m["y1"] else year2
        one, two = month_of(m1), month_of(m2)
        start = date(year1, one, 1)
        end = date(year2, two, monthrange(year2, two)[1])
        if end < start:
            return None
        kind: PeriodKind = "since" if m["last"] else "between"
        return Period(start=start, end=end, kind=kind)

    def _week_of(self) -> Dated | None:
        m = next(matches(WEEK_OF, self._low, WEEK_OF_BEGINS), None) if self._month_at else None
        if m is None or not (day := self._one(m)):
            return None
        return Dated(Period(start=day, end=day + timedelta(days=6), kind="week"), m.start(), m.end())

    def _opened(self) -> Period | None:
        """Return the period of work that began on a stated day: to the publication date where that is known."""
        if (m := self._near_a_month(SINCE_DAY)) and (day := self._one(m)):
            return Period(start=day, end=self._published, kind="since")
        return None

    def _national(self) -> Period | None:
        """Return the national week that a text without dates speaks of: it ended in the five weeks before."""
        if (
            self._last is None
            or (self._last - self._first).days > 31
            or not (COUNTY_LINES.search(self._low) and WEEK_WORD.search(self._low))
        ):
            return None
        for start, end in reversed(WEEKS):
            if end <= self._last <= end + _SOON:
                return Period(start=start, end=end, kind="week")
        return None

    def _one(self, m: re.Match[str]) -> date | None:
        year = int(m["y"]) if m["y"] else self._year
        if year is None:
            return None
        day = day_of(year, m["m"] or m["m2"], m["d"] or m["d2"])
        if day and self._last and not m["y"] and day > self._last:
            day = day_of(year - 1, m["m"] or m["m2"], m["d"] or m["d2"])
        return day


def _within(dated: Sequence[Dated], at: int) -> bool:
    """Whether a place of a text lies in the characters of one of the periods, which are in order."""
    i = bisect_right(dated, at, key=lambda d: d.start)
    return i > 0 and at < dated[i - 1].end
