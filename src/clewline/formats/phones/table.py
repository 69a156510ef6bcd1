"""Tables of phone records: find the layout that reads a file, and give its events, problems and blanks in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from clewline.errors import BadInput
from clewline.formats.phones.event import Part
from clewline.formats.phones.layout import PhoneLayout
from clewline.formats.phones.row import PhoneRows
from clewline.formats.tables.delimited import read_delimited
from clewline.formats.tables.header import DELIMITERS
from clewline.formats.tables.table import Blank, Row, Table, unread
from clewline.formats.tables.text import CHUNK, marked_encoding
from clewline.formats.tables.workbook import read_workbook
from clewline.record import Problem

Item = tuple[int, Part] | Problem | Blank
"""A record with its line and events, a record refused, or blank ones."""


@dataclass(frozen=True)
class PhoneSheet:
    """The records of one table."""

    name: str | None
    """Name of the sheet; none for a text file."""
    items: Iterator[Item]


def is_workbook(head: bytes) -> bool:
    """Return whether a file begins as workbooks do."""
    return head[:4] == b"PK\x03\x04" or head[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def layout_of(head: bytes, layouts: Sequence[PhoneLayout]) -> PhoneLayout | None:
    """Return the layout that reads most columns of a text file that begins so; none where none fits.

    :raises BadInput: two fit alike.
    """
    fitting = []
    for layout in layouts:
        table = _text([head], layout)
        if table is not None:
            read = {c for columns in layout.columns.values() for c in columns} & set(table.header)
            fitting.append((len(read), layout))
    return _best(fitting)


def head_of(head: bytes, layout: PhoneLayout) -> tuple[tuple[str, ...], str, str, int] | None:
    """Return the header, delimiter, encoding and number of lines up to the header's end; none where it is not plain."""
    table = _text([head], layout)
    if table is None or b'"' in head[: 1 << 16]:
        return None
    # Before its items are asked for, the tally has read the lines up to the header's end.
    ends = table.tally.lines
    line = head.decode("utf-8", "replace").split("\n")[ends - 1]
    marks = [m for m in DELIMITERS if line.count(m) == len(table.header) - 1]
    if layout.delimiter is not None:
        marks = [layout.delimiter]
    return (table.header, marks[0], "utf-8", ends) if len(marks) == 1 else None


def read_text(chunks: Iterable[bytes], layout: PhoneLayout, *, number: str | None = None) -> PhoneSheet:
    """Return the records of a text file, a block at a time.

    :raises BadInput: the layout does not fit it, or nothing says which phone it is about.
    """
    waiting = iter(chunks)
    head = next(waiting, b"")
    encoding = marked_encoding(head) or layout.encoding
    table = read_delimited(
        chain([head], waiting), delimiter=layout.delimiter, encoding=encoding, expects=layout.fits
    )
    return _sheet(table, layout, number)


def read_sheets(
    content: bytes, layouts: Sequence[PhoneLayout], *, number: str | None = None
) -> tuple[PhoneLayout, list[PhoneSheet]] | None:
    """Return the records of each sheet of a workbook and the layout that reads it; none where none fits.

    :raises BadInput: the workbook cannot be read, two layouts fit it alike, or nothing says which phone it is about.
    """
    tables = read_workbook(content, expects=lambda header: any(one.fits(header) for one in layouts))
    fitting = [
        (sum(len(one.needed()) for table in tables if one.fits(table.header)), one)
        for one in layouts
        if any(one.fits(table.header) for table in tables)
    ]
    best = _best(fitting)
    return None if best is None else (best, [_sheet(table, best, number) for table in tables])


def _best(fitting: list[tuple[int, PhoneLayout]]) -> PhoneLayout | None:
    if not fitting:
        return None
    most = max(read for read, _ in fitting)
    best = [layout for read, layout in fitting if read == most]
    if len(best) > 1:
        names = ", ".join(layout.name for layout in best)
        raise BadInput(f"The layouts {names} fit the file alike; say which with --mapping.")
    return best[0]


def _text(head: Iterable[bytes], layout: PhoneLayout) -> Table | None:
    first = b"".join(head)[:CHUNK]
    encoding = marked_encoding(first) or layout.encoding
    try:
        return read_delimited(first, delimiter=layout.delimiter, encoding=encoding, expects=layout.fits)
    except BadInput:
        return None


def _sheet(table: Table, layout: PhoneLayout, number: str | None) -> PhoneSheet:
    if not layout.fits(table.header):
        what = f"The layout {layout.name!r} does not fit the columns of this sheet."
        do = "Take the sheet in by itself, with a layout of its own."
        return PhoneSheet(table.sheet, unread(table, what=what, do=do))
    rows = PhoneRows(layout, table.header, number=number, sheet=table.sheet)
    if not rows.says_whose():
        raise BadInput(
            "The file does not say which phone its records are about; name its number with --number."
        )
    return PhoneSheet(table.sheet, _items(table, rows))


def _items(table: Table, rows: PhoneRows) -> Iterator[Item]:
    yield from table.notices
    if rows.unread:
        yield Problem(
            line=table.header_line,
            sheet=table.sheet,
            rule="columns-not-read",
            what=f"The layout does not read {len(rows.unread)} of the columns: {', '.join(rows.unread)}.",
            do="Nothing, unless one of them is needed: then add it to the layout.",
            records=0,
        )
    for item in table.items:
        yield judged(item, rows) if isinstance(item, Row) else item
    yield from rows.notices(table.header_line)


def judged(row: Row, rows: PhoneRows) -> Item:
    """Return what a row is: a record, blank, or a problem."""
    got = rows.read(row.line, row.cells)
    if not isinstance(got, Problem):
        return row.line, got
    if not any(cell.strip() for cell in row.cells):
        return Blank(row.line)
    return _no_record(row, got, rows.header)


def _no_record(row: Row, problem: Problem, header: Sequence[str]) -> Problem:
    """Return the problem of a row that could not be read, better said where it is no record at all."""
    cells = [cell.strip() for cell in row.cells]
    if cells == list(header):
        return Problem(
            line=row.line,
            sheet=problem.sheet,
            rule="header-again",
            what="The header stands here again, as at a page break.",
            do="Nothing: the records below it were read.",
        )
    filled = [cell for cell in cells if cell]
    if any(
        cell.casefold().startswith(("total", "sum", "grand total", "count", "records")) for cell in filled[:2]
    ):
        return Problem(
            line=row.line,
            sheet=problem.sheet,
            rule="totals-row",
            what="The row holds a total and is no record.",
            do="Compare it with the account of the file; nothing else.",
        )
    return problem


def by_name(layouts: Iterable[PhoneLayout]) -> Mapping[str, PhoneLayout]:
    """Return layouts by their names, in order of name."""
    return {layout.name: layout for layout in sorted(layouts, key=lambda one: one.name)}
