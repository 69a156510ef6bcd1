"""Rows of a table in a PDF: cells in their columns, and cells whose text goes over several lines."""

from collections.abc import Sequence

from clewline.formats.documents.hyphens import joined
from clewline.formats.documents.pdf_rows import Row, Run

CLOSE = 0.8
"""Distance of base lines, in sizes of the type, in which two lines of one cell cannot stand: it is one row, of which
some cells have two lines and others stand at their middle."""
NEXT = 1.6
"""Distance in which a line may be the second of a cell above."""
FAR = 4.5
"""Distance up to which rows belong to one table."""


def is_beside(lines: Sequence[Run], row: Row) -> bool:
    """Return whether a line alone is the first of a cell of the row that has its other cells at its middle."""
    return len(lines) == 1 and lines[0].y - row[0].y <= CLOSE * row[0].size


def belongs(line: Row, table: Sequence[Row], *, far: bool = False) -> bool:
    """Return whether a row goes on with the table that the rows before it make.

    :param far: whether it is known to be a row of a table, though it begins with a line alone.
    """
    apart = (table[-1][0].y - line[0].y) / line[0].size
    if len(line) > 1 or far:
        return 0 < apart <= FAR
    return apart <= CLOSE or (apart <= NEXT and _goes_on(line[0], table[-1]))


def _goes_on(line: Run, row: Row) -> bool:
    """Return whether a line alone is the second line of a cell above it."""
    return any(
        abs(cell.x0 - line.x0) <= line.size / 2
        and (cell.text.endswith(("-", "‐")) or line.text[:1].islower() or line.text.startswith("("))
        for cell in row
    )


def in_columns(table: Sequence[Row], known: frozenset[str]) -> list[list[str]]:
    """Return the cells of each row, with empty ones where a row has none in a column; `known` are words of the text."""
    columns: list[list[float]] = []
    for run in sorted((run for line in table for run in line), key=lambda run: run.x0):
        if columns and run.x0 < columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], run.x1)
        else:
            columns.append([run.x0, run.x1])
    placed: list[list[str]] = []
    y = 0.0
    for line in table:
        apart = (y - line[0].y) / line[0].size
        if not placed or not (apart <= CLOSE or (len(line) == 1 and apart <= NEXT)):
            placed.append([""] * len(columns))
        y = line[0].y
        at, last = 0, -1
        for run in line:
            while columns[at][1] < run.x1:
                at += 1
            cell = placed[-1][at]
            # A head that spans columns makes one of them, and then a row has two cells in it.
            placed[-1][at] = (
                f"{cell}\t{run.text}" if at == last else joined(cell, run.text, known) if cell else run.text
            )
            last = at
    return placed
