"""How certain a score is, by drawing the people again: pairs of one person are no independent pairs.

Each resample draws as many people as there are, with replacement. A pair counts as often as its two people were drawn,
the one times the other; a pair of one person's own phones as often as that person was. Where chance acts on each pair
by itself, such intervals are wider than they need be (Owen 2007, `The pigeonhole bootstrap`). On made-up pairs of 40 to
73 people, with and without differences between people, 90 to 100 % of the intervals held the score of unlimited pairs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from clewline.evidence.scores import Bools, Floats, cost, log10_odds, medians, pooled, rising, tied

AT_ONCE = 4_000_000
"""Weights (resamples times pairs) that are held at a time."""
LEVEL = 0.95
"""Share of resamples that an interval holds."""
BARE = 0.95
"""Share of resamples that must have a score, or there is no interval."""
ABOVE = (1.0, 10.0, 100.0, 1000.0)
"""Ratios above which a different-person pair is counted as misleading, each by itself."""
BIASED = ("cllr_min", "cllr_cal")
"""Scores that PAV, which fits chance too, moves off in the sample as in each resample, by about as much again: their
intervals are turned about the score (the basic bootstrap), so that they reach to where unlimited pairs would lie."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A score with the interval that holds 95 % of the resamples; none where people are too few."""

    value: float
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True)
class Drawn:
    """How often each person was drawn, in each resample, and who is in each pair."""

    times: npt.NDArray[np.int64]
    """Resamples times people."""
    first: npt.NDArray[np.intp]
    second: npt.NDArray[np.intp]

    def weights(self, pairs: npt.NDArray[np.intp]) -> Iterator[Floats]:
        """Yield the weights of some pairs (resamples times pairs), a part of the resamples at a time."""
        a, b = self.first[pairs], self.second[pairs]
        step = max(1, AT_ONCE // max(1, len(pairs)))
        for at in range(0, len(self.times), step):
            some = self.times[at : at + step]
            yield (some[:, a] * np.where(a == b, 1, some[:, b])).astype(np.float64)


def draw(people: Sequence[tuple[str, str]], *, times: int, seed: int) -> Drawn:
    """Return `times` draws of the people of the pairs; the same seed draws the same."""
    names = sorted({name for pair in people for name in pair})
    at = {name: i for i, name in enumerate(names)}
    chance = np.random.default_rng(seed)
    return Drawn(
        times=chance.multinomial(len(names), np.full(len(names), 1 / len(names)), size=times),
        first=np.array([at[a] for a, _ in people], dtype=np.intp),
        second=np.array([at[b] for _, b in people], dtype=np.intp),
    )


def scored(log10_lr: Floats, same: Bools, weights: Floats) -> Mapping[str, Floats]:
    """Return each score for each row of weights (rows times pairs); not a number where a truth has no weight."""
    steps = tied(log10_lr, same)
    least = np.array([pooled(g, b) for g, b in zip(*steps.summed(weights), strict=True)])
    found = _rates(log10_lr, same, weights)
    order = np.argsort(log10_lr, kind="stable")
    ordered, truth = log10_lr[order], same[order]
    return {
        **found,
        "cllr_min": least,
        "cllr_cal": found["cllr"] - least,
        "median_same": medians(ordered[truth], weights[:, order][:, truth]),
        "median_different": medians(ordered[~truth], weights[:, order][:, ~truth]),
    }


def _rates(log10_lr: Floats, same: Bools, weights: Floats) -> dict[str, Floats]:
    def mean(of: npt.NDArray[np.generic], truth: Bools) -> Floats:
        some = weights[:, truth]
        with np.errstate(invalid="ignore"):  # no weight at all is told as not a number
            return np.asarray(some @ of.astype(np.float64) / some.sum(axis=1), dtype=np.float64)

    good, bad = log10_lr[same], log10_lr[~same]
    costs = mean(cost(good, same=True), same) + mean(cost(bad, same=False), ~same)
    found = {"cllr": costs / 2, "same_below_1": mean(good < 0, same)}
    return found | {f"above_{ratio:g}": mean(bad > np.log10(ratio), ~same) for ratio in ABOVE}


def interval(name: str, value: float, resampled: Floats) -> Measure:
    """Return a score with its interval."""
    there = resampled[np.isfinite(resampled)]
    if len(there) < BARE * len(resampled) or not len(there):
        return Measure(value=value)
    edge = (1 - LEVEL) / 2
    lower, upper = np.quantile(there, [edge, 1 - edge])
    if name in BIASED:
        lower, upper = max(0.0, 2 * value - upper), 2 * value - lower
    return Measure(value=value, lower=float(min(lower, value)), upper=float(max(upper, value)))


def share(value: float, resampled: Floats, *, people: int) -> Measure:
    """Return a share with its interval. None of the pairs, or all, says no more than as many people would.

    No resample can tell of what did not occur; the exact interval for none of `people` answers is taken there.
    """

    from scipy.special import (
        betaincinv,  # the quantile of a beta distribution; slow to load, scipy.stats more so
    )

    edge = (1 - LEVEL) / 2
    if value == 0:
        return Measure(value=value, lower=0.0, upper=float(betaincinv(1, people, 1 - edge)))
    if value == 1:
        return Measure(value=value, lower=float(betaincinv(people, 1, edge)), upper=1.0)
    return interval("share", value, resampled)


def by_chance(log10_lr: Floats, same: Bools, *, times: int, seed: int) -> float:
    """Return the calibration loss that perfectly calibrated ratios of this ranking and number would show on average.

    PAV fits every chance up and down of a sample, so a loss of nought is not to be had. Truths are drawn anew from what
    PAV made of the ratios, and PAV is fitted to each draw. People are not drawn: with them it would be more.
    """
    steps = tied(log10_lr, same)
    ((good,), (bad,)) = steps.summed(np.ones((1, len(same))))
    many, odds = good + bad, good.sum() / bad.sum()
    chance = rising(good / good.sum(), bad / bad.sum())
    real = odds * chance / (odds * chance + (1 - chance))
    right = log10_odds(chance)
    losses = []
    chances = np.random.default_rng(seed)
    for drawn in chances.binomial(many.astype(np.int64), real, size=(times, len(many))).astype(np.float64):
        costs = (_mean(cost(right, same=True), drawn) + _mean(cost(right, same=False), many - drawn)) / 2
        losses.append(costs - pooled(drawn, many - drawn))
    return float(np.nanmean(losses))


def _mean(costs: Floats, weights: Floats) -> float:
    """Return the weighted mean; what has no weight does not count, though it be infinite."""
    there = weights > 0
    return float((costs[there] * weights[there]).sum() / weights.sum()) if there.any() else float("nan")
