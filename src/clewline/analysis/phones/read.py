"""Columns of text to rows of phone records: each distinct text is read once, by the same reader as a single row's.

What cannot be said of whole columns (a text that no reader takes, an end before its start) is left to the exact reader
of rows, record by record. So what is kept does not depend on which way a record went; tests hold the two to each other.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from clewline.analysis.phones.rows import SCHEMA
from clewline.case.scope import Scope
from clewline.formats.phones.layout import PhoneLayout
from clewline.formats.phones.moment import FIRST_YEAR, LAST_YEAR
from clewline.formats.phones.row import FARTHEST, readers
from clewline.formats.values import Unreadable

WHOLE = frozenset(
    {"number", "other", "start", "end", "service", "direction", "imei", "imsi", "operator", "cell"}
)
WHOLE |= {"lat", "lon", "azimuth", "reach", "place"}
"""What whole columns can say; a layout with anything else is read row by row."""
_ISO = "yyyy-mm-dd hh:mm:ss"
_REMEMBERED = 1 << 20
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_FIRST = (datetime(FIRST_YEAR, 1, 2, tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
_LAST = (datetime(LAST_YEAR, 12, 30, tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
"""Beyond these the exact reader judges the year, as it is written."""


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
        self._known = {what: _Known(self._read_by[what]) for what in self._columns}

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
        length = end.us - start.us
        slow |= end.there & ((length < 0) | (length > FARTHEST.total_seconds() * 1e6))
        named = number.within(self._scope.identifiers.numbers)
        named |= imsi.within(self._scope.identifiers.imsis)
        named |= imei.within(self._scope.identifiers.imeis)
        begins, ends = _us(self._scope.begins), _us(self._scope.ends)
        dated = (start.us >= begins) & (start.us < ends)
        counted = Counted(
            other_identifiers=int(np.count_nonzero(~slow & ~named)),
            other_dates=int(np.count_nonzero(~slow & named & ~dated)),
        )
        kept = ~slow & named & dated
        all_of_them = bool(kept.all())
        at = None if all_of_them else pa.array(np.flatnonzero(kept))
        counted.taken = int(np.count_nonzero(kept))
        cell = said.words("cell")
        self._count(counted, kept, service, number, imsi, imei, cell, lat, start)
        line = np.arange(lines.start, lines.stop) if isinstance(lines, range) else np.array(lines, np.int64)
        places = {
            "sheet": pa.nulls(n, SCHEMA.field("sheet").type),
            "line": pa.array(line),
            "part": pa.array(np.ones(n, np.int16)),
            "moment": _constant("start", n),
            "service": service.array(),
            "direction": said.words("direction").array(),
            "number": number.array(),
            "imsi": imsi.array(),
            "imei": imei.array(),
            "other": said.words("other").array(),
            "earliest": start.array(),
            "latest": pa.nulls(n, SCHEMA.field("latest").type),
            "end": end.array(),
            "dates": service.mapped(lambda word: self._layout.dates.get(word, "exactly")),
            "operator": said.words("operator", self._layout.operator).array(),
            "cell": cell.array(),
            "lat": _floats(lat),
            "lon": _floats(lon),
            "azimuth": _floats(said.floats("azimuth")).cast(pa.int16()),
            "reach": _floats(said.floats("reach")),
            "place": said.words("place").array(),
        }
        table = pa.table([places[name] for name in SCHEMA.names], schema=SCHEMA)
        return Chunk(table if at is None else table.take(at), np.flatnonzero(slow), counted)

    def value(self, what: str, text: str) -> Any:
        """Return what a text says; the reader's refusal where it says nothing that can be read."""
        return self._known[what].value(text)

    def known(self, what: str) -> "_Known":
        """Return what was read of that sort of value so far."""
        return self._known[what]

    def column(self, what: str) -> str | None:
        """Return the column of that sort of value, if the file has it."""
        return self._columns.get(what)

    def _count(
        self,
        counted: Counted,
        kept: np.ndarray,
        service: "_Words",
        number: "_Words",
        imsi: "_Words",
        imei: "_Words",
        cell: "_Words",
        lat: np.ndarray,
        start: "_Time",
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
        counted.first, counted.last = _instant(times.min()), _instant(times.max())
        counted.without_place = int(np.count_nonzero(kept & (cell.codes >= 0) & np.isnan(lat)))


@dataclass(frozen=True)
class _Words:
    """A column of words: which of `words` stands in each row, -1 where none does."""

    codes: np.ndarray
    words: list[str]

    def array(self) -> pa.Array:
        indices = pa.array(self.codes, pa.int32(), mask=self.codes < 0)
        return pa.DictionaryArray.from_arrays(indices, pa.array(self.words, pa.string()))

    def mapped(self, to: Any) -> pa.Array:
        """Return the column with each word put through a function; the words that come out may be fewer."""
        out = [to(word) for word in self.words]
        distinct = list(dict.fromkeys(out))
        renumbered = np.array([distinct.index(word) for word in out] or [0], np.int32)
        codes = np.where(self.codes < 0, -1, renumbered[np.maximum(self.codes, 0)]).astype(np.int32)
        return _Words(codes, distinct).array()

    def within(self, allowed: frozenset[str]) -> np.ndarray:
        """Return for each row whether its word is allowed."""
        table = np.array([*(word in allowed for word in self.words), False])
        found: np.ndarray = table[self.codes]
        return found

    def many(self, kept: np.ndarray) -> np.ndarray:
        """Return how many kept rows have each word."""
        codes = self.codes if kept.all() else self.codes[kept]
        return np.bincount(codes[codes >= 0], minlength=len(self.words))

    def seen(self, kept: np.ndarray) -> set[str]:
        """Return the words of the kept rows."""
        return {word for word, many in zip(self.words, self.many(kept), strict=True) if many}


@dataclass(frozen=True)
class _Time:
    us: np.ndarray
    """Microseconds since 1970 UTC; 0 where there is none."""
    there: np.ndarray

    def array(self) -> pa.Array:
        if self.there.all():
            return pa.array(self.us).view(pa.timestamp("us"))
        return pa.array(self.us, mask=~self.there).cast(pa.timestamp("us"))


class _Said:
    """What the columns of one piece say, and which records a whole column cannot speak for."""

    def __init__(self, reader: ColumnReader, columns: pa.Table, n: int) -> None:
        self._reader, self._columns, self._n = reader, columns, n
        self.slow = np.zeros(n, bool)

    def words(self, what: str, default: str | None = None) -> _Words:
        codes, known = self._codes(what)
        if known is None:
            if default is None:
                return _Words(np.full(self._n, -1, np.int32), [])
            return _Words(np.zeros(self._n, np.int32), [default])
        found = known.words_of[codes]
        words = known.words
        if default is not None and (absent := found < 0).any():
            # The default last: the words known so far keep their places.
            at = words.index(default) if default in words else len(words)
            words = words if at < len(words) else [*words, default]
            found = np.where(absent, np.int32(at), found)
        return _Words(found, words)

    def floats(self, what: str) -> np.ndarray:
        codes, known = self._codes(what)
        if known is None:
            return np.full(self._n, np.nan)
        found: np.ndarray = known.floats[codes]
        return found

    def time(self, what: str) -> _Time:
        column = self._reader.column(what)
        if column is None:
            return _Time(np.zeros(self._n, np.int64), np.zeros(self._n, bool))
        texts = self._columns[column]
        us = _iso(texts)
        if us is not None:
            return us
        # A text in another spelling among them: each is read by itself.
        found = np.zeros(self._n, np.int64)
        there = np.zeros(self._n, bool)
        for at, text in enumerate(texts.to_pylist()):
            value = self._reader.value(what, text)
            if isinstance(value, Unreadable) or (value is not None and value.earliest != value.latest):
                self.slow[at] = True
            elif value is not None:
                found[at], there[at] = _us(value.earliest), True
        return _Time(found, there)

    def _codes(self, what: str) -> tuple[np.ndarray, "_Known | None"]:
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


class _Known:
    """The texts of one column that were read so far, and what each says."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        self._read = read
        self._forget()

    def _forget(self) -> None:
        self._texts: pa.Array = pa.array([], pa.string())
        self._values: list[Any] = []
        self._at: dict[str, int] = {}
        self.words: list[str] = []
        self._word_at: dict[str, int] = {}
        self.words_of = np.empty(0, np.int32)
        """Which of `words` a text says, -1 where it says none."""
        self.floats = np.empty(0, np.float64)
        """Which number a text says."""
        self.bad = np.empty(0, bool)
        """Whether the reader takes a text not at all."""
        self.any_bad = False

    def value(self, text: str) -> Any:
        """Return what a text says; the reader's refusal where it says nothing that can be read."""
        at = self._at.get(text)
        if at is None:
            at = int(self.places(pa.array([text]))[0])
        return self._values[at]

    def places(self, texts: pa.Array) -> np.ndarray:
        """Return the place of each text among those known, having read those that are new."""
        if len(self._texts) > _REMEMBERED:
            self._forget()
        found = pc.index_in(texts, value_set=self._texts)
        if found.null_count:
            self._learn(texts.filter(pc.is_null(found)).to_pylist())
            found = pc.index_in(texts, value_set=self._texts)
        places: np.ndarray = found.to_numpy(zero_copy_only=False)
        return places

    def _learn(self, texts: list[str]) -> None:
        values = [self._said(text) for text in texts]
        words = np.full(len(texts), -1, np.int32)
        floats = np.full(len(texts), np.nan)
        bad = np.zeros(len(texts), bool)
        for at, value in enumerate(values):
            if isinstance(value, Unreadable):
                bad[at] = True
            elif isinstance(value, str):
                words[at] = self._word_at.setdefault(value, len(self._word_at))
            elif isinstance(value, int | float):
                floats[at] = value
        self.words = list(self._word_at)
        self.words_of = np.concatenate([self.words_of, words])
        self.floats = np.concatenate([self.floats, floats])
        self.bad = np.concatenate([self.bad, bad])
        self.any_bad = bool(self.bad.any())
        self._at.update({text: len(self._values) + at for at, text in enumerate(texts)})
        self._values += values
        self._texts = pa.concat_arrays([self._texts, pa.array(texts, pa.string())])

    def _said(self, text: str) -> Any:
        bare = text.strip()
        try:
            return self._read(bare) if bare else None
        except Unreadable as wrong:
            return wrong


def _iso(texts: pa.ChunkedArray) -> _Time | None:
    """Return the instants of texts all written `yyyy-mm-ddThh:mm:ss`, with Z or an offset or nothing, or empty."""
    length = pc.binary_length(texts)
    empty = pc.equal(length, 0)
    some = pc.any(empty).as_py()
    if some:
        texts = pc.if_else(empty, pa.scalar(None, pa.string()), texts)
        length = pc.binary_length(texts)
    distinct = set(pc.unique(length).to_pylist()) - {None}
    if not distinct:
        n = len(texts)
        return _Time(np.zeros(n, np.int64), np.zeros(n, bool))
    try:
        if distinct == {19}:
            parsed = texts.cast(pa.timestamp("us"))
        elif distinct <= {20, 25}:
            parsed = texts.cast(pa.timestamp("us", "UTC")).cast(pa.timestamp("us"))
        else:
            return None
    except pa.ArrowInvalid:
        return None
    whole = parsed.combine_chunks()
    part = whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole
    there = np.ones(len(part), bool) if not some else part.is_valid().to_numpy(zero_copy_only=False)
    us = part.view(pa.int64()).fill_null(0).to_numpy(zero_copy_only=False)
    if us[there].size and not (us[there].min() >= _FIRST and us[there].max() < _LAST):
        return None
    return _Time(us, there)


def _us(instant: datetime) -> int:
    return (instant - _EPOCH) // timedelta(microseconds=1)


def _instant(us: Any) -> datetime:
    return _EPOCH + timedelta(microseconds=int(us))


def _floats(values: np.ndarray) -> pa.Array:
    missing = np.isnan(values)
    return pa.array(values, mask=missing) if missing.any() else pa.array(values)


def _constant(word: str, n: int) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(n, np.int32)), pa.array([word]))
