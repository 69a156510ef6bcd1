"""When the line was used: by hour of the local day and weekday, by day, and by week."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from clewline.analysis.phones.line import Behind, Line


@dataclass(frozen=True, kw_only=True)
class Hour:
    """Uses in one hour of one weekday, over the whole period. `spoken` are calls and messages, no data sessions."""

    weekday: int
    """1 is Monday."""
    hour: int
    uses: int
    spoken: int
    behind: Behind


@dataclass(frozen=True, kw_only=True)
class Day:
    """Uses on one local day; a day without any is there too, with 0."""

    day: date
    uses: int
    spoken: int
    texts_out: int
    behind: Behind


@dataclass(frozen=True, kw_only=True)
class Week:
    """Uses from a Monday to the Sunday after it."""

    monday: date
    uses: int
    spoken: int
    days: int
    """Days with a use."""
    behind: Behind


@dataclass(frozen=True, kw_only=True)
class Silence:
    """Local days without any use between two days with one."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def by_hour(line: Line) -> tuple[Hour, ...]:
    """Return the hours in which the line was used, Monday's first."""
    found = line.all(
        """
        select weekday, hour, count(*), count(*) filter (spoken) from {rows} where used
        group by weekday, hour order by weekday, hour
        """
    )
    return tuple(
        Hour(
            weekday=weekday,
            hour=hour,
            uses=uses,
            spoken=spoken,
            behind=Behind("used and weekday = ? and hour = ?", (weekday, hour)),
        )
        for weekday, hour, uses, spoken in found
    )


def by_day(line: Line) -> tuple[Day, ...]:
    """Return every day of the period."""
    found = line.all(
        """
        select day, count(*), count(*) filter (spoken), count(*) filter (service = 'text' and direction = 'out')
        from {rows} where used group by day
        """
    )
    counts = {day: rest for day, *rest in found}
    days = [line.first + timedelta(days=i) for i in range((line.last - line.first).days + 1)]
    return tuple(
        Day(day=day, uses=uses, spoken=spoken, texts_out=texts, behind=Behind("used and day = ?", (day,)))
        for day in days
        for uses, spoken, texts in [counts.get(day, (0, 0, 0))]
    )


def by_week(line: Line) -> tuple[Week, ...]:
    """Return the weeks with a use, in order."""
    found = line.all(
        """
        select monday, count(*), count(*) filter (spoken), count(distinct day) from {rows} where used
        group by monday order by monday
        """
    )
    return tuple(
        Week(
            monday=monday,
            uses=uses,
            spoken=spoken,
            days=days,
            behind=Behind("used and monday = ?", (monday,)),
        )
        for monday, uses, spoken, days in found
    )


def silences(days: tuple[Day, ...], least: int = 2) -> tuple[Silence, ...]:
    """Return the spans of at least `least` days without a use, between the first and the last day with one."""
    used = [d.day for d in days if d.uses]
    return tuple(
        Silence(first=a + timedelta(days=1), last=b - timedelta(days=1))
        for a, b in pairwise(used)
        if (b - a).days > least
    )
