"""The problems of a sheet and of its rows: what stands there, and what its sender does about it."""

from clewline.formats.tables.workbook_cells import Fault
from clewline.record.problem import Problem

_CELLS = {
    Fault.FORMULA: (
        "The cell holds a formula; the result stored with it may be out of date.",
        "Copy the sheet and paste it as values.",
    ),
    Fault.ERROR: ("The cell holds an error value, as #N/A.", "Mend the cell, or empty it."),
    Fault.DIGITS: (
        "The number has 16 digits or more, of which a spreadsheet program keeps 15: the rest are lost.",
        "Format the column as text before the numbers are typed or pasted into it.",
    ),
    Fault.DATE: (
        "The cell is formatted as a date, but its number is no day of the calendar.",
        "Type the date again, or format the cell as what it is.",
    ),
    Fault.NUMBER: ("The cell says that it is a number, and is none.", "Type the value again."),
}

_SHEETS = {
    "hidden-sheet": (
        "The sheet is hidden, so its rows were not read.",
        "Unhide the sheet if they belong to it.",
    ),
    "no-header": (
        "No row of the first ones is a header, so the rows were not read.",
        "Give each column one name of its own, in one row.",
    ),
    "merged-header": (
        "Cells of the header are merged, so it cannot be told which column a name belongs to; no row was read.",
        "Unmerge the cells of the header and give each column its name.",
    ),
}


def cell_problem(line: int, fault: Fault, *, sheet: str, column: str | None) -> Problem:
    """Return the problem of a row one of whose cells has no text that can be relied on."""
    what, do = _CELLS[fault]
    return Problem(line=line, rule=fault.value, what=what, do=do, sheet=sheet, column=column)


def merged_cells(line: int, *, sheet: str) -> Problem:
    """Return the problem of a row with merged cells: only the first of them holds the value."""
    return Problem(
        line=line,
        rule="merged-cells",
        what="Cells of this row are merged, so that it cannot be told which rows or columns the value is of.",
        do="Unmerge the cells and give each its value.",
        sheet=sheet,
    )


def sheet_problem(rule: str, *, line: int, sheet: str, records: int, what: str | None = None) -> Problem:
    """Return the problem of a whole sheet that was not read."""
    said, do = _SHEETS[rule]
    return Problem(line=line, rule=rule, what=what or said, do=do, sheet=sheet, records=records)
