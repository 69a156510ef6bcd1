"""The records of all phones of a case in order, and which pairs of phones are compared in which window."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from clewline.evidence.travel.places import F64, I32, I64, Sites


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


def in_order(phone: I64 | I32, t: F64, place: I32, *, phones: int) -> I64 | None:
    """Return the rows by phone and time, each record once; None where they are so already.

    Records of one phone at one moment are put by place, so that the order in which they came changes nothing.
    """
    order = _by_time(phone, t, phones)
    whose, when = (phone, t) if order is None else (phone[order], t[order])
    tie = when[1:] == when[:-1]
    tie &= whose[1:] == whose[:-1]
    if not tie.any():
        return order
    order = np.arange(len(t)) if order is None else order
    among = np.flatnonzero(np.r_[tie, False] | np.r_[False, tie])
    rows = order[among]
    order[among] = rows[np.lexsort((place[rows], t[rows], phone[rows]))]
    where = place[order]
    double = tie & (where[1:] == where[:-1])
    return order[np.r_[True, ~double]] if double.any() else order


def make_timelines(phone: I64 | I32, t: F64, place: I32, sites: Sites, *, phones: int) -> Timelines:
    """Return the time lines of phones numbered from 0 to `phones` less 1, from records in any order."""
    rows = in_order(phone, t, place, phones=phones)
    if rows is not None:
        phone, t, place = phone[rows], t[rows], place[rows]
    return Timelines(first=_first(phone, phones), t=t, place=place, sites=sites)


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
