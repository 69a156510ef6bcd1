"""Columns of text to rows of phone records: each distinct text is read once, by the same reader as a single row's.

What cannot be said of whole columns (a text that no reader takes, an end before its start) is left to the exact reader
of rows, record by record. So what is kept does not depend on which way a record went; tests hold the two to each other.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np
import pyarrow as pa

from clewline.analysis.phones.known import Known
from clewline.analysis.phones.rows import SCHEMA
from clewline.analysis.phones.values import Time, Words, constant, floats, instant, iso, us
from clewline.case.scope import Scope
from clewline.formats.phones.layout import PhoneLayout
from clewline.formats.phones.row import FARTHEST, readers
from clewline.formats.values import Unreadable

WHOLE = frozenset(
    {"number", "other", "start", "end", "service", "direction", "imei", "imsi", "operator", "cell"}
)
WHOLE |= {"lat", "lon", "azimuth", "reach", "place"}
"""What whole columns can say; a layout with anything else is read row by row."""
_ISO = "yyyy-mm-dd hh:mm:ss"


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
    return not several and layout.columns.keys() <= WHOLE and layout.times == _ISO and layout.zone == "UTC"


class ColumnReader:
    """Reads the columns of one file."""

    def __init__(
        self, layout: PhoneLayout, header: Sequence[str], *, number: str | None, scope: Scope
    ) -> None:
        self._layout, self._scope = layout, scope
        self._columns = {what: c[0] for what, c in layout.columns.items() if c[0] in set(header)}
        self._read_by = readers(layout)
        self._about = number or layout.number
        self._known = {what: Known(self._read_by[what]) for what in self._columns}

    @property
    def wanted(self) -> list[str]:
        """Columns that are read."""
        return list(self._columns.values())

    @property
    def varied(self) -> list[str]:
        """Columns whose texts mostly differ from row to row."""
        return [self._columns[what] for what in ("start", "end") if what in self._columns]

    def read(self, columns: pa.Table, lines: Sequence[int]) -> Chunk:
        """Return the rows of these records that are covered, an account, and the records that were not read."""
        n = columns.num_rows
        if n == 0:
            return Chunk(SCHEMA.empty_table(), np.empty(0, np.int64), Counted())
        said = _Said(self, columns, n)
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
        all_of_them = bool(kept.all())
        at = None if all_of_them else pa.array(np.flatnonzero(kept))
        counted.taken = int(np.count_nonzero(kept))
        self._count(counted, kept, service, number, imsi, imei, cell, lat, start)
        line = np.arange(lines.start, lines.stop) if isinstance(lines, range) else np.array(lines, np.int64)
        places = {
            "sheet": pa.nulls(n, SCHEMA.field("sheet").type),
            "line": pa.array(line),
            "part": pa.array(np.ones(n, np.int16)),
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
        return Chunk(table if at is None else table.take(at), np.flatnonzero(slow), counted)

    def value(self, what: str, text: str) -> Any:
        """Return what a text says; the reader's refusal where it says nothing that can be read."""
        return self._known[what].value(text)

    def known(self, what: str) -> "Known":
        """Return what was read of that sort of value so far."""
        return self._known[what]

    def column(self, what: str) -> str | None:
        """Return the column of that sort of value, if the file has it."""
        return self._columns.get(what)

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

    def __init__(self, reader: ColumnReader, columns: pa.Table, n: int) -> None:
        self._reader, self._columns, self._n = reader, columns, n
        self.slow = np.zeros(n, bool)

    def words(self, what: str, default: str | None = None) -> Words:
        codes, known = self._codes(what)
        if known is None:
            if default is None:
                return Words(np.full(self._n, -1, np.int32), [])
            return Words(np.zeros(self._n, np.int32), [default])
        found = known.words_of[codes]
        words = known.words
        if default is not None and (absent := found < 0).any():
            # The default last: the words known so far keep their places.
            at = words.index(default) if default in words else len(words)
            words = words if at < len(words) else [*words, default]
            found = np.where(absent, np.int32(at), found)
        return Words(found, words)

    def floats(self, what: str) -> np.ndarray:
        codes, known = self._codes(what)
        if known is None:
            return np.full(self._n, np.nan)
        found: np.ndarray = known.floats[codes]
        return found

    def time(self, what: str) -> Time:
        column = self._reader.column(what)
        if column is None:
            return Time(np.zeros(self._n, np.int64), np.zeros(self._n, bool))
        texts = self._columns[column]
        plain = iso(texts)
        if plain is not None:
            return plain
        # A text in another spelling among them: each is read by itself.
        found = np.zeros(self._n, np.int64)
        there = np.zeros(self._n, bool)
        for at, text in enumerate(texts.to_pylist()):
            value = self._reader.value(what, text)
            if isinstance(value, Unreadable) or (value is not None and value.earliest != value.latest):
                self.slow[at] = True
            elif value is not None:
                found[at], there[at] = us(value.earliest), True
        return Time(found, there)

    def _codes(self, what: str) -> tuple[np.ndarray, "Known | None"]:
        """Return for each row which of the texts known stands in it, and what is known; none for an absent column."""
        column = self._reader.column(what)
        if column is None:
            return np.empty(0, np.int32), None
        whole = self._columns[column].combine_chunks()
        part = whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole
        known = self._reader.known(what)
        places = known.places(part.dictionary)
        codes = places[part.indices.to_numpy(zero_copy_only=False)]
        if known.any_bad:
            self.slow |= known.bad[codes]
        return codes, known
