"""Days of events: a weekly rhythm, busier weeks of action, growth over the years."""

from bisect import bisect_left
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from clewline.simulate.margins import Margins

AFTER = timedelta(days=42)
"""How long the files go on after the week, so that a figure must mind its period."""

_WEEKDAYS = (0.8, 1.2, 1.3, 1.3, 1.1, 0.6, 0.5)
"""Warrants are carried out in midweek; Monday first."""
_WEEK_OF_ACTION = 6.0


class Days:
    """Draws days between the start of the programme and some weeks after the week."""

    def __init__(self, rng: Random, margins: Margins) -> None:
        self._rng = rng
        self.since, self.start, self.end = margins.since, margins.start, margins.end
        self.last = margins.end + AFTER
        span = (self.last - self.since).days + 1
        weights = []
        for n in range(span):
            day = self.since + timedelta(days=n)
            busy = any(w.start <= day <= w.end for w in margins.weeks_of_action)
            weights.append(
                _WEEKDAYS[day.weekday()] * (_WEEK_OF_ACTION if busy else 1) * (0.7 + 0.6 * n / span)
            )
        self._sums = list(accumulate(weights, initial=0.0))

    def between(self, first: date, last: date) -> date:
        """Return a day from `first` to `last`, both included; outside the programme its nearest day."""
        a = max(0, (first - self.since).days)
        b = min(len(self._sums) - 2, max(a, (last - self.since).days))
        found = bisect_left(self._sums, self._rng.uniform(self._sums[a], self._sums[b + 1])) - 1
        return self.since + timedelta(days=min(max(found, a), b))

    def before(self, first: date | None = None) -> date:
        """Return a day of the programme before the week, and not before `first`."""
        return self.between(first or self.since, self.start - timedelta(days=1))

    def week(self, first: date | None = None) -> date:
        """Return a day of the week, and not before `first`."""
        return self.between(max(first or self.start, self.start), self.end)

    def after(self) -> date:
        """Return a day after the week."""
        return self.between(self.end + timedelta(days=1), self.last)

    def spread(self, before: int, week: int, after: int) -> list[date]:
        """Return so many days before the week, in it and after it, in order."""
        found = [self.before() for _ in range(before)] + [self.week() for _ in range(week)]
        return sorted(found + [self.after() for _ in range(after)])


def years_before(day: date, years: int, extra_days: int = 0) -> date:
    """Return the day so many years and days earlier; the 29th of February becomes the 28th."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year - years, day.month, last) - timedelta(days=extra_days)
