"""The days of a case by the clocks of the United Kingdom, and instants as whole seconds since 1970 (UTC)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

import numpy as np

from clewline.simulate.phones.geography import Floats, Ints

CLOCKS = ZoneInfo("Europe/London")
DAY, HOUR, MINUTE = 86_400, 3_600, 60
"""Seconds."""


@dataclass(frozen=True, kw_only=True)
class Period:
    """Days one after another."""

    first: date
    days: int

    @cached_property
    def midnights(self) -> Ints:
        """The instant at which each day begins, and that at which the last one ends."""
        starts = [self.first + timedelta(days=n) for n in range(self.days + 1)]
        return np.array([int(datetime.combine(d, time(), tzinfo=CLOCKS).timestamp()) for d in starts])

    @property
    def begins(self) -> int:
        """First instant."""
        return int(self.midnights[0])

    @property
    def ends(self) -> int:
        """First instant that is no longer of it."""
        return int(self.midnights[-1])

    @property
    def last(self) -> date:
        """Last day."""
        return self.first + timedelta(days=self.days - 1)

    def at(self, day: int, hour: float) -> float:
        """Return an instant, `hour` hours after the midnight that begins the day (0 is the first)."""
        return float(self.midnights[day]) + hour * HOUR

    def day(self, share: float) -> int:
        """Return the day (0 is the first) at that share of the period."""
        return int(share * self.days)

    def weekday(self, day: int) -> int:
        """Return 0 for a Monday."""
        return (self.first.weekday() + day) % 7


ORDINARY = (1, 1, 0, 0, 0, 1, 4, 9, 12, 11, 11, 12, 14, 13, 12, 13, 15, 18, 19, 18, 16, 13, 9, 4)
LATE = (9, 6, 4, 2, 1, 0, 0, 1, 3, 5, 8, 11, 13, 14, 14, 15, 15, 16, 17, 18, 18, 17, 15, 12)
SELLING = (4, 2, 0, 0, 0, 0, 0, 0, 2, 7, 13, 15, 15, 14, 14, 15, 16, 17, 18, 17, 16, 14, 11, 8)
"""How much phones are used in each hour of the day: by most people, by those up late, and on a line that sells."""


def moments(
    rng: np.random.Generator, period: Period, *, a_day: float, hours: tuple[int, ...] = ORDINARY
) -> Floats:
    """Return instants of the period in order, `a_day` of them on a usual day, more on some days than on others."""
    busy = rng.gamma(6.0, 1 / 6.0, period.days)
    many = rng.poisson(a_day * busy)
    days = np.repeat(np.arange(period.days), many)
    weights = np.asarray(hours, dtype=float)
    hour = rng.choice(len(hours), size=len(days), p=weights / weights.sum())
    found = period.midnights[days] + hour * HOUR + rng.integers(0, HOUR, len(days))
    # On the day whose clocks go back the hours of the evening are those of winter; none may run over the end.
    return np.sort(np.minimum(found, period.ends - 1)).astype(float)


def shown(instant: float) -> datetime:
    """Return an instant as the clocks showed it."""
    return datetime.fromtimestamp(int(instant), CLOCKS)


def utc(instant: float) -> datetime:
    """Return an instant in UTC."""
    return datetime.fromtimestamp(int(instant), UTC)
