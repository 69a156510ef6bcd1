"""Exact reading of workbooks (.xlsx): each sheet is a table whose cells are the texts that its sender meant.

Dates are ISO 8601, numbers have no exponent and no trailing `.0`, booleans are TRUE and FALSE, texts keep their
leading zeros. A row whose stored values cannot be relied on (a formula, an error, a number that lost its digits, a
merged cell) is a problem that names its column; a hidden sheet is a problem that counts its rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from clewline.errors import BadInput
from clewline.formats.tables.refused import forbidden_character, wrong_number_of_cells
from clewline.formats.tables.table import (
    HEADER_WITHIN,
    Blank,
    Expects,
    Item,
    Row,
    Table,
    Tally,
    above_notice,
    column_names,
    header_fault,
)
from clewline.formats.tables.workbook_cells import Fault, Style, Texts, read_styles, read_texts
from clewline.formats.tables.workbook_parts import Attributes, Limits, Parts, local
from clewline.formats.tables.workbook_refused import cell_problem, merged_cells, sheet_problem
from clewline.formats.tables.workbook_row import Converter
from clewline.formats.tables.workbook_sheet import Rows, merged_rows, stored_rows

__all__ = ["Limits", "read_workbook"]


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class _Book:
    parts: Parts
    sheets: list[_Sheet]
    texts: Texts
    styles: list[Style]
    from_1904: bool

    def rows(self, sheet: _Sheet) -> "_Rows":
        """Return the rows of the sheet from its first."""
        converter = Converter(self.texts, self.styles, from_1904=self.from_1904)
        return _Rows(self.parts, sheet.part, converter)


def read_workbook(
    content: bytes, *, limits: Limits | None = None, expects: Expects | None = None
) -> list[Table]:
    """Read each sheet that holds anything as one table, in the order of the workbook.

    A sheet that cannot be read (hidden, no header, a merged header) has an empty header and one problem that counts
    its rows. `expects` finds the header below title rows, within the first 20 rows; without it, the header is the
    first row that is not blank. Going through the items may raise `BadInput` too: a sheet may be damaged below.

    :raises BadInput: the content is no .xlsx workbook, is protected or damaged, unpacks to more than the limits,
        or holds no rows.
    """
    book = _open(content, limits or Limits())
    tables = [table for sheet in book.sheets if (table := _table(book, sheet, expects))]
    if not tables:
        raise BadInput("The workbook holds no rows.")
    return tables


def _open(content: bytes, limits: Limits) -> _Book:
    parts = Parts(content, limits)
    main = next((part for kind, part in parts.related("").values() if kind == "officeDocument"), None)
    if main is None or not main.endswith(".xml"):
        raise BadInput("This is not an .xlsx workbook; save it as .xlsx or CSV.")
    links = parts.related(main)
    sheets: list[_Sheet] = []
    from_1904 = False

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal from_1904
        if tag == "workbookPr":
            from_1904 = attributes.get("date1904", "0") in ("1", "true", "on")
        elif tag == "sheet":
            link = next((value for name, value in attributes.items() if local(name) == "id"), "")
            kind, part = links.get(link, ("", ""))
            # Charts and dialogs are sheets too, of another kind, and hold no rows.
            if kind in ("worksheet", ""):
                hidden = attributes.get("state", "visible") != "visible"
                sheets.append(_Sheet(attributes.get("name", ""), part, hidden))

    parts.parse(main, start=start)
    of_kind = dict(links.values())
    texts = read_texts(parts, of_kind.get("sharedStrings"), limits)
    styles = read_styles(parts, of_kind.get("styles"))
    return _Book(parts, sheets, texts, styles, from_1904)


class _Rows:
    """The rows of one sheet, converted."""

    def __init__(self, parts: Parts, part: str, converter: Converter) -> None:
        self._stored = stored_rows(parts, part)
        self._converter = converter
        self.last = 0
        """Number of the last row read."""

    @property
    def spoiled(self) -> bool:
        return self._converter.spoiled

    def __iter__(self) -> Iterator[tuple[int, list[str], tuple[int, Fault] | None]]:
        """Yield number, texts and fault of each row that holds anything."""
        for row in self._stored:
            self.last = row.number
            cells, fault = self._converter.convert(row)
            if fault or (cells and (cells[0].strip() or any(cell.strip() for cell in cells))):
                yield row.number, cells, fault


def _table(book: _Book, sheet: _Sheet, expects: Expects | None) -> Table | None:
    """Return the table of the sheet; None where the sheet is empty."""
    rows = book.rows(sheet)
    first = 0
    for _, (number, cells, fault) in zip(range(HEADER_WITHIN), rows, strict=False):
        first = first or number
        if sheet.hidden:
            break
        names = column_names(cells)
        if fault or not (expects is None or expects(names)):
            if expects:
                continue
            broken = "A cell of the header holds a formula, an error value or no proper date or number."
            return _unread(book, sheet, "no-header", line=number, below=number, what=broken)
        merged = merged_rows(book.parts, sheet.part)
        if number in merged:
            return _unread(book, sheet, "merged-header", line=number, below=number)
        if wrong := header_fault(names):
            return _unread(book, sheet, "no-header", line=number, below=number, what=wrong)
        tally = Tally(lines=number)
        return Table(
            sheet=sheet.name,
            header=names,
            header_line=number,
            above=number - 1,
            notices=above_notice(above=number - 1, sheet=sheet.name),
            items=_items(rows, merged, names, sheet.name, tally),
            tally=tally,
        )
    if not first:
        return None
    return _unread(book, sheet, "hidden-sheet" if sheet.hidden else "no-header", line=first)


def _unread(
    book: _Book, sheet: _Sheet, rule: str, *, line: int, below: int = 0, what: str | None = None
) -> Table:
    """Return a table whose one item is the problem that counts the rows below `below`."""
    tally = Tally()

    def items() -> Iterator[Item]:
        tally.records = sum(number > below for number, _, _ in book.rows(sheet))
        yield tally.add(sheet_problem(rule, line=line, sheet=sheet.name, records=tally.records, what=what))

    return Table(sheet=sheet.name, header=(), header_line=line, items=items(), tally=tally)


def _items(rows: _Rows, merged: Rows, names: tuple[str, ...], sheet: str, tally: Tally) -> Iterator[Item]:
    """Yield the rows below the header, which is row `tally.lines`."""
    width = len(names)
    for number, cells, fault in rows:
        if blank := number - tally.lines - 1:
            tally.records += blank
            yield tally.add(Blank(number - blank, blank))
        tally.lines = number
        tally.records += 1
        cells += [""] * (width - len(cells))
        if not fault and len(cells) == width and not rows.spoiled and number not in merged:
            tally.rows += 1
            yield Row(number, cells)
        else:
            yield tally.add(_judge(number, cells, fault, merged, names, sheet))
    if blank := rows.last - tally.lines:
        tally.records += blank
        yield tally.add(Blank(tally.lines + 1, blank))
        tally.lines = rows.last


def _judge(
    number: int,
    cells: list[str],
    fault: tuple[int, Fault] | None,
    merged: Rows,
    names: tuple[str, ...],
    sheet: str,
) -> Item:
    if number in merged:
        return merged_cells(number, sheet=sheet)
    if fault:
        at, why = fault
        return cell_problem(number, why, sheet=sheet, column=names[at] if 0 <= at < len(names) else None)
    problem = forbidden_character(number, cells, names, "utf-8")
    if not problem and any(cell.strip() for cell in cells[len(names) :]):
        problem = wrong_number_of_cells(number, found=len(cells), columns=len(names))
    return replace(problem, sheet=sheet) if problem else Row(number, cells[: len(names)])
