"""Tables and the files that systems export them as: CSV in two styles, and workbooks with one sheet per register."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Literal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | bool | date | None
Row = Mapping[str, Cell]
System = Literal["custodian", "quartermaster", "lighthouse", "moorings"]
WORKBOOKS = ("quartermaster", "moorings")
"""Systems that export a workbook; the others export a text for each layout."""

CREATED = datetime.fromisoformat("2023-04-17")
"""Workbooks state when they were made; a fixed day keeps the same seed at the same bytes."""
SHEET_ROWS = 250_000
"""Rows of a sheet; longer registers go on in a further sheet (a sheet holds 1,048,576 rows)."""
FORMULA_VALUE = 1000
"""What a planted formula came to when the workbook was last saved."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True)
class SimulatedFile:
    """One file as it would be received."""

    name: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Planted:
    """A row, or a stretch of a row, that is not as it should be, and what intake should make of it."""

    blemish: str
    """What is wrong, in a few words."""
    outcome: Literal["problem", "notice", "blank", "known", "taken"]
    """What becomes of the record: refused, only spoken of, blank, held already, or taken in."""
    rule: str = ""
    """Name of the rule that should refuse it."""
    column: str = ""
    cells: Row = field(default_factory=dict)
    shape: Literal["row", "unclosed", "short", "formula", "merged"] = "row"
    about: str = ""
    """What went wrong is about this person or reference; none where the row itself is at fault."""
    shown_by: str = ""
    """What in Clewline shows that it went wrong."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where a blemish stands."""

    file: str
    sheet: str
    line: int
    column: str
    blemish: str
    outcome: str
    rule: str
    about: str = ""
    shown_by: str = ""


@dataclass(kw_only=True)
class Table:
    """Rows of one layout, of one force."""

    system: System
    force: str
    name: str
    """Name of the layout in the system's mapping."""
    columns: tuple[str, ...]
    rows: list[Row | Planted]
    preamble: tuple[str, ...] = ()
    """Lines above the header."""
    bom: bool = False
    hidden: bool = False


def csv_file(table: Table) -> tuple[SimulatedFile, list[Spot]]:
    """Return the table as its system's CSV export, and where its blemishes stand."""
    custodian = table.system == "custodian"
    name = f"{table.system}_{table.force}_{table.name.replace(' ', '_')}s.csv"
    out, spots, columns = StringIO(newline=""), [], table.columns
    writer = csv.writer(
        out, delimiter="," if custodian else ";", lineterminator="\n" if custodian else "\r\n"
    )
    if table.bom:
        spots.append(_spot(Planted(blemish="byte order mark", outcome="taken"), name, "", 1))
    for line, words in enumerate(table.preamble, start=1):
        writer.writerow([words])
        spots.append(
            _spot(
                Planted(blemish="line above the header", outcome="notice", rule="above-the-header"),
                name,
                "",
                line,
            )
        )
    writer.writerow(columns)
    as_text = _british if custodian else _worded
    for line, row in enumerate(table.rows, start=len(table.preamble) + 2):
        cells = row.cells if isinstance(row, Planted) else row
        texts = [as_text(cells.get(column)) for column in columns]
        if not isinstance(row, Planted):
            writer.writerow(texts)
            continue
        spots.append(_spot(row, name, "", line))
        if row.shape == "short":
            writer.writerow(texts[:4])
        elif row.shape == "unclosed":
            at = columns.index(row.column)
            out.write(
                ",".join([*texts[:at], f'"{texts[at]}', *(t.replace(",", " ") for t in texts[at + 1 :])])
                + "\n"
            )
        else:
            writer.writerow(texts)
    encoding = ("utf-8-sig" if table.bom else "utf-8") if custodian else "cp1252"
    return SimulatedFile(name, out.getvalue().encode(encoding)), spots


def workbook(tables: Sequence[Table]) -> tuple[SimulatedFile, list[Spot]]:
    """Return one force's registers, or lists of its hub, as a workbook, and where its blemishes stand."""
    name = f"{tables[0].system}_{tables[0].force}.xlsx"
    out, spots = BytesIO(), []
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": CREATED, "title": f"{tables[0].system.title()} export"})
    day_format = book.add_format({"num_format": "dd/mm/yyyy"})
    for table in tables:
        for title, rows in _sheets(table):
            sheet = book.add_worksheet(title)
            if table.hidden:
                sheet.hide()
                spots.append(
                    _spot(
                        Planted(blemish="hidden sheet", outcome="notice", rule="hidden-sheet"), name, title, 1
                    )
                )
            spots += _fill(sheet, name, table, rows, day_format)
    book.close()
    return SimulatedFile(name, out.getvalue()), spots


def _sheets(table: Table) -> Iterator[tuple[str, Sequence[Row | Planted]]]:
    """Yield the title and rows of each sheet; Excel allows titles of 31 characters."""
    for part, start in enumerate(range(0, max(1, len(table.rows)), SHEET_ROWS)):
        title = table.name if part == 0 else f"{table.name[:26]} ({part + 1})"
        yield title, table.rows[start : start + SHEET_ROWS]


def _fill(
    sheet: Worksheet, file: str, table: Table, rows: Sequence[Row | Planted], day_format: Format
) -> list[Spot]:
    spots = []
    for n, words in enumerate(table.preamble):
        sheet.merge_range(n, 0, n, min(5, len(table.columns) - 1), words)
        spots.append(
            _spot(
                Planted(blemish="merged line above the header", outcome="notice", rule="above-the-header"),
                file,
                sheet.name,
                n + 1,
            )
        )
    top = len(table.preamble)
    for c, column in enumerate(table.columns):
        sheet.write_string(top, c, column)
    for r, row in enumerate(rows, start=top + 1):
        if isinstance(row, Planted):
            spots.append(_spot(row, file, sheet.name, r + 1))
            if row.shape == "merged":
                sheet.merge_range(r, 0, r, min(3, len(table.columns) - 1), str(row.cells[table.columns[0]]))
                continue
        cells = row.cells if isinstance(row, Planted) else row
        for c, column in enumerate(table.columns):
            value = cells.get(column)
            if isinstance(row, Planted) and row.shape == "formula" and column == row.column:
                sheet.write_formula(r, c, str(value), None, FORMULA_VALUE)
            elif value is not None:
                _write(sheet, r, c, value, day_format)
    return spots


def _write(sheet: Worksheet, r: int, c: int, value: Cell, day_format: Format) -> None:
    if isinstance(value, str):
        sheet.write_string(r, c, value)
    elif isinstance(value, bool):
        sheet.write_boolean(r, c, value)
    elif isinstance(value, date):
        sheet.write_datetime(r, c, value, day_format)
    else:
        sheet.write_number(r, c, value)


def _spot(planted: Planted, file: str, sheet: str, line: int) -> Spot:
    return Spot(
        file=file,
        sheet=sheet,
        line=line,
        column=planted.column,
        blemish=planted.blemish,
        outcome=planted.outcome,
        rule=planted.rule,
        about=planted.about,
        shown_by=planted.shown_by,
    )


def _british(value: Cell) -> str:
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    return _plain(value)


def _worded(value: Cell) -> str:
    if isinstance(value, date):
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return _plain(value)


def _plain(value: Cell) -> str:
    if isinstance(value, bool):
        return "Y" if value else "N"
    return "" if value is None else str(value)
