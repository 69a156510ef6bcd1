"""A column of written times as instants: each distinct hour is read once, minutes and seconds are counted from it.

Between two full hours any clock runs on evenly, or it was put forward or back. So the reader of a single time is asked
for the first and the last minute or second of the hour; where these lie as far apart as they say, and mean one instant
each, the times between them need no reader. All others are read one by one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from clewline.analysis.delimited.cells import I64, U64, Column
from clewline.analysis.delimited.codes import LONGEST, Codes
from clewline.analysis.delimited.known import REMEMBERED
from clewline.formats.values import Unreadable

SECOND = 1_000_000
"""Microseconds."""
Bools = npt.NDArray[np.bool_]
Read = Callable[[str], int | None]


@dataclass(frozen=True)
class Shape:
    """How a written time ends: behind the hour stand minutes, perhaps seconds, and an offset of so many bytes."""

    seconds: bool
    offset: int

    @property
    def tail(self) -> int:
        """Bytes from the hour to the offset."""
        return 6 if self.seconds else 3

    def fit(self, column: Column, lengths: I64) -> tuple[Bools, I64]:
        """Return which cells end so, and the seconds that theirs are behind the hour."""
        every = np.ndarray((len(column.held) - 7,), np.dtype("<u8"), column.held, 0, (1,))
        # The last eight bytes before the offset: "T10:05:32", less the first, or "01T10:05".
        last = every[column.ends - (self.offset + 8)]
        fits = lengths > self.tail + self.offset
        first, second = (3, 6) if self.seconds else (6, None)
        minutes, good = _two_digits(last, first)
        fits &= good & (_byte(last, first - 1) == _COLON) & (minutes < _SIXTY)
        seconds = minutes * _SIXTY
        if second is not None:
            found, good = _two_digits(last, second)
            fits &= good & (_byte(last, second - 1) == _COLON) & (found < _SIXTY)
            seconds += found
        else:
            # hh:mm:ss, of which the last two were taken for minutes.
            fits &= _byte(last, first - 4) != _COLON
        return fits, seconds.view(np.int64)


_COLON, _SIXTY, _ZERO, _TEN, _FF = (np.uint64(n) for n in (ord(":"), 60, ord("0"), 10, 255))


def _byte(words: U64, at: int) -> U64:
    return (words >> np.uint64(8 * at)) & _FF


def _two_digits(words: U64, at: int) -> tuple[U64, Bools]:
    """Return the number that two bytes write, and where both are digits."""
    tens, ones = _byte(words, at) - _ZERO, _byte(words, at + 1) - _ZERO
    good: Bools = (tens < _TEN) & (ones < _TEN)  # below the digits they have become very large
    return tens * _TEN + ones, good


@dataclass(frozen=True)
class Times:
    """The times of some cells."""

    us: I64
    """Microseconds since 1970 UTC; 0 where there is none."""
    there: Bools
    odd: Bools
    """Which cells hold what cannot be read as one instant."""


@dataclass
class _Hours:
    """The hours of one shape that were met so far."""

    codes: Codes = field(default_factory=Codes)
    us: I64 = field(default_factory=lambda: np.empty(0, np.int64))
    """Microseconds since 1970 UTC at which the hour begins."""
    known: Bools = field(default_factory=lambda: np.empty(0, np.bool_))
    """Whether it runs on evenly."""


class Instants:
    """The times of one column."""

    def __init__(self, read: Read) -> None:
        """`read` returns the microseconds since 1970 UTC of a text without spaces around it, or none where it says
        that there is no time; it raises `Unreadable` for what is no time, or may be two."""
        self._read = read
        self._hours: dict[Shape, _Hours] = {}
        self._single: dict[bytes, tuple[int, bool, bool]] = {}

    def begin(self) -> None:
        """Forget what was read if it has become too much."""
        if len(self._single) + sum(len(hours.known) for hours in self._hours.values()) > REMEMBERED:
            self._single.clear()
            self._hours.clear()

    def find(self, column: Column) -> Times:
        """Return the time in each cell; an empty cell holds none."""
        lengths = column.ends - column.starts
        n = len(lengths)
        found = Times(np.zeros(n, np.int64), np.zeros(n, np.bool_), np.zeros(n, np.bool_))
        some = np.flatnonzero(lengths)
        if not len(some):
            return found
        left = some
        if (shape := _shape(column.text(int(some[0])))) is not None:
            fits, seconds = shape.fit(column, lengths)
            fits &= lengths <= LONGEST - 8
            if fits.all():
                hours, known = self._hour(shape, column)
                if known.all():
                    return Times(hours + seconds * SECOND, known, found.odd)
                at = np.flatnonzero(known)
                hours = hours[at]
            else:
                at = np.flatnonzero(fits)
                hours, known = self._hour(shape, Column(column.held, column.starts[at], column.ends[at]))
                at, hours = at[known], hours[known]
            found.us[at] = hours + seconds[at] * SECOND
            found.there[at] = True
            left = np.flatnonzero((lengths > 0) & ~found.there)
        for place in left.tolist():
            found.us[place], found.there[place], found.odd[place] = self._alone(column.text(place))
        return found

    def _alone(self, text: bytes) -> tuple[int, bool, bool]:
        if text not in self._single:
            bare = text.decode().strip()
            try:
                us = self._read(bare) if bare else None
                self._single[text] = (us or 0, us is not None, False)
            except Unreadable:
                self._single[text] = (0, False, True)
        return self._single[text]

    def _hour(self, shape: Shape, column: Column) -> tuple[I64, Bools]:
        """Return the instant of each cell's full hour, and where there is one."""
        hours = self._hours.setdefault(shape, _Hours())
        ends = column.ends - (shape.tail + shape.offset)
        hour = Column(column.held, column.starts, ends)
        lengths = ends - column.starts
        words = hour.words(lengths, int(lengths.max()) if len(lengths) else 0)
        if shape.offset:
            offset = Column(column.held, column.ends - shape.offset, column.ends)
            words = offset.words(np.full(len(ends), shape.offset), shape.offset) + words

        def text(at: int) -> str:
            behind = column.text(at)[-shape.offset :] if shape.offset else b""
            return f"{hour.text(at).decode()}\0{behind.decode()}"

        places = hours.codes.look_up(words, text)
        if new := hours.codes.texts[len(hours.known) :]:
            read = [self._full_hour(shape, *name.split("\0")) for name in new]
            hours.us = np.concatenate([hours.us, [us or 0 for us in read]])
            hours.known = np.concatenate([hours.known, [us is not None for us in read]])
        return hours.us[places], hours.known[places]

    def _full_hour(self, shape: Shape, before: str, behind: str) -> int | None:
        first, last = (":00:00", ":59:59") if shape.seconds else (":00", ":59")
        try:
            begins, ends = (self._read((before + tail + behind).strip()) for tail in (first, last))
        except Unreadable:
            return None
        long = (3599 if shape.seconds else 3540) * SECOND
        return begins if begins is not None and ends is not None and ends - begins == long else None


def _shape(text: bytes) -> Shape | None:
    """Return how this time ends, if it ends in minutes or seconds with an offset of a usual spelling, or none."""
    offset = 0
    if text.endswith(b"Z"):
        offset = 1
    elif len(text) > 6 and text[-6:-5] in (b"+", b"-"):
        offset = 6
    rest = text[: len(text) - offset]
    if rest[-3:-2] != b":":
        return None
    return Shape(rest[-6:-5] == b":", offset)
