"""PDF: the face, then the rows as a table."""

from itertools import islice
from pathlib import Path
from typing import BinaryIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from clewline.errors import BadInput
from clewline.output.copies.cells import cell
from clewline.output.copies.copy import Copy
from clewline.output.pdf import set_page
from clewline.output.words import printable

MOST = 1000
"""Rows that are set: more is no document that anybody reads, and takes minutes."""


def write_pdf(copy: Copy, out: BinaryIO) -> int:
    """Write the rows on as many sheets as they need.

    :raises BadInput: there are more than a PDF holds.
    :raises Misused: the machine lacks the libraries that set text.
    """
    rows = list(islice(copy.rows(), MOST + 1))
    if len(rows) > MOST:
        raise BadInput(f"A PDF holds {MOST:,} rows at most: choose narrower filters, or CSV or XLSX.")
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
        rows=[[_written(row.get(column)) for column in copy.columns] for row in rows],
        printable=printable,
    )
    out.write(set_page(page, instead="CSV and XLSX can be copied"))
    return len(rows)


def _written(value: object) -> str:
    return printable(value) if isinstance(value, str) else str(cell(value))
