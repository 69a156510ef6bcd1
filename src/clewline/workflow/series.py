"""A figure month by month: the same rows as its number, each unit in the month of its first row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from clewline.analysis.count import select
from clewline.errors import Misused
from clewline.figures import Figure
from clewline.workflow.tables import as_known


@dataclass(frozen=True, kw_only=True)
class Series:
    """A figure by month; the months add up to the figure's number for the whole period."""

    figure: Figure
    start: date
    end: date
    months: Mapping[date, Decimal]
    """The first day of each month from the first to the last, those with nothing too."""


def by_month(
    figures: Iterable[Figure],
    *,
    start: date,
    end: date,
    as_of: datetime,
    force: str | None = None,
    cases: Iterable[str] | None = None,
) -> tuple[Series, ...]:
    """Return the figures month by month from `start` to `end`, as known at `as_of`.

    :raises Misused: a figure is a rate, whose months do not add up.
    """
    tables = as_known(as_of, cases)
    found = []
    for figure in figures:
        if figure.measure == "rate":
            raise Misused(f"{figure.name} is a rate: its months would not add up to it.")
        where = {} if force is None else {"force": force}
        first: dict[str, date] = {}
        amounts: dict[str, Decimal] = {}
        for row in select(tables, figure, start=start, end=end).rows(where):
            if not row.unit and figure.measure == "count":
                continue  # an entry that does not say what it is about counts nothing
            # Rows come by day, so the first seen is the first day. A joint exhibit counts at its larger amount.
            first.setdefault(row.unit, row.day)
            amounts[row.unit] = max(row.amount, amounts.get(row.unit, row.amount))
        months = dict.fromkeys(_months(start, end), Decimal(0))
        for unit, day in first.items():
            months[day.replace(day=1)] += amounts[unit] if figure.measure == "sum" else 1
        found.append(Series(figure=figure, start=start, end=end, months=months))
    return tuple(found)


def _months(start: date, end: date) -> Iterable[date]:
    month = start.replace(day=1)
    while month <= end:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
