"""What each hop is like, in units that depend on no country and no network: reaches, seconds, shares of records.

A hop is a record of one phone followed, with no record of either between, by a record of the other. Given one carrier
the two fit together; given two people they need not. Hops of one stretch are one episode, and count as the root of
their number; a hop where nobody moved says nothing new.
"""

from dataclasses import dataclass

import numpy as np

from clewline.evidence.travel.background import Ground, own_share
from clewline.evidence.travel.crossings import Crossings, find
from clewline.evidence.travel.places import F32, F64, I32, I64, Bools, joint_reach, metres
from clewline.evidence.travel.timelines import Pairs, Timelines

EPISODE_S = 300.0
"""Hops within one such stretch of the window are one episode."""
STAY_S = 3_600.0
"""While nobody moves, there is one episode in such a stretch."""
NO_STEP_S, NO_STEP_M = 86_400.0, 30_000.0
"""Stand for the step from or to a record that is not there: a day and 30 km, as if anything could have been."""
STILL = 0.8
"""A step of fewer reaches is no movement; one of twice as many is."""
CLOSE, APART = 4.0, 6.0
"""Two records within so many reaches are at one place; less and less so up to the second."""


@dataclass(frozen=True, kw_only=True)
class Hops:
    """One value a hop, by pair and time. `u` is the earlier record, `v` the later one, of the other phone."""

    pair: I64
    """Place among the pairs asked for."""
    u: I64
    """Row of the time lines."""
    v: I64
    gap: F32
    """Seconds from u to v."""
    apart: F32
    """Distance from u to v in reaches, as all distances."""
    reach: F32
    """Metres that one reach is here."""
    before_gap: F32
    """Seconds to v from its own phone's record before it, in the window."""
    before_apart: F32
    after_gap: F32
    """Seconds from u to its own phone's record after it, in the window."""
    after_apart: F32
    usual_u: F32
    """How usual u's place is, from 0 to 1."""
    usual_v: F32
    episode: I64
    """Numbered over all pairs."""
    share: F32
    """One over the root of the hops in the episode."""
    news: F32
    """0 where nobody moved and both are where they were; 1 where somebody came, went or is elsewhere."""

    def __len__(self) -> int:
        return len(self.pair)


def measure(lines: Timelines, pairs: Pairs, ground: Ground) -> Hops:
    """Return all hops of the pairs.

    A place is as usual as the share of background near it: of the record's own phone, or of the crowd where that is
    larger; for records close together, also of the other phone. A phone with n background records cannot show a place
    to be rarer than 1 / (n + 1), so without background every place counts as usual.
    """
    x = find(lines, pairs)
    u, v = np.where(x.a_first, x.row_a, x.row_b), np.where(x.a_first, x.row_b, x.row_a)
    i, j = lines.place[u], lines.place[v]
    reach = joint_reach(lines.sites, i, j)
    apart = metres(lines.sites, i, j) / reach
    u_high = np.where(x.a_first, x.span_a.high[x.pair], x.span_b.high[x.pair])
    v_low = np.where(x.a_first, x.span_b.low[x.pair], x.span_a.low[x.pair])
    before_gap, before_apart = _own_step(lines, ground.steps, v, v - 1 >= v_low, v - 1)
    after_gap, after_apart = _own_step(lines, ground.steps, u, u + 1 < u_high, u)
    usual_a, usual_b = _usual(lines, x, len(pairs), ground, apart)
    episode, share = _episodes(lines, x, pairs.start)
    return Hops(
        pair=x.pair,
        u=u,
        v=v,
        gap=(lines.t[v] - lines.t[u]).astype(np.float32),
        apart=apart,
        reach=reach,
        before_gap=before_gap,
        before_apart=before_apart,
        after_gap=after_gap,
        after_apart=after_apart,
        usual_u=np.where(x.a_first, usual_a, usual_b),
        usual_v=np.where(x.a_first, usual_b, usual_a),
        episode=episode,
        share=share,
        news=news(apart, before_gap, before_apart, after_gap, after_apart),
    )


def news(apart: F32, before_gap: F32, before_apart: F32, after_gap: F32, after_apart: F32) -> F32:
    """Return what is new in each hop, from 0 to 1.

    Phones that lie side by side tell once that they lie there, at the window's first and last record, where nothing is
    known of before and after; and never again until one of them moves.
    """
    unknown = (before_gap >= NO_STEP_S) | (after_gap >= NO_STEP_S)
    far = np.maximum(np.maximum(before_apart, after_apart), apart * np.float32(0.5))
    told: F32 = np.where(unknown, np.float32(1), np.clip((far - STILL) / STILL, 0, 1)).astype(np.float32)
    return told


def _usual(lines: Timelines, x: Crossings, pairs: int, ground: Ground, apart: F32) -> tuple[F32, F32]:
    """Return how usual the places of each crossing's two records are."""
    cut = np.searchsorted(x.pair, np.arange(pairs + 1))
    share_a, size_a = own_share(lines, x.row_a, cut, x.phone_a, x.span_a)
    share_b, size_b = own_share(lines, x.row_b, cut, x.phone_b, x.span_b)
    others = np.float32(max(ground.phones - 2, 1))

    def usual(row: I64, share: F32, size: F32) -> F32:
        crowd = np.maximum(ground.crowd[lines.place[row]] - share_a - share_b, 0) / others
        found: F32 = np.maximum(share + (1 / (size + 1))[x.pair], crowd)
        return found

    a, b = usual(x.row_a, share_a, size_a), usual(x.row_b, share_b, size_b)
    close = np.clip((APART - apart) / (APART - CLOSE), 0, 1)
    a = np.maximum(a, b * close)
    return a, np.maximum(b, a * close)


def _own_step(lines: Timelines, steps: F32, row: I64, known: Bools, at: I64) -> tuple[F32, F32]:
    """Return seconds and reaches of the step from row `at` to the next; where none is known, what stands for it."""
    gap = (lines.t.take(at + 1, mode="clip") - lines.t.take(at, mode="clip")).astype(np.float32)
    gap[~known] = NO_STEP_S
    apart = steps.take(at, mode="clip")
    lost = np.flatnonzero(~known)
    apart[lost] = np.float32(NO_STEP_M) / lines.sites.reach.take(lines.place.take(row[lost]))
    return gap, apart


def _episodes(lines: Timelines, x: Crossings, start: F64) -> tuple[I64, F32]:
    """Number the episodes, and return each hop's share of its own.

    A new one needs a new stretch of five minutes, and either a phone that went further than a reach or a new hour.
    """
    n = len(x.pair)
    if not n:
        return np.empty(0, np.int64), np.empty(0, np.float32)
    t = lines.t[np.where(x.a_first, x.row_b, x.row_a)] - start[x.pair]
    stretch, hour = np.floor(t / EPISODE_S), np.floor(t / STAY_S)
    again = x.pair[1:] == x.pair[:-1]
    k = np.flatnonzero((stretch[1:] != stretch[:-1]) & again)
    begins = np.ones(n, np.bool_)
    begins[1:] = ~again | (hour[1:] != hour[:-1])
    begins[k + 1] |= _went(lines, x.row_a, k) | _went(lines, x.row_b, k)
    number = np.cumsum(begins) - 1
    return number, (1.0 / np.sqrt(np.bincount(number)))[number].astype(np.float32)


def _went(lines: Timelines, rows: I64, k: I64) -> Bools:
    """Return whether a phone is more than a reach from where it was at the hop before."""
    i: I32 = lines.place[rows[k]]
    j: I32 = lines.place[rows[k + 1]]
    far: Bools = metres(lines.sites, i, j) > joint_reach(lines.sites, i, j)
    return far
