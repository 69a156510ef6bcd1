"""Open a figure to the rows that it counts, a page of them at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from clewline.analysis.count import Number, select
from clewline.figures import Counted, Row
from clewline.workflow.count import named
from clewline.workflow.over_time import Step, over_time
from clewline.workflow.tables import as_known

MOST_DRAWN = 50_000
"""Entries of a number above which it is not shown step by step: whoever opens it waits for a page of rows."""


@dataclass(frozen=True, kw_only=True)
class RowsPage:
    """A number, and some of the rows that it counts."""

    counted: Counted
    rows: tuple[Row, ...]
    first: int
    """Place of the first of them among all, from 0."""
    more: bool
    steps: tuple[Step, ...]
    """The number day by day, week by week or month by month; empty for a rate, and where it would take long."""
    by_force: Mapping[str | None, Number]
    """The number of each force, where several have rows; a joint result counts in each."""


def figure_rows(
    figure: str,
    *,
    start: date,
    end: date,
    as_of: datetime,
    where: Mapping[str, str],
    version: str | None = None,
    first: int = 0,
    most: int = 25,
) -> RowsPage:
    """Return the figure's number and its rows from the place `first`.

    :raises NotFound: there is no such figure.
    :raises Misused: the figure has no such dimension or definition.
    """
    asked = named(figure)
    within = {"force": where["force"]} if "force" in where and "force" in asked.dimensions else {}
    selection = select(as_known(as_of), asked, start=start, end=end, version=version, within=within)
    counted = selection.counted(where=where)
    rows = tuple(islice(selection.rows(where), first, first + most + 1))
    few = len(counted.entries) <= MOST_DRAWN
    steps = over_time(asked, selection.rows(where), start=start, end=end) if few else ()
    by_force = selection.split("force", where)[1] if "force" in asked.dimensions and not within else {}
    return RowsPage(
        counted=counted,
        rows=rows[:most],
        first=first,
        more=len(rows) > most,
        steps=steps,
        by_force=by_force if len(by_force) > 1 else {},
    )
