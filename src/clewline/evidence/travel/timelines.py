"""The records of all phones of a case in order, and which pairs of phones are compared in which window."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clewline.evidence.travel.places import F64, I32, I64, Bools, Sites


@dataclass(frozen=True, kw_only=True)
class Timelines:
    """The records of all phones, by phone and time, each once."""

    first: I64
    """Row at which each phone begins, and the number of rows: one more than there are phones."""
    t: F64
    """Seconds since 1970 UTC, one a row."""
    place: I32
    """Which of the sites, one a row."""
    sites: Sites

    @property
    def phones(self) -> int:
        return len(self.first) - 1


@dataclass(frozen=True, kw_only=True)
class Pairs:
    """The comparisons to make: two phones by their number, and a window."""

    a: I64
    b: I64
    start: F64
    """First second since 1970 UTC of the window."""
    end: F64
    """First second after it."""

    def __len__(self) -> int:
        return len(self.a)

    def take(self, some: I64) -> "Pairs":
        """Return some of the pairs."""
        return Pairs(a=self.a[some], b=self.b[some], start=self.start[some], end=self.end[some])


@dataclass(frozen=True, kw_only=True)
class Span:
    """The window's rows of one phone of each pair: from `low` up to `high`, which is the first after it."""

    low: I64
    high: I64


@dataclass(frozen=True, kw_only=True)
class Order:
    """How rows come to be by phone and time, each record once; nothing is moved that need not be."""

    sorted: I64 | None
    """The rows by phone and time; None where they were so."""
    at: I64
    """Places, after that, which take the row that is at `row`: records of one phone at one moment."""
    row: I64
    kept: Bools | None
    """Which are left when doubles are dropped; None where there are none."""

    def of(self, column: NDArray[Any]) -> NDArray[Any]:
        """Return a column in this order; the very one where nothing changes."""
        if self.sorted is not None:
            column = column.take(self.sorted)
        here = column[self.row]
        if (here != column[self.at]).any():
            column = column.copy()
            column[self.at] = here
        return column if self.kept is None else column[self.kept]


def in_order(phone: I64 | I32, t: F64, place: I32, *, phones: int) -> Order:
    """Return the order of the rows by phone and time, each record once.

    Records of one phone at one moment are put by place, so that the order in which they came changes nothing.
    """
    by_time = _by_time(phone, t, phones)
    if by_time is not None:
        phone, t, place = phone.take(by_time), t.take(by_time), place.take(by_time)
    tie = t[1:] == t[:-1]
    tie &= phone[1:] == phone[:-1]
    after = np.flatnonzero(tie) + 1
    at = np.union1d(after - 1, after)
    row = at[np.lexsort((place[at], t[at], phone[at]))]
    where = place[row]
    # Both of a double stand side by side among the ties, as in the whole.
    same = np.flatnonzero((where[1:] == where[:-1]) & tie[at[1:] - 1] & (np.diff(at) == 1)) + 1
    kept = None
    if len(same):
        kept = np.ones(len(t), np.bool_)
        kept[at[same]] = False
    moved = row != at
    return Order(sorted=by_time, at=at[moved], row=row[moved], kept=kept)


def make_timelines(phone: I64 | I32, t: F64, place: I32, sites: Sites, *, phones: int) -> Timelines:
    """Return the time lines of phones numbered from 0 to `phones` less 1, from records in any order."""
    order = in_order(phone, t, place, phones=phones)
    first = _first(order.of(phone), phones)
    return Timelines(first=first, t=order.of(t), place=order.of(place), sites=sites)


def spans(lines: Timelines, phone: I64, pairs: Pairs) -> Span:
    """Return each phone's rows within the window of its pair."""
    low, high = np.empty(len(phone), np.int64), np.empty(len(phone), np.int64)
    for k, one in enumerate(phone.tolist()):
        begin, end = int(lines.first[one]), int(lines.first[one + 1])
        low[k], high[k] = begin + np.searchsorted(lines.t[begin:end], (pairs.start[k], pairs.end[k]))
    return Span(low=low, high=high)


def _by_time(phone: I64 | I32, t: F64, phones: int) -> I64 | None:
    """Return the rows by phone and time; None where they are so. Sorting each phone by itself is the faster way."""
    order = None
    if np.any(phone[1:] < phone[:-1]):
        small = (
            phone.astype(np.uint16) if phones <= 1 << 16 else phone
        )  # numbers so small are dealt, not compared
        order = np.argsort(small, kind="stable").astype(np.int64)
        phone, t = phone[order], t[order]
    for begin, end in pairwise(_first(phone, phones).tolist()):
        own = t[begin:end]
        if np.any(own[1:] < own[:-1]):
            order = np.arange(len(t)) if order is None else order
            order[begin:end] = order[begin:end][np.argsort(own, kind="stable")]
    return order


def _first(phone: I64 | I32, phones: int) -> I64:
    """Return the row at which each phone begins, and the number of rows."""
    # Looked for as numbers of the same kind: otherwise all rows would be copied as the other kind first.
    return np.searchsorted(phone, np.arange(phones + 1, dtype=phone.dtype)).astype(np.int64)
