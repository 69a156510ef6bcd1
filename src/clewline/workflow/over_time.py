"""A figure step by step within its period: the same rows as its number, each unit in the step of its first row."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from clewline.figures import Figure, Row

DAYS, WEEKS = 14, 400
"""Days of a period up to which it is shown day by day, and week by week; a longer one is shown month by month."""
_DAY = timedelta(days=1)

Size = Literal["day", "week", "month"]


@dataclass(frozen=True, kw_only=True)
class Step:
    """A day, a week or a month of a period; the first and the last may be cut short by it."""

    start: date
    end: date
    value: Decimal


def size_of(start: date, end: date) -> Size:
    """Return what a period is shown by."""
    days = (end - start).days
    return "day" if days < DAYS else "week" if days < WEEKS else "month"


def over_time(figure: Figure, rows: Iterable[Row], *, start: date, end: date) -> tuple[Step, ...]:
    """Return the steps of a period, those with nothing too; they add up to the figure's number. A rate has none."""
    if figure.measure == "rate":
        return ()
    first: dict[str, date] = {}
    most: dict[str, Decimal] = {}
    for row in rows:
        if not row.unit and figure.measure == "count":
            continue  # an entry that does not say what it is about counts nothing
        first[row.unit] = min(row.day, first.get(row.unit, row.day))
        most[row.unit] = max(row.amount, most.get(row.unit, row.amount))
    starts = _starts(start, end)
    values = [Decimal(0)] * len(starts)
    for unit, day in first.items():
        values[bisect_right(starts, day) - 1] += most[unit] if figure.measure == "sum" else 1
    ends = [*(one - _DAY for one in starts[1:]), end]
    return tuple(Step(start=a, end=b, value=v) for a, b, v in zip(starts, ends, values, strict=True))


def _starts(start: date, end: date) -> list[date]:
    size = size_of(start, end)
    if size != "month":
        step = timedelta(days=1 if size == "day" else 7)
        return [start + step * n for n in range((end - start) // step + 1)]
    found, month = [start], start.replace(day=1)
    while (month := date(month.year + month.month // 12, month.month % 12 + 1, 1)) <= end:
        found.append(month)
    return found
