"""A text file cut into columns, some megabytes at a time: fast where the text is plain, exact everywhere.

A piece that is plain is cut by `analysis.delimited`; a line of it that has more or fewer cells than the header, any
other piece, and all that follows a first quote, is read by the exact reader of `formats.tables`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np

from clewline.analysis.delimited.cells import I64, SLACK, blocks, of_rows
from clewline.analysis.delimited.columns import Columns, ColumnsReader
from clewline.analysis.delimited.plain import plain_lines
from clewline.formats.tables.delimited import read_delimited
from clewline.formats.tables.table import Blank, Row, Table
from clewline.record import Problem

PIECE = 16 << 20
"""Bytes cut at a time."""
AT_ONCE = 50_000
"""Rows of the exact reader put into columns together."""

Hears = Callable[[memoryview], None]


@dataclass(frozen=True)
class Head:
    """What is known of a file's beginning."""

    header: tuple[str, ...]
    delimiter: str
    encoding: str
    ends: int
    """Lines up to the end of the header."""


@dataclass(frozen=True)
class Cut:
    """Records as columns, and what is no record."""

    columns: Columns
    lines: I64
    """Line of each record in columns."""
    apart: tuple[tuple[int, list[str]], ...] = ()
    """Line and cells of records that are read by themselves."""
    others: tuple[Problem | Blank, ...] = ()
    content: memoryview | None = None
    """The bytes of the file that they are from, those of the header before the first; none for what is not plain."""


@dataclass(frozen=True)
class Plain:
    """Bytes of whole plain lines, not yet in columns."""

    held: bytearray
    begin: int
    stop: int
    returns: bool
    """Whether lines end in a carriage return and a line end."""
    content: memoryview
    """The same bytes, those of the header before the first."""
    before: int
    """Lines of the file before them."""


@dataclass(frozen=True)
class Rest:
    """Bytes of a text that is not plain, to the end of the file."""

    chunks: Iterable[bytes]
    before: int


class Cutter:
    """Cuts one text file: `pieces` takes its bytes apart, `cuts` puts a piece into columns."""

    def __init__(self, path: Path, head: Head, reads: ColumnsReader, hears: Hears) -> None:
        """`hears` is given every byte of the file once."""
        self._path, self._head, self._reads, self._hears = path, head, reads, hears
        self._header = b""

    def pieces(self) -> Iterator[Plain | Rest]:
        """Yield the bytes below the header, in order; the last piece may be read from the file while it is cut."""
        before = 0  # lines of the file before the piece
        rest = b""
        with self._path.open("rb", buffering=0) as file:
            while True:
                first = SLACK + len(rest)
                held = bytearray(first + PIECE + SLACK)
                held[SLACK:first] = rest
                got = file.readinto(memoryview(held)[first : first + PIECE])
                end = first + got
                if got:
                    self._hears(memoryview(held)[first:end])
                stop = max(SLACK, held.rfind(b"\n", SLACK, end) + 1) if got else end
                begin = SLACK
                if before == 0:
                    begin = self._below_header(held, stop)
                    before = self._head.ends
                plain = self._plain(held, begin, stop)
                if plain is None or (got and stop == SLACK):
                    # The rest, read by whoever cuts it.
                    rest = bytes(memoryview(held)[begin:end])
                    yield Rest(_and_rest(rest, self._path, file.tell(), self._hears), before)
                    return
                if stop > begin:
                    lines, returns = plain
                    yield Plain(held, begin, stop, returns, memoryview(held)[SLACK:stop], before)
                    before += lines
                rest = bytes(memoryview(held)[stop:end])
                if not got:
                    return

    def _below_header(self, held: bytearray, stop: int) -> int:
        """Return where the first record begins, and remember the header as it is written."""
        at = start = SLACK
        for _ in range(self._head.ends):
            start, at = at, held.find(b"\n", at, stop) + 1
            if not at:
                at = stop
                break
        self._header = bytes(held[start:at]).removeprefix(b"\xef\xbb\xbf")
        return at

    def _plain(self, held: bytearray, begin: int, stop: int) -> tuple[int, bool] | None:
        """Return how many lines the piece has and whether they end in two characters, or nothing: it is not plain."""
        if self._head.encoding != "utf-8" or self._head.delimiter in "\r\n" or len(self._head.header) < 2:
            return None
        return plain_lines(held, begin, stop)

    def cuts(self, piece: Plain | Rest) -> Iterator[Cut]:
        """Yield the records of a piece.

        :raises BadInput: it cannot be read as text.
        """
        if isinstance(piece, Rest):
            yield from self._exactly(piece)
            return
        head = self._head
        columns = self._reads.read(
            blocks(
                piece.held,
                piece.begin,
                piece.stop,
                delimiter=head.delimiter,
                width=len(head.header),
                returns=piece.returns,
            )
        )
        first = piece.before + 1
        if columns.odd:
            # Lines with more or fewer cells than the header are judged by themselves: no quote joins them to others.
            apart, others = self._odd(columns, first)
            yield Cut(columns, columns.lines + first, apart, others, piece.content)
        else:
            yield Cut(columns, columns.lines + first, content=piece.content)

    def _odd(
        self, columns: Columns, first: int
    ) -> tuple[tuple[tuple[int, list[str]], ...], tuple[Problem | Blank, ...]]:
        """Return the lines of another width as the exact reader judges them."""
        apart: list[tuple[int, list[str]]] = []
        others: list[Problem | Blank] = []
        table = self._table(text for _, text in columns.odd)
        header = table.tally.lines
        for item in table.items:
            line = columns.odd[item.line - header - 1][0] + first
            if isinstance(item, Row):
                apart.append((line, item.cells))
            else:
                others.append(_at(line, item))
        return tuple(apart), tuple(others)

    def _exactly(self, piece: Rest) -> Iterator[Cut]:
        """Yield what the exact reader makes of the bytes below the header's own line."""
        table = self._table(piece.chunks)
        shift = piece.before - table.tally.lines
        rows: list[list[str]] = []
        lines: list[int] = []
        others: list[Problem | Blank] = []
        for item in table.items:
            if isinstance(item, Row):
                rows.append(item.cells)
                lines.append(item.line + shift)
                if len(rows) == AT_ONCE:
                    yield self._columns(rows, lines, others)
                    rows, lines, others = [], [], []
            else:
                others.append(_at(item.line + shift, item))
        yield self._columns(rows, lines, others)

    def _table(self, chunks: Iterable[bytes]) -> Table:
        return read_delimited(
            chain([self._header], chunks), delimiter=self._head.delimiter, encoding=self._head.encoding
        )

    def _columns(self, rows: list[list[str]], lines: list[int], others: list[Problem | Blank]) -> Cut:
        columns = self._reads.read([of_rows(rows, len(self._head.header))])
        return Cut(columns, np.array(lines, np.int64), others=tuple(others))


def _and_rest(first: bytes, path: Path, at: int, hears: Hears) -> Iterator[bytes]:
    """Yield the bytes in hand and then those of the file from `at` on, each of the latter told to `hears`."""
    yield first
    with path.open("rb", buffering=0) as file:
        file.seek(at)
        while more := file.read(PIECE):
            hears(memoryview(more))
            yield more


def _at(line: int, item: Problem | Blank) -> Problem | Blank:
    return item._replace(line=line) if isinstance(item, Blank) else replace(item, line=line)
