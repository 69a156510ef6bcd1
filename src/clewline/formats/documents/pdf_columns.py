"""Rows of a page to flows of text: columns that stand beside each other are read one after the other."""

from collections.abc import Iterator, Sequence

from clewline.formats.documents.pdf_rows import Row, Run

LEAST_ROWS = 3
"""Rows that each of two columns has at least."""
LEAST_LETTERS = 18
"""Letters of a column's rows on average; the cells of a table are shorter, and must be read across."""
_APART = 0.5
"""How far the left edges of one column's rows may lie apart, in sizes of the type."""
_MOST_COLUMNS = 6


def flows(rows: Sequence[Row], *, depth: int = 0) -> Iterator[list[Row]]:
    """Yield the rows in the order of reading: what stands over columns, the columns from the left, what is below."""
    edge = _edge(rows) if depth < _MOST_COLUMNS else None
    if edge is None:
        yield list(rows)
        return
    band: list[Row] = []
    across: list[Row] = []
    for row in rows:
        if any(run.x0 < edge < run.x1 for run in row):
            yield from _band(band, edge, across, depth)
            band = []
            across.append(row)
        else:
            band.append(row)
    yield from _band(band, edge, across, depth)
    if across:
        yield across


def _band(band: list[Row], edge: float, across: list[Row], depth: int) -> Iterator[list[Row]]:
    """Yield the columns of rows that none crosses, after the rows above them; keep them with those if they are few."""
    left = [part for row in band if (part := tuple(run for run in row if run.x0 < edge))]
    right = [part for row in band if (part := tuple(run for run in row if run.x0 >= edge))]
    if not (_is_column(left) and _is_column(right)):
        across += band
        return
    if across:
        yield list(across)
        across.clear()
    yield left
    yield from flows(right, depth=depth + 1)


def _is_column(rows: Sequence[Row]) -> bool:
    letters = sum(len(run.text) for row in rows for run in row)
    return len(rows) >= LEAST_ROWS and letters >= LEAST_LETTERS * len(rows)


def _edge(rows: Sequence[Row]) -> float | None:
    """Return the left edge of a second column: where many rows begin that have text, or nothing, left of them."""
    runs = sorted(
        (run for row in rows for run in row if len(run.text) >= LEAST_LETTERS), key=lambda run: run.x0
    )
    if not runs:
        return None
    groups: list[list[Run]] = []
    for run in runs:
        if groups and run.x0 - groups[-1][-1].x0 <= _APART * run.size:
            groups[-1].append(run)
        else:
            groups.append([run])
    # Beside an indented item, a column begins right of most of the first column's ends.
    first = sorted(run.x1 for run in groups[0])
    beyond = [
        group for group in groups[1:] if len(group) >= LEAST_ROWS and group[0].x0 > first[len(first) // 10]
    ]
    columns = [group for group in beyond if _is_free(group[0].x0, runs)]
    return min((group[0].x0 for group in columns), default=None)


def _is_free(edge: float, runs: Sequence[Run]) -> bool:
    """Return whether more rows end before the edge or begin at it than cross it."""
    crossing = sum(run.x0 < edge - run.size / 4 and run.x1 > edge for run in runs)
    return 3 * crossing < len(runs)
