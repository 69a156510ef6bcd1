"""Columns of one piece as arrays: words, numbers and instants, each made from the distinct texts that stand in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pyarrow as pa

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Words:
    """A column of words: which of `words` stands in each row, -1 where none does."""

    codes: np.ndarray
    words: list[str]

    def at(self, places: np.ndarray) -> "Words":
        """Return the words of some rows."""
        return Words(self.codes.take(places), self.words)

    def array(self) -> pa.Array:
        """Return the column as a dictionary."""
        if not self.words:
            return pa.nulls(len(self.codes), pa.dictionary(pa.int32(), pa.string()))
        indices = column(self.codes, pa.int32(), self.codes >= 0)
        return pa.DictionaryArray.from_arrays(indices, texts(self.words))

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

    def at(self, places: np.ndarray) -> "Time":
        """Return the instants of some rows."""
        return Time(self.us.take(places), self.there.take(places))

    def array(self) -> pa.Array:
        """Return the column as timestamps."""
        return column(self.us, pa.timestamp("us"), self.there)


def us(instant: datetime) -> int:
    """Return an instant as microseconds since 1970 UTC."""
    return (instant - EPOCH) // timedelta(microseconds=1)


def instant(us: Any) -> datetime:
    """Return the instant of so many microseconds since 1970 UTC."""
    return EPOCH + timedelta(microseconds=int(us))


def floats(values: np.ndarray) -> pa.Array:
    """Return numbers as a column; what is no number is absent."""
    return column(values, pa.float64(), ~np.isnan(values))


def constant(word: str, n: int) -> pa.Array:
    """Return a column of the same word."""
    return Words(np.zeros(n, np.int32), [word]).array()


def column(values: np.ndarray, kind: pa.DataType, there: np.ndarray) -> pa.Array:
    """Return values as a column of a kind whose values lie in memory as these do; those that are not there are absent.

    `pa.array` would load pandas for that, which takes a second.
    """
    absent = len(there) - int(np.count_nonzero(there))
    mask = pa.py_buffer(np.packbits(there, bitorder="little")) if absent else None
    whole = np.ascontiguousarray(values)
    return pa.Array.from_buffers(kind, len(whole), [mask, pa.py_buffer(whole)], absent)


def texts(words: Sequence[str]) -> pa.Array:
    """Return texts as a column."""
    written = [word.encode() for word in words]
    ends = np.zeros(len(written) + 1, np.int32)
    np.cumsum([len(word) for word in written], out=ends[1:])
    return pa.StringArray.from_buffers(len(written), pa.py_buffer(ends), pa.py_buffer(b"".join(written)))
