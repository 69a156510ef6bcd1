"""What a received table file holds: every record of it as a row, a problem or a blank."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from clewline.record.problem import Problem

Expects = Callable[[tuple[str, ...]], bool]
"""Says whether these cells are the header that the caller looks for."""

HEADER_WITHIN = 20
"""Records looked through for the header: exports put a title, a date and a filter above it, not a page."""


class Row(NamedTuple):
    """One record, as it was written."""

    line: int
    """Line of the file, counted from 1 as an editor counts, on which the record begins; the row of a sheet."""
    cells: list[str]
    """One text for each column of the header; an empty cell is an empty text."""


class Blank(NamedTuple):
    """Records that hold nothing but delimiters and spaces."""

    line: int
    records: int = 1
    """How many follow each other from `line` on (more than one only in a sheet)."""


Item = Row | Problem | Blank


@dataclass
class Tally:
    """The accounts of one table: grows as its items are read, complete when they have all been read."""

    records: int = 0
    """Records cut from the file below the header, counted where they are cut."""
    rows: int = 0
    refused: int = 0
    blank: int = 0
    lines: int = 0
    """Physical lines read so far, the header's included; the last row number of a sheet."""

    def add(self, item: Item) -> Item:
        """Count the item under its kind and return it."""
        if isinstance(item, Row):
            self.rows += 1
        elif isinstance(item, Problem):
            self.refused += item.records
        else:
            self.blank += item.records
        return item

    @property
    def balanced(self) -> bool:
        """Whether records = rows + refused + blank: nothing was lost and nothing counted twice."""
        return self.records == self.rows + self.refused + self.blank


@dataclass(frozen=True, kw_only=True)
class Table:
    """One header and the records below it, in the order of the file."""

    sheet: str | None = None
    """Name of the sheet; None for a text file."""
    header: tuple[str, ...]
    """Column names without the spaces around them; each is there once. Empty where the sheet was refused."""
    header_line: int
    above: int = 0
    """Records above the header: titles, export notes and blank lines."""
    notices: tuple[Problem, ...] = ()
    """What the sender should know of the whole table; a notice accounts for no record."""
    items: Iterator[Row | Problem | Blank]
    """Can be gone through once; nothing is read of the file before it is asked for."""
    tally: Tally = field(default_factory=Tally)


def header_fault(names: Sequence[str]) -> str | None:
    """Return what is wrong with these column names, or None; empty names at the end are no fault."""
    named = column_names(names)
    if not named:
        return "The header names no column."
    if "" in named:
        return f"Column {named.index('') + 1} of the header has no name."
    twice = next((at for at, name in enumerate(named) if name in named[:at]), None)
    if twice is not None:
        return f"Columns {named.index(named[twice]) + 1} and {twice + 1} of the header have the same name."
    return None


def column_names(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the header's names without the spaces around them and without the empty ones at its end."""
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def unread(table: Table, *, what: str, do: str) -> Iterator[Problem | Blank]:
    """Account for a table that no layout reads: its rows are one problem, which says what is wrong and what to do."""
    rows = 0
    for item in table.items:
        if isinstance(item, Row):
            rows += 1
        else:
            yield item
    if rows:
        yield Problem(
            line=table.header_line,
            sheet=table.sheet,
            rule="unknown-layout",
            what=what,
            do=do,
            records=rows,
        )


def above_notice(*, above: int, sheet: str | None = None) -> tuple[Problem, ...]:
    """Return the notice that `above` records stand above the header; nothing where there are none."""
    if not above:
        return ()
    return (
        Problem(
            line=1,
            rule="above-the-header",
            what=f"{above} record{'s' if above != 1 else ''} above the header were not read as data.",
            do="Nothing, if these are titles or notes of the export.",
            sheet=sheet,
            records=0,
        ),
    )
