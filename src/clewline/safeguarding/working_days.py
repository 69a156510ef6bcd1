"""Working days of England and Wales: no Saturday, no Sunday, no bank holiday.

The day of an event is day 0. The first working day after it is day 1, so that what happens at a weekend is counted from
the Monday. Bank holidays are those of the `holidays` library: substitute days and one-off days, as that of 8 May 2023,
are among them; those of Scotland and Northern Ireland are not. Of a year to come it knows the rule and no proclamation
that was made after its version.
"""

from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

SATURDAY = 5
"""As a week's days are numbered from Monday, 0."""
DAY = timedelta(days=1)


def is_working_day(day: date) -> bool:
    """Return whether a day is a working day in England and Wales."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a year in England and Wales, which have the same."""
    return frozenset(country_holidays("GB", subdiv="ENG", years=year, expand=False))


def after(day: date, count: int) -> date:
    """Return the working day that is so many working days after a day; of 0 the day itself, whatever it is."""
    while count > 0:
        day += DAY
        count -= is_working_day(day)
    return day


def between(first: date, last: date) -> int:
    """Return how many working days there are after one day and up to another; 0 where that is no later."""
    return sum(is_working_day(first + DAY * n) for n in range(1, (last - first).days + 1))
