"""The problems of a delimited record: what stands there, and what its sender does about it."""

from collections.abc import Sequence

from clewline.formats.tables.text import FORBIDDEN, TOO_LONG, UNDECODED
from clewline.record.problem import Problem, value_class


def quote_never_closes(line: int) -> Problem:
    """Return the problem that a quote opened in the record of this line does not close at the end of a cell."""
    return Problem(
        line=line,
        rule="quote-never-closes",
        what='A quote (") opens a cell on this line and never closes it, or closes in a later record.',
        do="Close the quote, or write a quote inside a quoted cell twice; send the line again.",
    )


def rows_inside_quote(line: int) -> Problem:
    """Return the notice that a record was read whose quoted cell holds lines that look like records."""
    return Problem(
        line=line,
        rule="rows-inside-a-quote",
        what="A quoted cell of this record holds lines that look like records; they were read as its text.",
        do='If they are records, close the quote (") that opens on this line and send the file again.',
        records=0,
    )


def text_after_quote(line: int) -> Problem:
    """Return the problem that a quoted cell goes on after its closing quote."""
    return Problem(
        line=line,
        rule="text-after-quote",
        what='Text stands between the closing quote (") of a cell and the next delimiter.',
        do="Write a quote inside a quoted cell twice; send the line again.",
    )


def too_long_cell(line: int) -> Problem:
    """Return the problem that a cell is longer than any cell of an export."""
    return Problem(
        line=line,
        rule="cell-too-long",
        what="A cell has more than 131,072 characters.",
        do="Shorten the cell, or check that the file is a table and its delimiter the one named.",
    )


def wrong_number_of_cells(line: int, *, found: int, columns: int) -> Problem:
    """Return the problem that a record has more or fewer cells than the header has columns."""
    return Problem(
        line=line,
        rule="wrong-number-of-cells",
        what=f"The record has {found} cell{'s' if found != 1 else ''}; the header has {columns} columns.",
        do="Quote cells that contain the delimiter or a line end, and give each column its cell.",
    )


def forbidden_character(
    line: int, cells: Sequence[str], names: Sequence[str], encoding: str
) -> Problem | None:
    """Return the problem that a cell holds bytes not valid in the encoding, or a control character, or None."""
    at = next((at for at, cell in enumerate(cells) if FORBIDDEN.search(cell)), None)
    if at is None:
        return None
    found = FORBIDDEN.findall(cells[at])[0]
    column = names[at] if at < len(names) else None
    if found == TOO_LONG:
        return Problem(
            line=line,
            rule="line-too-long",
            what="The line has more than a million characters.",
            do="Check that the file is a table with one record a line.",
        )
    if found == UNDECODED:
        return Problem(
            line=line,
            rule=f"not-{encoding}",
            what=f"The cell holds bytes that are not text in {encoding}.",
            do=f"Save the file as UTF-8, or name the encoding that it is in if it is not {encoding}.",
            column=column,
        )
    return Problem(
        line=line,
        rule="control-character",
        what=f"The cell holds the control character {ord(found):02X} (hexadecimal).",
        do="Remove the character; it does not show on screen.",
        column=column,
        value_class=value_class(cells[at]),
    )
