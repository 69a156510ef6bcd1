"""Exact reading of delimited text (RFC 4180): each record is a row, a problem or a blank, and none is lost.

A quote that never closes costs the record that it stands in, not those below it: reading resumes on the next
physical line. A quote inside an unquoted cell (`6'2" tall`) is a character like any other.
"""

import csv
from collections.abc import Generator, Iterable, Iterator

from clewline.formats.tables.header import Head, find_head
from clewline.formats.tables.refused import (
    forbidden_character,
    quote_never_closes,
    rows_inside_quote,
    text_after_quote,
    too_long_cell,
    wrong_number_of_cells,
)
from clewline.formats.tables.table import Blank, Expects, Item, Row, Table, Tally, above_notice
from clewline.formats.tables.text import Block, decode
from clewline.record.problem import Problem

LONGEST_RECORD = 1 << 20
"""Characters that a record may span while its quote is open; more is a quote that never closes."""


def read_delimited(
    content: bytes | Iterable[bytes],
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    expects: Expects | None = None,
) -> Table:
    """Read the text as one table whose items come in the order of the file.

    `content` may be chunks of bytes: only a few hundred kilobytes are held at a time. Without `delimiter`, the one
    of comma, semicolon, tab and vertical bar that the header bears out. `expects` finds the header below title
    lines, within the first 20 records; without it, the header is the first record that is not blank.

    :raises BadInput: the encoding, the delimiter or the header cannot be told.
    """
    text = decode(content, encoding=encoding)
    first = next(text.blocks)
    head = find_head(first.lines, delimiter=delimiter, expects=expects)
    tally = Tally(lines=head.ends)
    rest = Block(lines=first.lines[head.ends :], spoiled=first.spoiled, last=first.last)
    return Table(
        header=head.names,
        header_line=head.line,
        above=head.above,
        notices=above_notice(above=head.above),
        items=_Records(head, text.encoding, tally).read(rest, text.blocks),
        tally=tally,
    )


_RAN_OUT = "unexpected end of data"
"""What the csv module says where the lines end inside a quoted cell."""


class _Ragged(csv.Error):
    """A record of several lines has the wrong number of cells: perhaps the quote of a later record closed it."""


class _Records:
    """The records of one text, cut from its lines block by block."""

    def __init__(self, head: Head, encoding: str, tally: Tally) -> None:
        self._names = head.names
        self._delimiter = head.delimiter
        self._encoding = encoding
        self._tally = tally

    def read(self, first: Block, others: Iterator[Block]) -> Iterator[Item]:
        """Yield each record below the header."""
        tally, block, carried, spoiled, alone = self._tally, first, list[str](), False, 0
        while True:
            lines = carried + block.lines
            spoiled = block.spoiled or (spoiled and bool(carried))
            at = yield from self._cut(lines, spoiled=spoiled, last=block.last, alone=alone)
            tally.lines += at
            carried, alone = lines[at:], 0
            if sum(map(len, carried)) > LONGEST_RECORD:
                tally.records += 1
                yield tally.add(quote_never_closes(tally.lines + 1))
                tally.lines += 1
                del carried[0]
                alone = len(carried)  # as in _cut
            if block.last:
                return
            block = next(others)

    def _cut(self, lines: list[str], *, spoiled: bool, last: bool, alone: int) -> Generator[Item, None, int]:
        """Yield the records that end within `lines`; return the index of the line where the next one begins.

        A quote that was still open on a line is open there for each record that begins between and is open at
        the end of its first line: it ends as badly. So the lines before `alone` are records of one line or
        problems, no line is gone through more than twice, and time stays linear however bad the file is.
        """
        tally, before, width = self._tally, self._tally.lines, len(self._names)
        at = 0
        while at < len(lines):
            stop = at + 1 if at < alone else len(lines)
            start = at
            reader = csv.reader(
                map(lines.__getitem__, range(at, stop)), delimiter=self._delimiter, strict=True
            )
            try:
                for cells in reader:
                    end = at + reader.line_num
                    if end == start + 1 and len(cells) == width and cells[0][:1] > " " and not spoiled:
                        tally.records += 1
                        tally.rows += 1
                        yield Row(before + start + 1, cells)
                    else:
                        item = self._judge(cells, line=before + start + 1, lines=end - start)
                        tally.records += 1
                        yield tally.add(item)
                        if isinstance(item, Row) and self._rows_in(lines[start + 1 : end - 1]):
                            yield rows_inside_quote(item.line)
                    start = end
                at = stop
            except csv.Error as fault:
                reached = at + reader.line_num
                if str(fault) == _RAN_OUT and not last and at >= alone:
                    return start
                tally.records += 1
                yield tally.add(self._fault(fault, line=before + start + 1, lines=reached - start))
                alone = max(alone, reached - 1)
                at = start + 1
        return at

    def _judge(self, cells: list[str], *, line: int, lines: int) -> Item:
        """Return the row, problem or blank that these cells are.

        :raises _Ragged: they do not fit the header and come from several lines.
        """
        width = len(self._names)
        if not any(cell.strip() for cell in cells):
            return Blank(line)
        # Exports end a line with a delimiter more than the header has; nothing is lost with it.
        if not any(cells[width:]):
            del cells[width:]
        if len(cells) != width and lines > 1:
            raise _Ragged(len(cells))
        if problem := forbidden_character(line, cells, self._names, self._encoding):
            return problem
        if len(cells) != width:
            return wrong_number_of_cells(line, found=len(cells), columns=width)
        return Row(line, cells)

    def _rows_in(self, inside: list[str]) -> bool:
        """Whether a line that lies wholly inside a quoted cell has as many delimiters as a row of the table."""
        gaps = len(self._names) - 1
        return gaps > 1 and any(line.count(self._delimiter) == gaps for line in inside)

    def _fault(self, fault: csv.Error, *, line: int, lines: int) -> Problem:
        if isinstance(fault, _Ragged):
            return wrong_number_of_cells(line, found=fault.args[0], columns=len(self._names))
        if lines > 1 or str(fault) == _RAN_OUT:
            return quote_never_closes(line)
        return too_long_cell(line) if str(fault).startswith("field larger") else text_after_quote(line)
