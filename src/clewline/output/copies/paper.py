"""PDF: the face, then the rows as a table."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from clewline.errors import BadInput
from clewline.output.copies.cells import cell
from clewline.output.copies.copy import Copy
from clewline.output.pdf import set_page
from clewline.output.words import printable

MOST = 300
"""Rows that are set: more is no document that anybody reads, and takes minutes."""
NARROWEST, WIDEST = 8, 44
"""Characters by which the widths of columns are told."""


def write_pdf(copy: Copy, out: BinaryIO) -> int:
    """Write the rows on as many sheets as they need.

    :raises BadInput: there are more than a PDF holds.
    :raises Misused: the machine lacks the libraries that set text.
    """
    rows = list(islice(copy.rows(), MOST + 1))
    if len(rows) > MOST:
        raise BadInput(f"A PDF holds {MOST:,} rows at most: choose narrower filters, or CSV or XLSX.")
    written = [[_written(row.get(column)) for column in copy.columns] for row in rows]
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("paper.html.j2").render(
        face=copy.face,
        columns=copy.columns,
        widths=_widths(copy.columns, written),
        rows=written,
        printable=printable,
    )
    out.write(set_page(page, instead="CSV and XLSX can be copied"))
    return len(rows)


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the width of each column, in parts of a hundred."""
    longest = [max(map(len, (name, *(row[at] for row in rows)))) for at, name in enumerate(columns)]
    parts = [min(max(one, NARROWEST), WIDEST) for one in longest]
    return [f"{100 * part / sum(parts):.1f}" for part in parts]


def _written(value: object) -> str:
    return printable(value) if isinstance(value, str) else str(cell(value))
