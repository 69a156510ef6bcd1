"""Any number of rows of generic CSV, made as fast as arrays allow and in bounded memory, to measure with.

Phones have homes, work, haunts and now and then a day in a town; days without travel; hours at which they are used.
Roads are left out: a trip is a straight line at the speed of a car. Nothing in it is a case, and there is no truth.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from functools import cache

import numpy as np
import numpy.typing as npt

from clewline.errors import BadInput
from clewline.simulate.phones.casefile import FIRST
from clewline.simulate.phones.cells import OPERATORS, network
from clewline.simulate.phones.geography import Ints
from clewline.simulate.phones.period import DAY, ORDINARY
from clewline.simulate.phones.scale_days import Days

HEADER = b"phone,start,end,service,direction,other,operator,cell,lat,lon,azimuth\n"
"""Columns of the generic layout that are written."""
BATCH = 250_000
"""Rows made at once."""
SLICE = 16_000
"""Rows written at once: few enough that a processor's cache holds them, which halves the time."""
MOST = 4_000_000
"""Rows of one phone, and days of all phones of a batch, at most: what keeps memory bounded."""
PHONES = 5_000_000
"""Phones at most; numbers above are those of other parties."""
SERVICES = np.array([b"call", b"text", b"data"])
WAYS = np.array([b"in", b"out"])
_SHARES = (0.22, 0.5, 1.0)
"""Share of calls, of calls and texts, and of all."""


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Rows of some phones, in order of phone and time, as arrays of one entry for each row."""

    phone: Ints
    """Number of the phone, 0 for the first."""
    start: Ints
    """Seconds since 1970."""
    lasts: Ints
    """Seconds; 0 for a text."""
    service: Ints
    """Place in `SERVICES`."""
    out: Ints
    """1 where the phone began the use."""
    other: Ints
    """Number of the other party; of no meaning for data."""
    cell: Ints
    """Place in `cell_ends()`: the cells of the north, then those of the south."""

    def part(self, start: int, stop: int) -> "Columns":
        """Return some of the rows."""
        return Columns(**{one.name: getattr(self, one.name)[start:stop] for one in fields(self)})


def generic_columns(
    *, rows: int, phones: int, seed: int = 1, first: date = FIRST, days: int = 365
) -> Iterator[Columns]:
    """Yield `rows` rows of `phones` phones, some phones at a time; the same arguments give the same rows.

    :raises BadInput: there are fewer rows than phones, too many for one phone, or more phones than numbers.
    """
    if not 1 <= phones <= min(rows, PHONES) or rows > MOST * phones or not 1 <= days <= 3_650:
        raise BadInput(
            f"Name from 1 to {PHONES:,} phones, from 1 to {MOST:,} rows for each, and up to ten years of days."
        )
    each, more = divmod(rows, phones)
    begins = int(datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp())
    at = 0
    while at < phones:
        # The first `more` phones have one row more than the others.
        size, until = (each + 1, more) if at < more else (each, phones)
        many = max(1, min(BATCH // size, MOST // days, until - at))
        rng = np.random.default_rng([seed, 3, at])
        yield _batch(rng, first_phone=at, many=many, size=size, days=days, begins=begins)
        at += many


def generic_chunks(
    *, rows: int, phones: int, seed: int = 1, first: date = FIRST, days: int = 365
) -> Iterator[bytes]:
    """Yield a generic CSV of that many rows, its header first, some tens of megabytes at a time.

    :raises BadInput: as `generic_columns`.
    """
    made = generic_columns(rows=rows, phones=phones, seed=seed, first=first, days=days)
    yield HEADER
    writer = _Writer(first, days + 2)
    for columns in made:
        starts = range(0, len(columns.phone), SLICE)
        yield b"".join(writer.written(columns.part(at, at + SLICE)) for at in starts)


@cache
def cell_ends() -> npt.NDArray[np.bytes_]:
    """Return the end of a row for each cell: operator, cell, degrees and azimuth."""
    texts = []
    for net in map(network, OPERATORS):
        rows = zip(net.cells, net.lat, net.lon, net.azimuths, strict=True)
        texts += [
            f",{net.name},{cell},{lat:.5f},{lon:.5f},{turn}\n".encode() for cell, lat, lon, turn in rows
        ]
    return np.array(texts)


def _batch(
    rng: np.random.Generator, *, first_phone: int, many: int, size: int, days: int, begins: int
) -> Columns:
    total = many * size
    second = _seconds()[rng.integers(0, 1 << 17, total, dtype=np.int32)]
    when = rng.integers(0, days, total) * DAY + second
    when = np.sort(when.reshape(many, size), axis=1).reshape(-1)
    day, into = when // DAY, (when % DAY).astype(np.float32)
    nth = np.repeat(np.arange(many, dtype=np.int64), size)
    service = np.searchsorted(_SHARES, rng.random(total, dtype=np.float32), side="right").clip(max=2)
    lasts = (70 * rng.standard_exponential(total, dtype=np.float32) * (1 + 6 * (service == 2))).astype(
        np.int64
    )
    lasts *= service != 1
    return Columns(
        phone=nth + first_phone,
        start=when + begins,
        lasts=np.minimum(lasts, 7_200),
        service=service,
        out=((rng.random(total, dtype=np.float32) < 0.55) | (service == 2)).astype(np.int64),
        other=_others(rng, nth + first_phone),
        cell=Days(rng, many=many, days=days, first_phone=first_phone).cells(rng, nth, day, into),
    )


def _others(rng: np.random.Generator, phone: Ints) -> Ints:
    """Return other parties: mostly one of a phone's own thirty, at times a number that everybody calls."""
    pick = rng.integers(0, 1 << 16, len(phone), dtype=np.int64)
    # The square makes some of the thirty much more frequent than others.
    own = (phone * 7_919 + (pick * pick >> 16) * 30 // (1 << 16) * 104_729) % 4_000_000
    return PHONES + np.where(pick % 16 == 0, 4_000_000 + pick // 16 % 40, own)


@cache
def _seconds() -> Ints:
    """Return seconds of the day, each as often as phones are used then."""
    weights = np.repeat(np.asarray(ORDINARY, dtype=float) + 0.05, 3_600).cumsum()
    return np.searchsorted(weights / weights[-1], (np.arange(1 << 17) + 0.5) / (1 << 17))


class _Writer:
    """Puts rows of fixed width together from tables of texts, and takes the filling out."""

    def __init__(self, first: date, days: int) -> None:
        self._first = int(datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp())
        self._days = np.array([f",{first + timedelta(days=n)} ".encode() for n in range(days)])
        clock = [f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}".encode() for s in range(DAY)]
        self._clock = np.array(clock)
        self._high = np.array([f"{n:03}".encode() for n in range(1_000)])
        self._low = np.array([f"{n:04}".encode() for n in range(10_000)])
        self._uses = np.array([b",%s,%s," % (s, w) for s in SERVICES for w in WAYS])
        self._row = np.dtype(
            [("plus", "S10"), ("high", "S3"), ("low", "S4"), ("day", "S12"), ("clock", "S8"),
             ("end_day", "S12"), ("end_clock", "S8"), ("use", "S10"), ("other", "S10"), ("other_high", "S3"),
             ("other_low", "S4"), ("cell", cell_ends().dtype)]
        )  # fmt: skip

    def written(self, columns: Columns) -> bytes:
        """Return the rows as bytes."""
        rows = np.zeros(len(columns.phone), dtype=self._row)
        rows["plus"] = b"+447700900"
        rows["high"], rows["low"] = self._high[columns.phone // 10_000], self._low[columns.phone % 10_000]
        since = columns.start - self._first
        rows["day"], rows["clock"] = self._days[since // DAY], self._clock[since % DAY]
        since = since + columns.lasts
        rows["end_day"], rows["end_clock"] = self._days[since // DAY], self._clock[since % DAY]
        rows["use"] = self._uses[columns.service * 2 + columns.out]
        met = columns.service != 2
        rows["other"] = np.where(met, b"+447700900", b"")
        rows["other_high"] = np.where(met, self._high[columns.other // 10_000], b"")
        rows["other_low"] = np.where(met, self._low[columns.other % 10_000], b"")
        rows["cell"] = cell_ends()[columns.cell]
        return rows.tobytes().translate(None, b"\x00")
