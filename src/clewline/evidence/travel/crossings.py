"""Where two time lines cross: a record of one phone, and next a record of the other with none of either between."""

from dataclasses import dataclass

import numpy as np

from clewline.evidence.travel.places import F64, I64, Bools
from clewline.evidence.travel.timelines import Pairs, Span, Timelines, spans


@dataclass(frozen=True, kw_only=True)
class Crossings:
    """One value a crossing, by pair and time; `phone_` and `span_` have one value a pair."""

    pair: I64
    """Place among the pairs asked for."""
    row_a: I64
    """Row of the pair's first phone."""
    row_b: I64
    a_first: Bools
    """Whether the first phone's record is the earlier."""
    phone_a: I64
    phone_b: I64
    span_a: Span
    span_b: Span


def find(lines: Timelines, pairs: Pairs) -> Crossings:
    """Return the crossings of each pair within its window."""
    a, b = spans(lines, pairs.a, pairs), spans(lines, pairs.b, pairs)
    swap = _turned(lines, a, b)
    phone_a, phone_b = np.where(swap, pairs.b, pairs.a), np.where(swap, pairs.a, pairs.b)
    a, b = (
        Span(low=np.where(swap, y.low, x.low), high=np.where(swap, y.high, x.high))
        for x, y in ((a, b), (b, a))
    )
    none = np.empty(0, np.int64)
    rows_a, rows_b, firsts = [none], [none], [none.astype(np.bool_)]
    for k in range(len(pairs)):
        at_a, at_b, first = crossed(lines.t[a.low[k] : a.high[k]], lines.t[b.low[k] : b.high[k]])
        rows_a.append(at_a + a.low[k])
        rows_b.append(at_b + b.low[k])
        firsts.append(first)
    return Crossings(
        pair=np.repeat(np.arange(len(pairs)), [len(x) for x in firsts[1:]]),
        row_a=np.concatenate(rows_a),
        row_b=np.concatenate(rows_b),
        a_first=np.concatenate(firsts),
        phone_a=phone_a,
        phone_b=phone_b,
        span_a=a,
        span_b=b,
    )


def crossed(ta: F64, tb: F64) -> tuple[I64, I64, Bools]:
    """Return which records of two ascending time lines are next to each other, and whether a's is the earlier.

    Of two records at one moment, a's counts as the earlier.
    """
    before = np.searchsorted(ta, tb, side="right")
    """So many records of a come before each of b."""
    new = np.empty(len(before), np.bool_)
    new[:1] = before[:1] > 0
    np.greater(before[1:], before[:-1], out=new[1:])
    after_a = np.flatnonzero(new)  # b's record after a's record before[after_a] - 1
    last = np.empty(len(before), np.bool_)
    last[-1:] = True
    np.not_equal(before[1:], before[:-1], out=last[:-1])
    after_b = np.flatnonzero(last & (before < len(ta)))  # a's record before[after_b] after b's record after_b
    at_a, at_b = np.concatenate((before[after_a] - 1, before[after_b])), np.concatenate((after_a, after_b))
    a_first = np.zeros(len(at_a), np.bool_)
    a_first[: len(after_a)] = True
    order = np.argsort(
        at_a + at_b, kind="stable"
    )  # its place in the merged line, which no other crossing has
    return at_a[order], at_b[order], a_first[order]


def _turned(lines: Timelines, a: Span, b: Span) -> Bools:
    """Return whether to swap a pair's phones, so that a tie in time cannot tell who was named first.

    The phone with fewer records comes first; then the one whose first records are earlier, or at a lower place.
    """
    swap, tied = np.zeros(len(a.low), np.bool_), np.ones(len(a.low), np.bool_)
    keys = [((a.high - a.low).astype(np.float64), (b.high - b.low).astype(np.float64))]
    if len(lines.t):
        last = len(lines.t) - 1
        for step in range(3):
            rows = (np.minimum(a.low + step, last), np.minimum(b.low + step, last))
            x, y = (lines.t[r] + lines.place[r] * 1e-3 for r in rows)
            keys.append((x, y))
    for x, y in keys:
        swap |= tied & (x > y)
        tied &= x == y
    return swap
