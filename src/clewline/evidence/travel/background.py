"""How usual a place is: the share of a phone's records outside its windows that lie near it.

Background only says how unusual a place is. Two phones' backgrounds are never compared with each other: habits that
two people share are not travel together.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from clewline.evidence.travel.places import F32, F64, I64, Bools, joint_reach, metres
from clewline.evidence.travel.timelines import Pairs, Span, Timelines, spans

AT_ONCE, CROWD_AT_ONCE = 1 << 18, 1 << 20
"""Rows that are worked on at a time, so that little memory is held."""


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What all pairs of a case share."""

    crowd: F32
    """One a site: the share of each phone's background near it, summed over the phones."""
    phones: int
    """Phones that have a background."""
    steps: F32
    """One a row: reaches from a record within a window to the next row; 0 elsewhere."""


def survey(lines: Timelines, pairs: Pairs) -> Ground:
    """Return what all pairs share; a phone's background here are its records in none of its windows."""
    outside = np.ones(len(lines.t), np.bool_)
    for phone in (pairs.a, pairs.b):
        span = spans(lines, phone, pairs)
        for low, high in np.unique(np.column_stack((span.low, span.high)), axis=0):
            outside[low:high] = False
    return Ground(
        crowd=_crowd(lines, outside),
        phones=int((_sizes(lines, outside) > 0).sum()),
        steps=_steps(lines, ~outside),
    )


def own_share(lines: Timelines, row: I64, cut: I64, phone: I64, span: Span) -> tuple[F32, F32]:
    """Return the share of a phone's records outside the window near the place of each row, and their number.

    The rows of pair k are those from `cut[k]` to `cut[k + 1]`. The share has one value a row, the number one a pair.
    """
    n = len(lines.sites)
    share, size = np.zeros(len(row), np.float32), np.zeros(len(phone), np.float32)
    last, counts = (-1, -1, -1), np.empty(0, np.float32)
    for k, one in enumerate(phone.tolist()):
        low, high = int(span.low[k]), int(span.high[k])
        begin, end = int(lines.first[one]), int(lines.first[one + 1])
        size[k] = (end - begin) - (high - low)
        if cut[k] == cut[k + 1] or not size[k]:
            continue
        if last != (one, low, high):  # one line is often compared with many phones in one window
            around = (lines.place[begin:low], lines.place[high:end])
            counts = (sum(np.bincount(places, minlength=n) for places in around) / size[k]).astype(np.float32)
            last = (one, low, high)
        at, back = np.unique(lines.place[row[cut[k] : cut[k + 1]]], return_inverse=True)
        near = np.einsum("ij,ij->i", counts[lines.sites.near[at]], lines.sites.nearness[at])
        share[cut[k] : cut[k + 1]] = near[back]
    return share, size


def _sizes(lines: Timelines, outside: Bools) -> F64:
    """Return how many background records each phone has."""
    first = lines.first.tolist()
    counted = [np.count_nonzero(outside[a:b]) for a, b in pairwise(first)]
    return np.array(counted, np.float64)


def _crowd(lines: Timelines, outside: Bools) -> F32:
    each = 1.0 / np.maximum(_sizes(lines, outside), 1.0)
    plain = np.zeros(len(lines.sites))
    piece = lines.first[:-1] // CROWD_AT_ONCE
    for some in np.split(np.arange(lines.phones), np.flatnonzero(np.diff(piece)) + 1):
        if len(some):
            begin, end = int(lines.first[some[0]]), int(lines.first[some[-1] + 1])
            owned = np.repeat(each[some], np.diff(lines.first[some[0] : some[-1] + 2])) * outside[begin:end]
            plain += np.bincount(lines.place[begin:end], owned, minlength=len(lines.sites))
    crowd: F32 = np.einsum("ij,ij->i", plain[lines.sites.near], lines.sites.nearness).astype(np.float32)
    return crowd


def _steps(lines: Timelines, inside: Bools) -> F32:
    out = np.zeros(len(lines.t), np.float32)
    for at in range(0, len(lines.t), AT_ONCE):
        rows = at + np.flatnonzero(inside[at : at + AT_ONCE])
        i, j = lines.place.take(rows), lines.place.take(rows + 1, mode="clip")
        out[rows] = metres(lines.sites, i, j) / joint_reach(lines.sites, i, j)
    return out
