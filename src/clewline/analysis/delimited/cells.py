"""Where the cells of some records stand in the bytes of a text, and their bytes eight at a time."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

I64 = npt.NDArray[np.int64]
U64 = npt.NDArray[np.uint64]

SLACK = 128
"""Bytes that must lie before and behind those of the records: cells are read eight bytes at a time."""
AT_ONCE = 4 << 20
"""Bytes cut at a time. With fewer, what is made of them stays nearer to the processor, and threads wait more often for
each other's turn."""
LONGEST_CELL = 131_072
"""Bytes of a line above which it is left to the exact reader, which judges long cells."""
LINE_END = ord("\n")

_OWN = threading.local()
_EIGHT = np.dtype("<u8")
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)
"""Keeps the first so many of eight bytes."""


@dataclass(frozen=True)
class Cells:
    """The cells of some records of equal width."""

    held: bytearray
    """The bytes that they stand in."""
    first: I64
    """Where each record begins."""
    ends: npt.NDArray[Any]
    """One row a record, one column a column: where its cell ends, but the last, which ends `unlike` bytes before."""
    apart: int = 1
    """Bytes between two cells of a record."""
    unlike: int = 0
    odd: Sequence[tuple[int, bytes]] = ()
    """Lines of another width: their number among all lines, from 0, and their bytes."""
    lines: I64 | None = None
    """The number of each record among all lines, from 0; none where every line is a record."""

    def __len__(self) -> int:
        return len(self.first)

    def of(self, column: int) -> "Column":
        """Return the cells of a column."""
        starts = self.ends[:, column - 1] + self.apart if column else self.first
        if column == self.ends.shape[1] - 1 and self.unlike:
            return Column(self.held, starts, self.ends[:, column] - self.unlike)
        return Column(self.held, starts, np.ascontiguousarray(self.ends[:, column]))

    def row(self, at: int) -> list[str]:
        """Return the texts of one record."""
        return [self.of(column).text(at).decode() for column in range(self.ends.shape[1])]


@dataclass(frozen=True)
class Column:
    """The cells of one column."""

    held: bytearray
    starts: I64
    ends: I64

    def text(self, at: int) -> bytes:
        """Return one cell."""
        return bytes(self.held[self.starts[at] : self.ends[at]])

    def words(self, lengths: I64, longest: int) -> list[U64]:
        """Return the first bytes of each cell eight at a time, as numbers; zeros follow a shorter one."""
        every = np.ndarray((len(self.held) - 7,), _EIGHT, self.held, 0, (1,))
        shortest = int(lengths.min()) if len(lengths) else 0
        found = []
        for at in range(0, max(longest, 1), 8):
            word: U64 = every[self.starts + at if at else self.starts]
            if shortest < at + 8:
                # All alike is the usual case, and one mask costs less than many.
                word &= _MASKS[longest - at] if shortest == longest else _MASKS[np.clip(lengths - at, 0, 8)]
            found.append(word)
        return found


@dataclass(frozen=True)
class Block:
    """Some plain lines of which it is known where they stand, and no more."""

    held: bytearray
    begin: int
    stop: int
    delimiter: str
    width: int
    returns: bool
    """Whether lines end in a carriage return and a line end."""

    def cells(self) -> Cells:
        """Return the cells of those lines that have the width."""
        return _cells(self)


def blocks(
    held: bytearray, begin: int, stop: int, *, delimiter: str, width: int, returns: bool
) -> Iterator[Block]:
    """Yield the plain lines from `begin` to `stop`, some at a time.

    `held` has slack before and behind them; where the last line has no end, one is written behind it.
    """
    if stop > begin and held[stop - 1] != LINE_END:
        ending = b"\r\n" if returns else b"\n"
        held[stop : stop + len(ending)] = ending
        stop += len(ending)
    while begin < stop:
        end = held.rfind(b"\n", begin, min(begin + AT_ONCE, stop)) + 1 or held.find(b"\n", begin, stop) + 1
        yield Block(held, begin, end, delimiter, width, returns)
        begin = end


def _cells(block: Block) -> Cells:
    held, begin, stop, width = block.held, block.begin, block.stop, block.width
    seen = np.frombuffer(held, np.uint8, stop - begin, begin)
    ended, marked = _room(len(seen))
    np.equal(seen, np.uint8(LINE_END), out=ended)
    many = int(np.count_nonzero(ended))
    np.equal(seen, np.uint8(ord(block.delimiter)), out=marked)
    np.logical_or(ended, marked, out=ended)
    at = np.flatnonzero(ended)
    at += begin
    places = at.reshape(many, width) if len(at) == many * width else at[:0].reshape(0, width)
    first = np.full(len(places), -1)
    lines, odd = None, list[tuple[int, bytes]]()
    if len(places) and (seen[places[:, -1] - begin] == LINE_END).all():
        first[0], first[1:] = begin, places[:-1, -1] + 1
    if not len(places) or first[0] != begin or (places[:, -1] - first).max() > LONGEST_CELL:
        places, first, lines, odd = _of_width(held, seen, at, begin, width)
    return Cells(held, first, places, 1, int(block.returns), odd, lines)


def _room(n: int) -> Any:
    """Return two rows of so many flags, kept from block to block: new memory costs more than the comparison."""
    if not hasattr(_OWN, "room") or _OWN.room.shape[1] < n:
        _OWN.room = np.empty((2, n), np.bool_)
    return _OWN.room[:, :n]


def _of_width(
    held: bytearray, seen: npt.NDArray[np.uint8], at: I64, begin: int, width: int
) -> tuple[npt.NDArray[Any], I64, I64, list[tuple[int, bytes]]]:
    """Return the cells' ends and the beginnings of the lines that have the width, their numbers, and the others."""
    last = np.flatnonzero(seen[at - begin] == LINE_END)
    ends = at[last]
    starts = np.empty_like(ends)
    starts[0], starts[1:] = begin, ends[:-1] + 1
    right = (np.diff(last, prepend=-1) == width) & (ends - starts <= LONGEST_CELL)
    lines = np.flatnonzero(right)
    places = at[(last[lines] - width + 1)[:, None] + np.arange(width)]
    odd = [(line, bytes(held[starts[line] : ends[line] + 1])) for line in np.flatnonzero(~right).tolist()]
    return places, starts[lines], lines, odd


def of_rows(rows: Sequence[Sequence[str]], width: int) -> Cells:
    """Return the cells of records that are texts already, each of that width."""
    texts = [cell.encode() for row in rows for cell in row]
    held = bytearray(SLACK) + b"".join(texts) + bytes(SLACK)
    ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts))) + SLACK
    places = ends.reshape(-1, width)
    first = np.concatenate([[SLACK], places[:-1, -1]]) if len(places) else ends
    return Cells(held, first, places, apart=0)
