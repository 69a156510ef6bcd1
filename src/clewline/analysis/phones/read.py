"""Columns of text to rows of phone records: each distinct text is read once, by the same reader as a single row's.

What cannot be said of whole columns (a text that no reader takes, an end before its start) is left to the exact reader
of rows, record by record. So what is kept does not depend on which way a record went; tests hold the two to each other.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np
import pyarrow as pa

from clewline.analysis.delimited.cells import I64
from clewline.analysis.delimited.columns import Columns, ColumnsReader
from clewline.analysis.delimited.known import Read
from clewline.analysis.phones.rows import SCHEMA
from clewline.analysis.phones.values import Time, Words, column, constant, floats, instant, us
from clewline.case.scope import Scope
from clewline.formats.phones.layout import PhoneLayout
from clewline.formats.phones.row import FARTHEST, readers
from clewline.formats.values import Unreadable

WHOLE = frozenset(
    {"number", "other", "start", "end", "service", "direction", "imei", "imsi", "operator", "cell"}
)
WHOLE |= {"lat", "lon", "azimuth", "reach", "place"}
"""What whole columns can say; a layout with anything else is read row by row."""
TIMES = ("start", "end")


@dataclass
class Counted:
    """What became of the records of some columns."""

    taken: int = 0
    other_identifiers: int = 0
    other_dates: int = 0
    services: Counter[str] = field(default_factory=Counter)
    identifiers: set[str] = field(default_factory=set)
    first: datetime | None = None
    last: datetime | None = None
    without_place: int = 0


@dataclass(frozen=True)
class Chunk:
    """Rows that are covered, and the places of the records that need the exact reader."""

    rows: pa.Table
    slow: np.ndarray
    """Places, from 0, of records that were not read here."""
    counted: Counted


def can(layout: PhoneLayout) -> bool:
    """Return whether a layout's tables can be read by whole columns."""
    several = any(len(columns) > 1 for columns in layout.columns.values())
    return not several and layout.columns.keys() <= WHOLE


class ColumnReader:
    """Reads the columns of one file."""

    def __init__(
        self, layout: PhoneLayout, header: Sequence[str], *, number: str | None, scope: Scope
    ) -> None:
        self._layout, self._scope = layout, scope
        self._header = tuple(header)
        self._columns = {what: c[0] for what, c in layout.columns.items() if c[0] in set(header)}
        read_by = readers(layout)
        self._about = number or layout.number
        self.columns = ColumnsReader(
            header,
            texts={column: read_by[what] for what, column in self._columns.items() if what not in TIMES},
            times={
                column: _one_instant(read_by[what]) for what, column in self._columns.items() if what in TIMES
            },
        )
        """Reads the columns that are wanted."""

    @property
    def wanted(self) -> list[str]:
        """Columns that are read."""
        return list(self._columns.values())

    def cells(self, columns: Columns, at: I64) -> list[list[str]]:
        """Return the cells of the wanted columns of the records at these places."""
        return [self.own(row) for row in columns.rows(at)]

    def own(self, row: Sequence[str]) -> list[str]:
        """Return the cells of a record that stand in the wanted columns."""
        return [row[self._header.index(name)] for name in self._columns.values()]

    def read(self, columns: Columns, lines: I64) -> Chunk:
        """Return the rows of these records that are covered, an account, and the records that were not read."""
        n = len(columns)
        if n == 0:
            return Chunk(SCHEMA.empty_table(), np.empty(0, np.int64), Counted())
        said = _Said(self._columns, columns)
        slow = said.slow
        start = said.time("start")
        slow |= ~start.there
        end = said.time("end")
        service = said.words("service", self._layout.service)
        slow |= service.codes < 0
        number = said.words("number", self._about)
        imsi, imei = said.words("imsi"), said.words("imei")
        slow |= (number.codes < 0) & (imsi.codes < 0) & (imei.codes < 0)
        lat, lon = said.floats("lat"), said.floats("lon")
        slow |= np.isnan(lat) != np.isnan(lon)
        nowhere = (lat == 0) & (lon == 0)
        lat[nowhere] = lon[nowhere] = np.nan
        # Every column is read before it is decided what is kept: each may hold a text that no reader takes.
        cell, other, place = said.words("cell"), said.words("other"), said.words("place")
        direction = said.words("direction")
        operator = said.words("operator", self._layout.operator)
        azimuth, reach = said.floats("azimuth"), said.floats("reach")
        length = end.us - start.us
        slow |= end.there & ((length < 0) | (length > FARTHEST.total_seconds() * 1e6))
        named = number.within(self._scope.identifiers.numbers)
        named |= imsi.within(self._scope.identifiers.imsis)
        named |= imei.within(self._scope.identifiers.imeis)
        begins, ends = us(self._scope.begins), us(self._scope.ends)
        dated = (start.us >= begins) & (start.us < ends)
        counted = Counted(
            other_identifiers=int(np.count_nonzero(~slow & ~named)),
            other_dates=int(np.count_nonzero(~slow & named & ~dated)),
        )
        kept = ~slow & named & dated
        counted.taken = int(np.count_nonzero(kept))
        self._count(counted, kept, service, number, imsi, imei, cell, lat, start)
        if counted.taken < n:
            # Before they are made columns: to take rows from a table costs four times as much.
            at = np.flatnonzero(kept)
            n, lines, start, end = len(at), lines.take(at), start.at(at), end.at(at)
            service, direction, number, other = (w.at(at) for w in (service, direction, number, other))
            imsi, imei, operator, cell, place = (w.at(at) for w in (imsi, imei, operator, cell, place))
            lat, lon, azimuth, reach = (values.take(at) for values in (lat, lon, azimuth, reach))
        every = np.ones(n, bool)
        places = {
            "sheet": pa.nulls(n, SCHEMA.field("sheet").type),
            "line": column(lines, pa.int64(), every),
            "part": column(np.ones(n, np.int16), pa.int16(), every),
            "moment": constant("start", n),
            "service": service.array(),
            "direction": direction.array(),
            "number": number.array(),
            "imsi": imsi.array(),
            "imei": imei.array(),
            "other": other.array(),
            "earliest": start.array(),
            "latest": pa.nulls(n, SCHEMA.field("latest").type),
            "end": end.array(),
            "dates": service.mapped(lambda word: self._layout.dates.get(word, "exactly")),
            "operator": operator.array(),
            "cell": cell.array(),
            "lat": floats(lat),
            "lon": floats(lon),
            "azimuth": floats(azimuth).cast(pa.int16()),
            "reach": floats(reach),
            "place": place.array(),
        }
        table = pa.table([places[name] for name in SCHEMA.names], schema=SCHEMA)
        return Chunk(table, np.flatnonzero(slow), counted)

    def _count(
        self,
        counted: Counted,
        kept: np.ndarray,
        service: "Words",
        number: "Words",
        imsi: "Words",
        imei: "Words",
        cell: "Words",
        lat: np.ndarray,
        start: "Time",
    ) -> None:
        if not counted.taken:
            return
        for word, many in zip(service.words, service.many(kept), strict=True):
            if many:
                counted.services[word] += int(many)
        numbers = number.within(self._scope.identifiers.numbers)
        sims = ~numbers & imsi.within(self._scope.identifiers.imsis)
        counted.identifiers |= number.seen(kept & numbers)
        counted.identifiers |= {f"imsi:{i}" for i in imsi.seen(kept & sims)}
        counted.identifiers |= {f"imei:{i}" for i in imei.seen(kept & ~numbers & ~sims)}
        times = start.us if kept.all() else start.us[kept]
        counted.first, counted.last = instant(times.min()), instant(times.max())
        counted.without_place = int(np.count_nonzero(kept & (cell.codes >= 0) & np.isnan(lat)))


class _Said:
    """What the columns of one piece say, and which records a whole column cannot speak for."""

    def __init__(self, names: Mapping[str, str], columns: Columns) -> None:
        self._names, self._columns, self._n = names, columns, len(columns)
        self.slow = np.zeros(self._n, bool)

    def words(self, what: str, default: str | None = None) -> Words:
        name = self._names.get(what)
        if name is None:
            if default is None:
                return Words(np.full(self._n, -1, np.int32), [])
            return Words(np.zeros(self._n, np.int32), [default])
        codes, read = self._read(name)
        found, words = read.words_of[codes], read.words
        if default is not None and (absent := found < 0).any():
            # The default last: the words known so far keep their places.
            at = words.index(default) if default in words else len(words)
            words = words if at < len(words) else [*words, default]
            found = np.where(absent, np.int32(at), found)
        return Words(found, words)

    def floats(self, what: str) -> np.ndarray:
        name = self._names.get(what)
        if name is None:
            return np.full(self._n, np.nan)
        codes, read = self._read(name)
        found: np.ndarray = read.floats[codes]
        return found

    def time(self, what: str) -> Time:
        name = self._names.get(what)
        if name is None:
            return Time(np.zeros(self._n, np.int64), np.zeros(self._n, bool))
        times = self._columns.times[name]
        self.slow |= times.odd
        return Time(times.us, times.there)

    def _read(self, name: str) -> tuple[np.ndarray, Read]:
        codes, read = self._columns.codes[name], self._columns.read[name]
        if read.any_bad:
            self.slow |= read.bad[codes]
        return codes, read


def _one_instant(read: Callable[[str], Any]) -> Callable[[str], int | None]:
    """Return what reads a time as microseconds since 1970 UTC, and refuses one that may be two instants."""

    def one(text: str) -> int | None:
        moment = read(text)
        if moment is None:
            return None
        if moment.earliest != moment.latest:
            raise _TWO
        return us(moment.earliest)

    return one


_TWO = Unreadable("two-instants", "The local time occurred twice.", "It is read with both instants.")
