"""Columns of one piece as arrays: words, numbers and instants, each made from the distinct texts that stand in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from clewline.formats.phones.moment import FIRST_YEAR, LAST_YEAR

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST = (datetime(FIRST_YEAR, 1, 2, tzinfo=UTC) - EPOCH) // timedelta(microseconds=1)
_LAST = (datetime(LAST_YEAR, 12, 30, tzinfo=UTC) - EPOCH) // timedelta(microseconds=1)
"""Beyond these the exact reader judges the year, as it is written."""


@dataclass(frozen=True)
class Words:
    """A column of words: which of `words` stands in each row, -1 where none does."""

    codes: np.ndarray
    words: list[str]

    def array(self) -> pa.Array:
        """Return the column as a dictionary."""
        indices = pa.array(self.codes, pa.int32(), mask=self.codes < 0)
        return pa.DictionaryArray.from_arrays(indices, pa.array(self.words, pa.string()))

    def mapped(self, to: Callable[[str], str]) -> pa.Array:
        """Return the column with each word put through a function; the words that come out may be fewer."""
        out = [to(word) for word in self.words]
        distinct = list(dict.fromkeys(out))
        renumbered = np.array([distinct.index(word) for word in out] or [0], np.int32)
        codes = np.where(self.codes < 0, -1, renumbered[np.maximum(self.codes, 0)]).astype(np.int32)
        return Words(codes, distinct).array()

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
class Time:
    """A column of instants."""

    us: np.ndarray
    """Microseconds since 1970 UTC; 0 where there is none."""
    there: np.ndarray

    def array(self) -> pa.Array:
        """Return the column as timestamps."""
        if self.there.all():
            return pa.array(self.us).view(pa.timestamp("us"))
        return pa.array(self.us, mask=~self.there).cast(pa.timestamp("us"))


def iso(texts: pa.ChunkedArray) -> Time | None:
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
        return Time(np.zeros(n, np.int64), np.zeros(n, bool))
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
    return Time(us, there)


def us(instant: datetime) -> int:
    """Return an instant as microseconds since 1970 UTC."""
    return (instant - EPOCH) // timedelta(microseconds=1)


def instant(us: Any) -> datetime:
    """Return the instant of so many microseconds since 1970 UTC."""
    return EPOCH + timedelta(microseconds=int(us))


def floats(values: np.ndarray) -> pa.Array:
    """Return numbers as a column; what is no number is absent."""
    missing = np.isnan(values)
    return pa.array(values, mask=missing) if missing.any() else pa.array(values)


def constant(word: str, n: int) -> pa.Array:
    """Return a column of the same word."""
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(n, np.int32)), pa.array([word]))
