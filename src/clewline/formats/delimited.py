"""Exact reading of delimited text (RFC 4180): each record is a row, a problem or a blank, and none is lost.

A quote that never closes costs the record that it stands in, not those below it: reading resumes on the next
physical line. A quote inside an unquoted cell (`6'2" tall`) is a character like any other.
"""

import csv
from collections.abc import Iterable, Iterator

from clewline.formats.header import Head, find_head
from clewline.formats.refused import (
    forbidden_character,
    quote_never_closes,
    text_after_quote,
    too_long_cell,
    wrong_number_of_cells,
)
from clewline.formats.table import Blank, Expects, Item, Row, Table, Tally, above_notice
from clewline.formats.text import FORBIDDEN, Block, decode

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


class _Records:
    """The records of one text, cut from its lines block by block."""

    def __init__(self, head: Head, encoding: str, tally: Tally) -> None:
        self._names = head.names
        self._delimiter = head.delimiter
        self._encoding = encoding
        self._tally = tally

    def read(self, first: Block, others: Iterator[Block]) -> Iterator[Item]:
        """Yield each record below the header."""
        block: Block | None = first
        carried: list[str] = []
        spoiled, alone = False, 0
        while block is not None:
            lines = carried + block.lines
            spoiled = block.spoiled or (spoiled and bool(carried))
            at = yield from self._cut(lines, spoiled=spoiled, last=block.last, alone=alone)
            self._tally.lines += at
            carried, alone = lines[at:], 0
            if sum(map(len, carried)) > LONGEST_RECORD:
                yield self._refuse(quote_never_closes(self._tally.lines + 1))
                self._tally.lines += 1
                del carried[0]
                # See _cut: what stayed open from the line above stays open from these as well.
                alone = len(carried)
            block = next(others, None)

    def _cut(self, lines: list[str], *, spoiled: bool, last: bool, alone: int) -> Iterator[Item]:
        return iter(())
