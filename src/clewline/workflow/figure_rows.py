"""Open a figure to the rows that it counts, a page of them at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from clewline.analysis.count import select
from clewline.figures import Counted, Row
from clewline.workflow.count import named
from clewline.workflow.tables import as_known


@dataclass(frozen=True, kw_only=True)
class RowsPage:
    """A number, and some of the rows that it counts."""

    counted: Counted
    rows: tuple[Row, ...]
    first: int
    """Place of the first of them among all, from 0."""
    more: bool


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
    selection = select(as_known(as_of), named(figure), start=start, end=end, version=version)
    counted = selection.counted(where=where)
    rows = tuple(islice(selection.rows(where), first, first + most + 1))
    return RowsPage(counted=counted, rows=rows[:most], first=first, more=len(rows) > most)
