"""Find the header of a delimited text, and its delimiter where none was named; never guess between two."""

import csv
from dataclasses import dataclass

from clewline.errors import BadInput
from clewline.formats.tables.table import HEADER_WITHIN, Expects, column_names, header_fault
from clewline.formats.tables.text import FORBIDDEN

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}


@dataclass(frozen=True, slots=True)
class Head:
    """Where the header stands and what it says."""

    delimiter: str
    names: tuple[str, ...]
    line: int
    """Line on which the header begins, from 1."""
    ends: int
    """Lines up to the end of the header: the first record begins on the next one."""
    above: int
    """Records above it."""


def find_head(lines: list[str], *, delimiter: str | None, expects: Expects | None) -> Head:
    """Return the header found in the first records of `lines`: the one expected, else the first not blank.

    :raises BadInput: there is none, its names are empty or doubled, or no one delimiter fits.
    """
    if not any(line.strip() for line in lines):
        raise BadInput("The file is empty.")
    if delimiter is not None:
        return _named(lines, delimiter, expects)
    fitting = [head for mark in DELIMITERS if (head := _head(lines, mark, expects)) and _fits(head)]
    if len(fitting) > 1:
        fitting = [head for head in fitting if _bears_out(lines, head)] or fitting
    if len(fitting) == 1:
        return fitting[0]
    if not fitting and expects:
        raise BadInput(
            f"None of the first {HEADER_WITHIN} records is the header that the mapping expects, "
            "by comma, semicolon, tab or vertical bar; check the mapping, or name the delimiter."
        )
    if not fitting:
        raise BadInput(
            "No delimiter gives a header with two or more named, different columns; "
            "name the delimiter, or mend the header."
        )
    both = " and ".join(DELIMITERS[head.delimiter] for head in fitting)
    raise BadInput(f"The header can be read by {both}; name the delimiter.")


def _named(lines: list[str], delimiter: str, expects: Expects | None) -> Head:
    if len(delimiter) != 1 or delimiter in '"\r\n\x00 ':
        raise BadInput("A delimiter is one character, and no quote, space or line end.")
    head = _head(lines, delimiter, expects)
    if head is None and expects:
        raise BadInput(
            f"None of the first {HEADER_WITHIN} records is the header that the mapping expects; "
            "check the mapping and the delimiter."
        )
    if head is None:
        raise BadInput("The header cannot be read: mend its quotes and control characters.")
    if fault := header_fault(head.names):
        raise BadInput(f"{fault} Mend the header on line {head.line}.")
    return head


def _fits(head: Head) -> bool:
    return len(head.names) > 1 and header_fault(head.names) is None


def _bears_out(lines: list[str], head: Head) -> bool:
    """Whether there are no records below the header, or one at least has as many cells as it."""
    below = [
        cells for _, _, cells in _first_records(lines[head.ends :], head.delimiter) if cells and any(cells)
    ]
    return not below or any(len(cells) >= len(head.names) for cells in below)


def _head(lines: list[str], delimiter: str, expects: Expects | None) -> Head | None:
    for above, (line, ends, cells) in enumerate(_first_records(lines, delimiter)):
        if cells is None or any(FORBIDDEN.search(cell) for cell in cells):
            if expects:
                continue
            # The first row must not pass for the header because the header cannot be read.
            return None
        names = column_names(cells)
        if expects(names) if expects else any(names):
            return Head(delimiter=delimiter, names=names, line=line, ends=ends, above=above)
    return None


def _first_records(lines: list[str], delimiter: str) -> list[tuple[int, int, list[str] | None]]:
    """Return first line, last line and cells of the first records; one that cannot be read is a line and None."""
    found: list[tuple[int, int, list[str] | None]] = []
    cells: list[str] | None
    at = 0
    while at < len(lines) and len(found) < HEADER_WITHIN:
        reader = csv.reader(map(lines.__getitem__, range(at, len(lines))), delimiter=delimiter, strict=True)
        try:
            cells, ends = next(reader), at + reader.line_num
        except csv.Error:
            cells, ends = None, at + 1
        found.append((at + 1, ends, cells))
        at = ends
    return found
