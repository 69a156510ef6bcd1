"""XLSX: the face on the first sheet, then rows, and links where there are some; no cell is a formula."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter

from clewline.bulletin.safe import spreadsheet_safe
from clewline.output.copies.copy import Copy
from clewline.output.copies.tables import LINK_COLUMNS, link_rows
from clewline.output.words import printable

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
LONGEST = 32_000
"""Characters of a cell; a spreadsheet takes no more than 32,767."""


def write_workbook(copy: Copy, out: BinaryIO) -> int:
    """Write the rows, and the links of their entries on a sheet of their own."""
    book = xlsxwriter.Workbook(out, OPTIONS)
    made = copy.face.made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.set_properties({"title": printable(copy.face.title), "author": "Clewline", "created": made})
    sheets = _Sheets(book)
    sheets.add("About this copy", ("Name", "Says"), ({"Name": n, "Says": s} for n, s in copy.face.told))
    count = sheets.add("Rows", copy.columns, copy.rows())
    links = copy.links()
    if links.links and tuple(copy.columns) != LINK_COLUMNS:
        sheets.add("Links", LINK_COLUMNS, link_rows(links))
    book.close()
    return count


class _Sheets:
    """Adds sheets, each cell written as what it is."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._day = book.add_format({"num_format": "dd/mm/yyyy"})
        # A spreadsheet shows such a cell as the text it is, even after somebody edits it.
        self._text = book.add_format({"quote_prefix": True})

    def add(self, name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> int:
        """Add a sheet with the rows and return how many they are."""
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, max(14, len(column) + 2))
            sheet.write_string(0, at, printable(column), self._bold)
        line = 0
        for line, row in enumerate(rows, start=1):
            for at, column in enumerate(columns):
                self._write(sheet, line, at, row.get(column))
        return line

    def _write(self, sheet: Any, line: int, at: int, value: Any) -> None:
        if isinstance(value, str):
            text = printable(value)[:LONGEST]
            # A telephone number keeps its plus sign: the cell is text, and says so.
            sheet.write_string(line, at, text, None if spreadsheet_safe(text) == text else self._text)
        elif isinstance(value, datetime):
            sheet.write_string(line, at, value.isoformat())
        elif isinstance(value, date):
            sheet.write_datetime(line, at, value, self._day)
        elif isinstance(value, int | float | Decimal):
            sheet.write_number(line, at, value)
