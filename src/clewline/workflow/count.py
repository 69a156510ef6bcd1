"""Count one figure, in whole or broken down."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from clewline.analysis.count import Number, select
from clewline.errors import NotFound
from clewline.figures import Counted, Figure, all_figures
from clewline.workflow.tables import as_known


def count_figure(
    figure: str,
    *,
    start: date,
    end: date,
    as_of: datetime,
    where: Mapping[str, str],
    by: str | None = None,
    version: str | None = None,
    cases: Iterable[str] | None = None,
) -> tuple[Counted, dict[str | None, Number]]:
    """Return the figure's number and its entries, and its numbers by a dimension where one is named.

    :raises NotFound: there is no such figure.
    :raises Misused: the figure has no such dimension.
    """
    selection = select(as_known(as_of, cases), named(figure), start=start, end=end, version=version)
    return selection.counted(where=where), {} if by is None else selection.split(by, where)[1]


def named(figure: str) -> Figure:
    """Return the figure of that name.

    :raises NotFound: there is none.
    """
    figures = all_figures()
    if figure not in figures:
        near = [name for name in figures if figure.rstrip("s") in name or name in figure]
        hint = ", ".join(near or figures)
        raise NotFound(f"There is no figure {figure!r}; did you mean {hint}?")
    return figures[figure]
