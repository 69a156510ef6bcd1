"""A time axis: where days lie on it, and the dates written along it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from clewline.bulletin.period import MONTHS

EDGE = 0.04
"""Share of the time shown that is left free at each end."""
LEAST = timedelta(days=10)
"""Time shown at least to each side of a single week."""

WEEKS, MONTHLY, QUARTERLY, YEARLY = 70, 430, 1100, 5500
"""Days up to which weeks, months and quarters are written, and from which only some of the years are."""


@dataclass(frozen=True, kw_only=True)
class TimeAxis:
    """Days as places between two sides of a drawing."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Return the place of a day; a day outside the axis lies at its end."""
        share = (day - self.first).days / (self.last - self.first).days
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield places and the dates that are written there."""
        for day, words in _dates(self.first, self.last):
            if self.first <= day <= self.last:
                yield self.at(day), words


def over(first: date, last: date, *, left: float, right: float) -> TimeAxis:
    """Return an axis on which both days lie, with some room beside them."""
    room = max(LEAST, timedelta(days=int((last - first).days * EDGE)))
    return TimeAxis(first=first - room, last=last + room, left=left, right=right)


def _dates(first: date, last: date) -> Iterator[tuple[date, str]]:
    days = (last - first).days
    if days <= WEEKS:
        monday = first - timedelta(days=first.weekday())
        for week in range(days // 7 + 2):
            day = monday + timedelta(weeks=week)
            yield day, f"{day.day} {MONTHS[day.month - 1][:3]}"
        return
    step = 1 if days <= MONTHLY else 3 if days <= QUARTERLY else 12
    some = 1 if days <= YEARLY else 5
    for year in range(first.year - first.year % some, last.year + 1, some):
        for month in range(1, 13, step):
            words = str(year) if step == 12 else f"{MONTHS[month - 1][:3]} {year % 100:02}"
            yield date(year, month, 1), words
