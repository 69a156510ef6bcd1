"""A text file cut into columns, some megabytes at a time: fast where the text is plain, exact everywhere.

A piece is plain where it holds no quote, no control character and one way of ending lines: then a record is a line
and a cell is what stands between two delimiters, and no parser can read it otherwise. Arrow's parser reads such a
piece, and what it gives is counted against the lines, which are counted apart. Any other piece, and all that follows
a first quote, is read by the exact reader of `formats.tables`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow_csv

from clewline.formats.tables.delimited import read_delimited
from clewline.formats.tables.table import Blank, Row
from clewline.formats.tables.text import FORBIDDEN
from clewline.record import Problem

PIECE = 16 << 20
"""Bytes cut at a time."""
AT_ONCE = 50_000
"""Rows of the exact reader put into columns together."""
LONGEST_CELL = 131_072
"""Characters of a cell above which the exact reader judges the piece."""

_TEXT = pa.dictionary(pa.int32(), pa.string())

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
    """Records as columns of text, and what is no record."""

    columns: pa.Table
    """A column for each name of the header that was asked for; an empty cell is an empty text."""
    lines: Sequence[int]
    """Line of each record."""
    others: tuple[Problem | Blank, ...] = ()


@dataclass(frozen=True)
class Piece:
    """Bytes of whole records, not yet in columns."""

    content: memoryview | Iterable[bytes]
    """Plain where it is all here."""
    before: int
    """Lines of the file before it."""
    lines: int = 0
    """Lines in it where it is plain."""


class Cutter:
    """Cuts one text file: `pieces` takes its bytes apart, `cuts` puts a piece into columns."""

    def __init__(
        self, path: Path, head: Head, wanted: Sequence[str], varied: Sequence[str], hears: Hears
    ) -> None:
        """`hears` is given every byte of the file once.

        Of `wanted` columns those `varied` mostly differ from row to row, and are given as plain texts.
        """
        self._path, self._head, self._wanted, self._hears = path, head, wanted, hears
        types = {name: pa.string() if name in varied else _TEXT for name in wanted}
        self._types = types
        self._convert = arrow_csv.ConvertOptions(
            column_types=types, include_columns=list(wanted), strings_can_be_null=False, check_utf8=False
        )
        self._parse = arrow_csv.ParseOptions(
            delimiter=head.delimiter, quote_char=False, newlines_in_values=False, ignore_empty_lines=False
        )
        self._read = arrow_csv.ReadOptions(
            column_names=list(head.header), block_size=PIECE, use_threads=False
        )
        self._header = b""
        self._below = np.empty(0, bool)

    def pieces(self) -> Iterator[Piece]:
        """Yield the bytes below the header, in order; the last piece may be read from the file while it is cut."""
        before = 0  # lines of the file before the piece
        rest = b""
        with self._path.open("rb", buffering=0) as file:
            while True:
                held = bytearray(PIECE + len(rest))
                held[: len(rest)] = rest
                got = file.readinto(memoryview(held)[len(rest) :])
                end = len(rest) + got
                if got:
                    self._hears(memoryview(held)[len(rest) : end])
                stop = held.rfind(b"\n", 0, end) + 1 if got else end
                begin = 0
                if before == 0:
                    begin = self._below_header(held, stop)
                    before = self._head.ends
                piece = memoryview(held)[begin:stop]
                lines = self._plain(held, begin, stop)
                if lines is None or (got and not stop):
                    # The rest, read by whoever cuts it.
                    rest = bytes(memoryview(held)[begin:end])
                    yield Piece(_and_rest(rest, self._path, file.tell(), self._hears), before)
                    return
                if len(piece):
                    yield Piece(piece, before, lines)
                    before += lines
                rest = bytes(memoryview(held)[stop:end])
                if not got:
                    return

    def _below_header(self, held: bytearray, stop: int) -> int:
        """Return where the first record begins, and remember the header as it is written."""
        at = start = 0
        for _ in range(self._head.ends):
            start, at = at, held.find(b"\n", at, stop) + 1
            if not at:
                at = stop
                break
        self._header = bytes(held[start:at]).removeprefix(b"\xef\xbb\xbf")
        return at

    def _plain(self, held: bytearray, begin: int, stop: int) -> int | None:
        """Return how many lines the piece has, or nothing where it is not plain."""
        if self._head.encoding != "utf-8" or self._head.delimiter in "\r\n":
            return None
        if held.find(b'"', begin, stop) >= 0:
            return None
        # Numpy counts, and what is found by the bytes themselves is found in one jump: the other threads go on.
        seen = np.frombuffer(held, dtype=np.uint8, count=stop - begin, offset=begin)
        below = self._room(len(seen))
        np.less(seen, np.uint8(32), out=below)
        low = int(np.count_nonzero(below))
        ends = held.count(b"\n", begin, stop)
        returns = 0
        if held.find(b"\r", begin, stop) >= 0:
            returns = held.count(b"\r", begin, stop)
            if returns != held.count(b"\r\n", begin, stop) or returns != ends:
                return None
        tabs = held.count(b"\t", begin, stop) if held.find(b"\t", begin, stop) >= 0 else 0
        printable = low == ends + returns + tabs and held.isascii() and held.find(b"\x7f", begin, stop) < 0
        if not printable and not _is_text(memoryview(held)[begin:stop]):
            return None
        unended = stop > begin and held[stop - 1] != 10
        return ends + unended

    def _room(self, n: int) -> np.ndarray:
        # Kept from piece to piece: new memory costs more than the sums.
        if len(self._below) < n:
            self._below = np.empty(n, bool)
        return self._below[:n]

    def cuts(self, piece: Piece) -> Iterator[Cut]:
        """Yield the records of a piece.

        :raises BadInput: it cannot be read as text.
        """
        if not isinstance(piece.content, memoryview):
            yield from self._exactly(piece.before, piece.content)
            return
        try:
            columns = arrow_csv.read_csv(
                pa.py_buffer(piece.content),
                read_options=self._read,
                parse_options=self._parse,
                convert_options=self._convert,
            )
        except pa.ArrowInvalid:
            columns = None
        if columns is None or columns.num_rows != piece.lines or self._too_long(columns):
            # A line with more or fewer cells than the header: each line is judged by itself.
            yield from self._exactly(piece.before, [bytes(piece.content)])
            return
        yield Cut(columns, range(piece.before + 1, piece.before + 1 + piece.lines))

    def _too_long(self, columns: pa.Table) -> bool:
        for name in columns.column_names:
            for part in columns[name].chunks:
                texts = part.dictionary if pa.types.is_dictionary(part.type) else part
                if texts.nbytes > LONGEST_CELL and any(len(t) > LONGEST_CELL for t in texts.to_pylist()):
                    return True
        return False

    def _exactly(self, before: int, chunks: Iterable[bytes]) -> Iterator[Cut]:
        """Yield what the exact reader makes of the bytes below the header's own line; `before` lines went before."""

        def all_of_it() -> Iterator[bytes]:
            yield self._header
            yield from chunks

        table = read_delimited(all_of_it(), delimiter=self._head.delimiter, encoding=self._head.encoding)
        shift = before - table.tally.lines
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
            elif isinstance(item, Blank):
                others.append(Blank(item.line + shift, item.records))
            else:
                others.append(_moved(item, shift))
        yield self._columns(rows, lines, others)

    def _columns(self, rows: list[list[str]], lines: list[int], others: list[Problem | Blank]) -> Cut:
        at = {name: place for place, name in enumerate(self._head.header)}
        columns = {
            name: pa.array([row[at[name]] for row in rows], pa.string()).cast(self._types[name])
            if self._types[name] == pa.string()
            else pa.array([row[at[name]] for row in rows], pa.string()).dictionary_encode()
            for name in self._wanted
        }
        return Cut(pa.table(columns), lines, tuple(others))


def _and_rest(first: bytes, path: Path, at: int, hears: Hears) -> Iterator[bytes]:
    """Yield the bytes in hand and then those of the file from `at` on, each of the latter told to `hears`."""
    yield first
    with path.open("rb", buffering=0) as file:
        file.seek(at)
        while more := file.read(PIECE):
            hears(memoryview(more))
            yield more


def _is_text(piece: memoryview) -> bool:
    try:
        text = str(piece, "utf-8")
    except UnicodeDecodeError:
        return False
    return FORBIDDEN.search(text) is None


def _moved(problem: Problem, shift: int) -> Problem:
    return replace(problem, line=problem.line + shift)
