"""Made-up likelihood ratios from known distributions, and what they are scored by, written out the long way."""

import math
from collections.abc import Sequence

import numpy as np

LN10 = math.log(10)


def gaussian(
    n: int, *, spread: float = 2.0, seed: int = 1, times: float = 1.0, more: float = 0.0
) -> tuple[np.ndarray, np.ndarray]:
    """Return n log10 LRs of each truth that are calibrated by construction, then stretched and shifted.

    Natural-log LRs of mean +-s^2/2 and variance s^2 are the LRs of their own distributions.
    """
    rng = np.random.default_rng(seed)
    same = np.arange(2 * n) < n
    natural = np.where(same, 1, -1) * spread**2 / 2 + spread * rng.standard_normal(2 * n)
    return natural / LN10 * times + more, same


def known_cllr(spread: float) -> float:
    """Return the Cllr of such ratios, by integration over their distribution."""
    z = np.linspace(-10, 10, 200_001)
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    cost = np.logaddexp(0, -(spread**2 / 2 + spread * z)) / math.log(2)
    return float((density * cost).sum() * (z[1] - z[0]))


def cllr_written_out(values: Sequence[float], same: Sequence[bool]) -> float:
    """Return Cllr as the score of the phones' measurements defines it."""

    def mean(of: list[float], sign: int) -> float:
        return sum(math.log1p(math.exp(-sign * v * LN10)) for v in of) / len(of)

    good = [v for v, s in zip(values, same, strict=True) if s]
    bad = [v for v, s in zip(values, same, strict=True) if not s]
    return 0.5 * (mean(good, 1) + mean(bad, -1)) / math.log(2)


def pav_written_out(values: Sequence[float], same: Sequence[bool]) -> list[float]:
    """Return the PAV transform by its definition: the highest of the lowest means over neighbours, ties as one."""
    steps = sorted(set(values))
    n_good, n_bad = sum(same), len(same) - sum(same)
    good, bad = dict.fromkeys(steps, 0.0), dict.fromkeys(steps, 0.0)
    for v, s in zip(values, same, strict=True):
        if s:
            good[v] += 1 / n_good
        else:
            bad[v] += 1 / n_bad

    def mean(i: int, j: int) -> float:
        g, b = (sum(of[v] for v in steps[i : j + 1]) for of in (good, bad))
        return g / (g + b)

    last = len(steps)
    chances = [max(min(mean(i, j) for j in range(k, last)) for i in range(k + 1)) for k in range(last)]
    return [
        math.inf if p > 1 - 1e-12 else -math.inf if p < 1e-12 else math.log10(p) - math.log10(1 - p)
        for p in chances
    ]


def area_written_out(x: Sequence[float], y: Sequence[float], *, steps: int = 20_000) -> float:
    """Return the mean distance between the line through finite points and the identity, by small steps."""
    points = [(a, b) for a, b in zip(x, y, strict=True) if math.isfinite(b)]
    xs, ys = zip(*points, strict=True)
    fine = np.linspace(xs[0], xs[-1], steps + 1)
    return float(np.mean(np.abs(np.interp(fine, xs, ys) - fine)))
