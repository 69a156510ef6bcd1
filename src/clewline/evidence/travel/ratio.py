"""What the hops of a pair say: a calibrated log10 likelihood ratio of one carrier against two unrelated people.

P is the sum of what fits, N of what clashes, M of the meetings within a cell's reach and an hour; each hop counts by
its share of its episode and by its news.

    log10 LR = c0 + c1 log(1 + P) + c2 log(1 + N) + c3 log(1 + M)        within the bounds that the fit's data bear
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from clewline.evidence.travel.background import Ground, survey
from clewline.evidence.travel.hops import Hops, measure
from clewline.evidence.travel.kernel import NAMES, hop_ratios
from clewline.evidence.travel.places import F32, F64, I64
from clewline.evidence.travel.timelines import Pairs, Timelines, spans

PAIRS_AT_ONCE, ROWS_AT_ONCE = 200, 60_000
"""Pairs, and rows within their windows, that are worked on at a time: with fewer, two threads wait for each other."""
NEWS_COUNTS = 0.5
"""An episode is independent if one of its hops brings so much news."""
FEATURES = ("fits", "clashes", "meetings")
MEETING_S = 3_600.0
"""A meeting counts less with time: by a factor e in an hour."""
NORMAL = 1.96


@dataclass(frozen=True, kw_only=True)
class TravelModel:
    """Fitted numbers; `NAMES` and `FEATURES` say which."""

    kernel: F64
    cap_fit: float
    """Most, in log10, that one hop may count for one carrier."""
    cap_clash: float
    """Most that one may count against."""
    coefficients: F64
    """Constant, fits, clashes, meetings."""
    covariance: F64
    """4 by 4, from drawing people again."""
    least: float
    most: float
    together: float
    """How far from 1 the ratio against two people travelling together may be, in log10."""
    together_pairs: int
    """Pairs of people, known to have travelled together, that this rests on."""

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> "TravelModel":
        """Return the model from the parameters of its file."""
        return cls(
            kernel=np.array([said["kernel"][name] for name in NAMES], np.float64),
            cap_fit=float(said["cap_fit"]),
            cap_clash=float(said["cap_clash"]),
            coefficients=np.array(
                [said["coefficients"][name] for name in ("constant", *FEATURES)], np.float64
            ),
            covariance=np.array(said["covariance"], np.float64),
            least=float(said["lower"]),
            most=float(said["upper"]),
            together=float(said["together"]["within"]),
            together_pairs=int(said["together"]["pairs"]),
        )

    def parameters(self, version: str) -> dict[str, Any]:
        """Return the model as the parameters of its file, rounded to what matters."""
        return {
            "version": version,
            "kernel": {n: round(float(v), 5) for n, v in zip(NAMES, self.kernel, strict=True)},
            "cap_fit": self.cap_fit,
            "cap_clash": self.cap_clash,
            "coefficients": {
                n: round(float(v), 5) for n, v in zip(("constant", *FEATURES), self.coefficients, strict=True)
            },
            "covariance": [[round(float(v), 7) for v in row] for row in self.covariance],
            "lower": round(self.least, 3),
            "upper": round(self.most, 3),
            "together": {"within": round(self.together, 3), "pairs": self.together_pairs},
        }


@dataclass(frozen=True, kw_only=True)
class Ratios:
    """One value a pair. Where there is no hop, the ratio is 1 and its interval all that the model may say."""

    log10_lr: F64
    lower: F64
    upper: F64
    episodes: I64
    """Independent ones."""
    hops: I64


Each = Callable[[Callable[[I64], tuple[F64, I64, I64]], Iterable[I64]], Iterable[tuple[F64, I64, I64]]]
"""Does a piece of work for each of several blocks, in their order: `map`, or one that uses several processors."""


def parts(model: TravelModel, hops: Hops) -> tuple[F32, F32, F32]:
    """Return what each hop adds to P, N and M."""
    weight = np.clip(hop_ratios(model.kernel, hops), np.float32(-model.cap_clash), np.float32(model.cap_fit))
    counts = hops.share * hops.news
    close = np.square(hops.apart / np.float32(model.kernel[0]))
    meeting = np.exp(-0.5 * close - hops.gap * np.float32(1 / MEETING_S))
    return np.maximum(weight, 0) * counts, np.maximum(-weight, 0) * counts, meeting * counts


def features(model: TravelModel, hops: Hops, pairs: int) -> F64:
    """Return log(1 + P), log(1 + N), log(1 + M): pairs by 3."""
    found: F64 = np.log1p(
        np.column_stack([np.bincount(hops.pair, x, minlength=pairs) for x in parts(model, hops)])
    )
    return found


def judge(model: TravelModel, x: F64) -> tuple[F64, F64]:
    """Return the log10 LR before the bounds, and its standard error from the people of the fit."""
    full = np.column_stack((np.ones(len(x)), x))
    variance = np.einsum("ij,jk,ik->i", full, model.covariance, full)
    return full @ model.coefficients, np.sqrt(np.maximum(variance, 0))


def compare(model: TravelModel, lines: Timelines, pairs: Pairs, *, each: Each = map) -> Ratios:
    """Return the ratio of every pair; the time needed grows with the rows."""
    ground = survey(lines, pairs)

    def one(chosen: I64) -> tuple[F64, I64, I64]:
        hops = measure(lines, pairs.take(chosen), ground)
        n = len(chosen)
        telling = hops.news >= NEWS_COUNTS
        _, at = np.unique(hops.episode[telling], return_index=True)
        episodes = np.bincount(hops.pair[telling][at], minlength=n)
        return features(model, hops, n), episodes, np.bincount(hops.pair, minlength=n)

    found = list(each(one, _blocks(lines, pairs)))
    none = (np.empty((0, 3)), np.empty(0, np.int64), np.empty(0, np.int64))
    x, episodes, hops = (np.concatenate(p) for p in zip(none, *found, strict=True))
    score, error = judge(model, x)
    some = hops > 0
    value, lower, upper = (
        np.clip(v, model.least, model.most) for v in (score, score - NORMAL * error, score + NORMAL * error)
    )
    return Ratios(
        log10_lr=np.where(some, value, 0.0),
        lower=np.where(some, lower, model.least),
        upper=np.where(some, upper, model.most),
        episodes=episodes,
        hops=hops,
    )


def working(model: TravelModel, lines: Timelines, pairs: Pairs, ground: Ground) -> tuple[Hops, F64]:
    """Return the hops of one pair, and the part of each in its ratio.

    Together with the constant the parts add up to the log10 LR before the bounds: the log of one plus a sum is dealt to
    the hops by their part of the sum.
    """
    hops = measure(lines, pairs, ground)
    total = np.zeros(len(hops))
    for factor, x in zip(model.coefficients[1:], parts(model, hops), strict=True):
        total += factor * np.log1p(x.sum()) * x.astype(np.float64) / max(float(x.sum()), 1e-9)
    return hops, total


def _blocks(lines: Timelines, pairs: Pairs) -> list[I64]:
    """Return the pairs in pieces of limited size, so that little memory is held and several processors can work."""
    if not len(pairs):
        return []
    size = sum(span.high - span.low for span in (spans(lines, pairs.a, pairs), spans(lines, pairs.b, pairs)))
    piece = np.maximum(np.cumsum(size) // ROWS_AT_ONCE, np.arange(len(pairs)) // PAIRS_AT_ONCE)
    return np.split(np.arange(len(pairs)), np.flatnonzero(np.diff(piece)) + 1)
