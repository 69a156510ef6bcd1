"""The week as a workbook: numbers as numbers, days as days, and the rows behind every number."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date
from decimal import Decimal
from typing import Any

import xlsxwriter

from clewline.bulletin.safe import spreadsheet_safe
from clewline.bulletin.week import Week
from clewline.figures import Counted
from clewline.output.blocks import blocks
from clewline.output.rows_csv import COLUMNS, rows
from clewline.output.words import heading, printable
from clewline.workflow.open import Opened, numbers

MOST_ROWS = 1_048_575
"""Rows that a sheet holds under its heading; what is over goes on to a further sheet."""

ROWS = (
    "name",
    "definition_version",
    "counted_in",
    "day",
    "counts",
    "amount",
    "entry",
    "how",
    "kind",
    "case",
    "file",
    "sheet",
    "line",
)
PUBLISHED = (
    "indicator",
    "qualifiers",
    "body",
    "relation",
    "value",
    "unit",
    "as_stated",
    "counted",
    "fits",
    "release",
    "address",
)
WIDTHS = {
    "title": 44,
    "counted_in": 40,
    "section": 22,
    "published": 24,
    "file": 30,
    "entry": 20,
    "counts": 24,
    "as_stated": 30,
}


def as_workbook(week: Week, opened: Opened) -> bytes:
    """Return the week as an XLSX file; the same week gives the same bytes."""
    content = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(content, options)
    created = week.as_of.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.set_properties({"title": heading(week), "author": "Clewline", "created": created})
    sheets = _Sheets(book)
    printed = list(rows(week))
    sheets.add("Week", COLUMNS, (r for r in printed if r["part_of"] == "week"))
    sheets.add("Programme", COLUMNS, (r for r in printed if r["part_of"] == "programme"))
    sheets.add("Published", PUBLISHED, _published(week))
    sheets.add("Rows", ROWS, _rows(week, opened))
    book.close()
    return content.getvalue()


class _Sheets:
    """Adds sheets with a heading that stays in sight, each cell written as what it is."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._day = book.add_format({"num_format": "dd/mm/yyyy"})
        # A spreadsheet shows such a cell as the text it is, even after somebody edits it.
        self._text = book.add_format({"quote_prefix": True})

    def add(self, name: str, columns: Sequence[str], found: Iterable[dict[str, Any]]) -> None:
        """Add the rows, on as many sheets as they need."""
        sheet, line, number = self._sheet(name, columns), 0, 1
        for row in found:
            if line == MOST_ROWS:
                number += 1
                sheet, line = self._sheet(f"{name} {number}", columns), 0
            line += 1
            for at, column in enumerate(columns):
                self._write(sheet, line, at, row.get(column))
        sheet.autofilter(0, 0, line, len(columns) - 1)

    def _sheet(self, name: str, columns: Sequence[str]) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(columns):
            sheet.write_string(0, at, column.replace("_", " "), self._bold)
            sheet.set_column(at, at, WIDTHS.get(column, max(11, len(column) + 2)))
        return sheet

    def _write(self, sheet: Any, line: int, at: int, value: Any) -> None:
        if isinstance(value, str):
            text = printable(value)
            sheet.write_string(line, at, text, None if spreadsheet_safe(text) == text else self._text)
        elif isinstance(value, date):
            sheet.write_datetime(line, at, value, self._day)
        elif isinstance(value, int | float | Decimal):
            sheet.write_number(line, at, value)


def _rows(week: Week, opened: Opened) -> Iterator[dict[str, Any]]:
    """Yield every entry behind every number, once for each definition, with the numbers that count it."""
    counted = list(numbers(week))
    for block in blocks(week, opened):
        said = {letter: _number(counted[at], week) for letter, at in block.numbers.items()}
        for row in block.rows:
            shared = {
                "name": block.figure.name,
                "definition_version": block.definition.version,
                "counted_in": "; ".join(said[letter] for letter in row.counted_in),
                "day": row.day,
                "counts": row.unit,
                "amount": row.amount,
            }
            for entry in row.entries:
                how = {"how": "supports" if entry in row.supporting else "counts"}
                yield shared | how | _entry(entry, opened)


def _number(counted: Counted, week: Week) -> str:
    """Return a printed number in short, as `week: of children`."""
    period = "week" if (counted.start, counted.end) == (week.start, week.end) else f"since {counted.start}"
    return f"{period}: {counted.title if counted.qualifiers else 'all'}"


def _entry(entry: str, opened: Opened) -> dict[str, Any]:
    origin = opened.origins.get(entry)
    if origin is None:
        return {"entry": entry}
    return {
        "entry": entry,
        "kind": origin.kind.replace("_", " "),
        "case": origin.case,
        "file": "a statement" if origin.sha256 is None else opened.files.get(origin.sha256),
        "sheet": origin.sheet,
        "line": origin.line,
    }


def _published(week: Week) -> Iterator[dict[str, Any]]:
    for section in (*week.sections, *week.programme):
        for line in section.lines:
            for p in line.published:
                yield _stated(p) | {
                    "counted": line.counted.value,
                    "fits": "yes" if line.fits(p) else "no",
                }
    yield from (_stated(p) for p in week.unmatched)


def _stated(p: Any) -> dict[str, Any]:
    return {
        "indicator": p.indicator,
        "qualifiers": ", ".join(p.qualifiers),
        "body": p.body or p.publisher,
        "relation": p.relation.replace("_", " "),
        "value": p.value,
        "unit": p.unit,
        "as_stated": p.as_stated,
        "release": p.release,
        "address": p.address,
    }
