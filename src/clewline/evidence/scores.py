"""What likelihood ratios are scored by, for weighted pairs and many resamples at a time.

Ratios are log10 throughout. `same` pairs are those for which the first proposition is true, `different` pairs those for
which the second is; the two truths weigh alike, however many pairs there are of each (Brümmer and du Preez 2006).
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Bools: TypeAlias = npt.NDArray[np.bool_]

LN10 = float(np.log(10))
LN2 = float(np.log(2))


def cost(log10_lr: Floats, *, same: bool) -> Floats:
    """Return the cost in bits of each ratio, given which proposition is true: a ratio of 1 costs 1."""
    return np.logaddexp(0, (-1 if same else 1) * LN10 * log10_lr) / LN2


def entropy(log10_lr: Floats, same: Bools, prior_log10_odds: Floats) -> Floats:
    """Return the empirical cross-entropy in bits at each prior; at odds of 1 it is Cllr (Ramos 2007).

    The ratios may be infinite, as those of a perfect calibration are.
    """
    odds = LN10 * prior_log10_odds[:, None]
    chance = 1 / (1 + np.exp(-odds[:, 0]))
    good = np.logaddexp(0, -(odds + LN10 * log10_lr[same])).mean(axis=1)
    bad = np.logaddexp(0, odds + LN10 * log10_lr[~same]).mean(axis=1)
    bits: Floats = (chance * good + (1 - chance) * bad) / LN2
    return bits


@dataclass(frozen=True)
class Tied:
    """Ratios in order, equal ones together: pool-adjacent-violators is only right where ties are one step."""

    values: Floats
    """The distinct ratios, ascending."""
    order: npt.NDArray[np.intp]
    """Place in the pairs of each, in ascending order of ratio."""
    starts: npt.NDArray[np.intp]
    """Where each distinct ratio begins in `order`."""
    same: Bools
    """Of each pair, in the order of the pairs."""

    def summed(self, weights: Floats) -> tuple[Floats, Floats]:
        """Return the weight of same and of different pairs at each distinct ratio, for each row of `weights`."""
        ordered, same = weights[:, self.order], self.same[self.order]
        return (
            np.add.reduceat(np.where(same, ordered, 0.0), self.starts, axis=1),
            np.add.reduceat(np.where(same, 0.0, ordered), self.starts, axis=1),
        )


def tied(log10_lr: Floats, same: Bools) -> Tied:
    """Return the ratios in order, equal ones together."""
    order = np.argsort(log10_lr, kind="stable")
    ordered = log10_lr[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] > ordered[:-1]])
    return Tied(values=ordered[starts], order=order, starts=starts, same=same)


def pooled(good: Floats, bad: Floats) -> float:
    """Return Cllr_min, from the weights of same and different pairs at each distinct ratio in ascending order.

    Not a number where a truth has no weight.
    """
    there = good + bad > 0
    good, bad = good[there], bad[there]
    if not (good.any() and bad.any()):
        return float("nan")
    good, bad = good / good.sum(), bad / bad.sum()
    chance = rising(good, bad)
    from scipy.special import xlogy  # slow to load, and not needed to read a model's card

    least = -(xlogy(good, chance).sum() + xlogy(bad, 1 - chance).sum()) / (2 * LN2)
    return float(least)


def rising(good: Floats, bad: Floats) -> Floats:
    """Return the chances that never fall and fit best (PAV), from the weights at ascending ratios."""
    from scipy.optimize import isotonic_regression  # slow to load, as above

    found = isotonic_regression(good / (good + bad), weights=good + bad).x
    return np.asarray(
        np.clip(found, 0, 1), dtype=np.float64
    )  # a mean of ones may come out a rounding above 1


def log10_odds(chance: Floats) -> Floats:
    """Return chances as log10 odds, which are infinite at 0 and 1."""
    with np.errstate(divide="ignore"):
        return np.asarray(np.log10(chance) - np.log10(1 - chance), dtype=np.float64)


def deviation(before: Floats, after: Floats) -> float:
    """Return devPAV: the mean height in log10 between the PAV transform and the line on which it changes nothing.

    Points are joined by straight lines; infinite ones are left out (Vergeer et al. 2021). Not a number where no point
    is left.
    """
    finite = np.isfinite(after)
    x, off = before[finite], (after - before)[finite]
    if len(x) == 0:
        return float("nan")
    if len(x) == 1:
        return float(abs(off[0]))
    left, right = np.abs(off[:-1]), np.abs(off[1:])
    crosses = off[:-1] * off[1:] < 0
    across = (left**2 + right**2) / (2 * np.where(crosses, left + right, 1.0))
    height = np.where(crosses, across, (left + right) / 2)
    return float((height * np.diff(x)).sum() / (x[-1] - x[0]))


def medians(ordered: Floats, weights: Floats) -> Floats:
    """Return the weighted median of ascending values for each row of weights; not a number where a row has none."""
    running = np.cumsum(weights, axis=1)
    half = running[:, -1:] / 2
    found = ordered[np.argmax(running >= half, axis=1)]
    return np.where(half[:, 0] > 0, found, np.nan)
